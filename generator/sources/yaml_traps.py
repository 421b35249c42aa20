"""What YAML itself does to a plan: its error messages put into words that name the trap."""

import re

import yaml

from generator.patterns import Pattern

_STARTS_WITH_SYMBOL = re.compile(r"(?:[-:?]\s+|^\s*)(>=?\s*\S|\{\{|[@`%*&!|\[])")
_BARE_COMMENT = re.compile(r"\s+#(?=[^\s#])")
_HIDING = re.compile(r"(?<=\s)#(?=[^\s#])")
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
_LINE_END = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
_FORBIDDEN = Pattern("[^\t\n\r\x20-\x7e\x85\xa0-\ufffd\U00010000-\U0010ffff]")


def lines_of(text: str) -> list[str]:
    """Split text into lines where YAML does."""
    return _LINE_END.split(text)


def starts_of(text: str) -> tuple[int, ...]:
    """Tell where each line of a text begins."""
    return (0, *(found.end() for found in _LINE_END.finditer(text)))


def forbidden_character(text: str) -> tuple[int, int, str]:
    """Find the first character that YAML does not allow: line, column, and what to say of it."""
    found = _FORBIDDEN.search(text)
    if found is None:
        return 1, 1, "a character is not allowed in YAML"
    before = lines_of(text[: found.start()])
    return len(before), len(before[-1]) + 1, f"character U+{ord(found.group()):04X} is not allowed in YAML"


def help_for_error(error: yaml.MarkedYAMLError, text: str) -> tuple[str, str | None]:
    """Return the message and the help for a syntax error."""
    mark = error.problem_mark or error.context_mark
    lines = lines_of(text)
    number = min(mark.line, len(lines) - 1) if mark else 0
    line = lines[number]
    message = f"not valid YAML: {error.problem or error.context}"
    return message, _trap(line, str(error.problem)) or _trap(_line_of(error.context_mark, lines), "")


def position_of_error(error: yaml.MarkedYAMLError, text: str) -> tuple[int, int]:
    """Tell the line and column at fault: of a bracket that nothing closes its own, or of the "#" that hides it."""
    mark, opened = error.problem_mark or error.context_mark, error.context_mark
    if mark is None:
        return 1, 1
    lines = lines_of(text)
    if opened is None or "flow" not in str(error.context) or not _is_left_open(opened, mark, lines):
        return mark.line + 1, mark.column + 1
    for number in range(opened.line, min(mark.line + 1, len(lines))):
        hiding = _HIDING.search(_QUOTED.sub(lambda found: "q" * len(found.group()), lines[number]))
        if hiding:
            return number + 1, hiding.start() + 1
    return opened.line + 1, opened.column + 1


def _is_left_open(opened: yaml.Mark, mark: yaml.Mark, lines: list[str]) -> bool:
    """Tell a bracket without its end from a missing comma, where the parser stops at what should follow one."""
    stops_at = _line_of(mark, lines)[mark.column : mark.column + 1]
    return mark.line > opened.line or stops_at in "]}:"


def open_quote(error: yaml.MarkedYAMLError, last: yaml.ScalarEvent | None, text: str) -> tuple[int, int, str] | None:
    """Find the quote that a syntax error comes from: its line, its column, and what is wrong with it.

    Without its end a quote runs to the next one; `last` is the last quoted text of several lines.
    """
    mark, opened = error.problem_mark, error.context_mark
    if opened and "quoted scalar" in str(error.context):
        return opened.line + 1, opened.column + 1, "the quote opened here is not closed"
    start, end = (last.start_mark, last.end_mark) if last else (None, None)
    if not mark or not start or not end or mark.line != end.line:
        return None
    if lines_of(text)[mark.line][end.column : mark.column].strip():
        return None
    return (
        start.line + 1,
        start.column + 1,
        f"the quote opened here is closed on line {end.line + 1}, before more text",
    )


def hides_text(rest: str) -> bool:
    """Tell whether the rest of a line after a value is a comment that may be meant as text (`#channel`)."""
    return _BARE_COMMENT.match(rest) is not None


def _line_of(mark: yaml.Mark | None, lines: list[str]) -> str:
    return lines[mark.line] if mark and mark.line < len(lines) else ""


def _trap(line: str, problem: str) -> str | None:
    if "\t" in line[: len(line) - len(line.lstrip())] or "tab" in problem or "\\t" in problem:
        return "YAML allows no tabs for indentation: use spaces"
    found = None if "',' or" in problem else _STARTS_WITH_SYMBOL.search(line)
    if found:
        return f'a value that begins with "{found.group(1)[:2].strip()}" means something else to YAML: quote it'
    told = next((help_text for words, help_text in _HELP.items() if words in problem), None)
    if told or _has_open_quote(line):
        return told or "a quote is opened and not closed"
    return (
        "indent the line as the lines it belongs to, or quote its text"
        if "did not find expected" in problem
        else None
    )


def _has_open_quote(line: str) -> bool:
    return line.count('"') % 2 == 1 or line.count("'") % 2 == 1


_HELP = {
    "did not find expected node content": 'a bracket or brace is not closed, or "#" after a space hides its end',
    "',' or": "a bracket or brace is opened and not closed, or a comma is missing",
    "mapping values are not allowed": 'a ": " inside a text must be quoted, or the line above is indented wrongly',
}
