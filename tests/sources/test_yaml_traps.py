"""What YAML does to plans that people write: each trap is named in words, at its place."""

from pathlib import Path

import pytest

from generator.findings import Finding
from generator.sources.plan_files import MAX_BYTES, find_plan, load_plan, parse_plan


def findings(content: str | bytes) -> list[Finding]:
    data = content.encode() if isinstance(content, str) else content
    return list(parse_plan(data, "plan.yaml").findings)


def only(content: str | bytes) -> Finding:
    (finding,) = findings(content)
    return finding


def at(finding: Finding) -> tuple[int, int]:
    return finding.place.line, finding.place.column


TRAPS = [
    ("tab", "a:\n\tb: 1\n", (2, 1), "yaml-syntax", "YAML allows no tabs for indentation: use spaces"),
    ("tab after spaces", "a:\n  b: 1\n \tc: 2\n", (3, 2), "yaml-syntax", "no tabs"),
    ("unquoted >", "a: > 70 %\nb: 1\n", (1, 6), "yaml-syntax", 'begins with ">"'),
    ("unquoted >=", "a: >=70\n", (1, 5), "yaml-syntax", 'begins with ">="'),
    ("unquoted braces", "a: {{ finish('x') }} and on\n", (1, 22), "yaml-syntax", 'begins with "{{"'),
    ("unquoted braces alone", "a: {{ finish('x') }}\n", (1, 5), "yaml-value", 'begins with "{{"'),
    ("unquoted backtick", "a: `npm`\n", (1, 4), "yaml-syntax", 'begins with "`'),
    ("unquoted at sign", "a: @team\n", (1, 4), "yaml-syntax", 'begins with "@'),
    ("unquoted per cent", "a: %x\n", (1, 4), "yaml-syntax", 'begins with "%'),
    ("unquoted asterisk", "a: *bold* text\n", (1, 9), "yaml-syntax", 'begins with "*"'),
    ("colon in text", "a: one: two\n", (1, 7), "yaml-syntax", '": "'),
    ("open quote", 'a: "one\nb: two\n', (1, 4), "yaml-syntax", "close it where its text ends"),
    ("open quote before another", 'a: "one\nb: "two"\n', (1, 4), "yaml-syntax", "close it where its text ends"),
    ("open quote before a letter", "a: 'one\nb: the boss's\n", (1, 4), "yaml-syntax", "close it where its text ends"),
    (
        "open quote in braces",
        'a: {b: "x, c: 1}\nd: {b: "y"}\n',
        (1, 8),
        "yaml-syntax",
        "close it where its text ends",
    ),
    ("open quote in a list", 'a:\n  - "x\n  - "y"\n', (2, 5), "yaml-syntax", "close it where its text ends"),
    ("error far from a long quote", 'a: "x\n  y"\nb: one: two\n', (3, 7), "yaml-syntax", '": "'),
    ("channel", "a: see #channel\n", (1, 8), "yaml-value", "quote the whole value"),
    ("bare channel", "a: #channel\n", (1, 4), "yaml-value", "quote the whole value"),
    ("duplicate key", "a: 1\nb: 2\na: 3\n", (3, 1), "duplicate-key", "give each its own name"),
    ("second document", "a: 1\n---\nb: 2\n", (2, 1), "yaml-syntax", "remove the ---"),
    ("tag", "a: !!python/object:os.system x\n", (1, 4), "yaml-syntax", "remove the tag"),
    ("unknown alias", "a: *b\n", (1, 4), "yaml-syntax", "asterisk"),
    ("recursive alias", "a: &b [*b]\n", (1, 8), "yaml-syntax", "write the value out"),
    ("merge key", "a: &x {b: 1}\nc:\n  <<: *x\n", (3, 3), "yaml-value", "write the values out"),
    ("list at the top", "- a\n- b\n", (1, 1), "yaml-value", 'begin with "title: …"'),
    ("text at the top", "hello\n", (1, 1), "yaml-value", 'begin with "title: …"'),
    ("list as a key", "? [a, b]\n: c\n", (1, 3), "yaml-value", "quote the text"),
    ("NUL", "a: x\0y\n", (1, 5), "yaml-syntax", "remove the invisible character"),
    ("bell", "a: 1\nb: x\x07y\n", (2, 5), "yaml-syntax", "remove the invisible character"),
    ("escape", "a: x\x1b[31m\n", (1, 5), "yaml-syntax", "remove the invisible character"),
    ("reserved character", "a: x\ue000y\n", (1, 5), "yaml-value", "remove the invisible character"),
    ("deep nesting", "a: " + "[" * 1000 + "]" * 1000 + "\n", (1, 43), "yaml-syntax", "fewer than ten"),
    ("wrong indentation", "a:\n  b: 1\n c: 2\n", (3, 2), "yaml-syntax", "indent"),
    ("unclosed bracket", "a: [1, 2\nb: 3\n", (1, 4), "yaml-syntax", "bracket"),
    ("unclosed bracket inside a brace", "a: {b: [c, d: 1}\n", (1, 8), "yaml-syntax", "bracket"),
    ("missing comma", 'a: ["b" "c"]\n', (1, 9), "yaml-syntax", "comma"),
    ("channel that hides a brace", 'a: {t: "x #y", h: #c, d: 1}\nb: 1\n', (1, 19), "yaml-syntax", "bracket"),
    ("unclosed bracket at the end", "a: [\n", (2, 1), "yaml-syntax", "bracket"),
    ("comment that hides a brace", "a: {b: #c}\n", (2, 1), "yaml-syntax", '"#" after a space'),
]


@pytest.mark.parametrize(("content", "place", "rule", "help_text"), [t[1:] for t in TRAPS], ids=[t[0] for t in TRAPS])
def test_a_trap_is_named_at_its_place(content: str, place: tuple[int, int], rule: str, help_text: str) -> None:
    finding = only(content)
    assert (at(finding), finding.rule) == (place, rule)
    assert help_text in str(finding.help)


def test_text_in_another_encoding_is_found_at_its_byte() -> None:
    finding = only("title: T\nsummary: Überblick\n".encode("latin-1"))
    assert at(finding) == (2, 10)
    assert finding.message == "byte 0xdc is not UTF-8"
    assert finding.help == "save the file as UTF-8"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be", "utf-16-le", "utf-32"])
def test_wide_encodings_are_named(encoding: str) -> None:
    finding = only("title: T\n".encode(encoding))
    assert finding.message == f"file is {encoding.upper()[:6]}"
    assert finding.help == "save it as UTF-8"


def test_a_byte_order_mark_moves_no_column() -> None:
    assert at(only("\ufefftitle: T\ntitle: U\n")) == (2, 1)
    assert at(only("\ufeffa: see #x\n")) == (1, 8)


def test_columns_count_characters_not_bytes() -> None:
    assert at(only("ä: 日本語\nü: {x: 日本語, y: x\x07}\n")) == (2, 17)
    assert at(only("ä: {日本語: 1, 日本語: 2}\n")) == (1, 13)


def test_windows_line_ends_are_line_ends() -> None:
    source = parse_plan(b"title: T\r\nversion: 1.0\r\ntitle: U\r\n", "plan.yaml")
    assert at(source.findings[0]) == (3, 1)
    assert source.line(2) == "version: 1.0"


def test_an_empty_file_is_an_empty_plan() -> None:
    assert findings(b"") == findings("# nothing yet\n") == findings("---\n") == []


@pytest.mark.parametrize("separator", ["\n", "\r", "\x85", "\u2028"])
def test_lines_are_counted_as_yaml_counts_them(separator: str) -> None:
    source = parse_plan(f'a: "x{separator}y"\nb: 1\nb: 2\n'.encode(), "plan.yaml")
    assert source.line(source.findings[-1].place.line) == "b: 2"


@pytest.mark.parametrize("separator", ["\x0b", "\x0c", "\x1e"])
def test_a_page_break_is_no_line_end_and_not_allowed(separator: str) -> None:
    assert at(only(f"a: 1\nb: x{separator}y\n")) == (2, 5)


def test_an_alias_bomb_is_refused_before_it_unfolds() -> None:
    lines = ["a0: &a0 [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 12)]
    finding = only("\n".join(lines))
    assert "aliases unfold to more than" in finding.message
    assert finding.help == "write the values out"


def test_an_alias_used_soberly_is_its_value() -> None:
    assert parse_plan(b"a: &x {b: 1}\nc: *x\n", "plan.yaml").data == {"a": {"b": "1"}, "c": {"b": "1"}}


def test_every_value_stays_the_text_that_was_written() -> None:
    source = parse_plan(b"a: 010\nb: no\nc: 1.0\nd: 9:00\ne: 2026-01-05\nf: ~\ng: '~'\n", "plan.yaml")
    assert source.data == {"a": "010", "b": "no", "c": "1.0", "d": "9:00", "e": "2026-01-05", "f": None, "g": "~"}


def test_two_faults_are_told_at_once() -> None:
    assert [finding.rule for finding in findings("a: 1\na: 2\nb: see #x\n")] == ["duplicate-key", "yaml-value"]


def test_a_file_of_200_megabytes_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "plan.yaml"
    with path.open("wb") as file:
        file.truncate(200_000_000)
    (finding,) = load_plan(path).findings
    assert finding.message == f"file is 200 MB, more than {MAX_BYTES // 1_000_000} MB"


def test_a_plan_that_can_be_read_is_found_as_it_was_named(tmp_path: Path) -> None:
    path = tmp_path / "plan.yaml"
    path.write_text("title: T\n")
    assert find_plan(path) == path


def test_a_quote_left_open_is_told_with_the_line_that_closes_it() -> None:
    found = only('a: 1\nb: "one\nc: 2\nd: "two"\n')
    assert found.message == "not valid YAML: the quote opened here is closed on line 4, before more text"
    assert only("a: 'one\n").message == "not valid YAML: the quote opened here is not closed"
