"""Plan file to `Source`: raw values as the schema reads them, and the place of each."""

import os
from dataclasses import replace
from pathlib import Path

from generator.errors import PlanpressError
from generator.findings import Finding, Place, Pointer, Severity
from generator.formatting import did_you_mean
from generator.sources.characters import character_place, unfit, without_unfit
from generator.sources.source import Entries, Source, listing_of
from generator.sources.yaml_traps import hides_text, lines_of
from generator.sources.yaml_tree import MAX_DEPTH, Node, compose

STANDARD_INPUT = Path("/dev/stdin")
MAX_BYTES = 20_000_000
MAX_VALUES = 500_000


def find_plan(path: Path) -> Path:
    """Return the path of a plan file that can be read; else say what stands there instead."""
    if path.is_dir():
        inside = [each for each in (path / "plan.yaml", path / "plan" / "plan.yaml") if each.is_file()]
        raise PlanpressError(
            f'"{path}" is a folder', help=f"name the file: {inside[0] if inside else path / 'plan.yaml'}"
        )
    if not path.exists():
        near = did_you_mean(path.name, [each.name for each in path.parent.iterdir()] if path.parent.is_dir() else [])
        raise PlanpressError(f'no plan at "{path}"', help=near or "name the file, or begin one: planpress init DIR")
    try:
        path.open("rb").close()
    except OSError as error:
        raise PlanpressError(f'cannot read "{path}": {error.strerror}') from None
    return path


def load_plan(path: Path) -> Source:
    """Read a plan file; whatever is wrong with it is a finding, never an exception."""
    file = str(path)
    try:
        size, content = _read(path)
    except OSError as error:
        return _unreadable(file, f"cannot read the plan: {error.strerror or error}")
    if max(size, len(content)) > MAX_BYTES:
        found, limit = (bytes_ // 1_000_000 for bytes_ in (max(size, len(content)), MAX_BYTES))
        return _unreadable(
            file, f"file is {found} MB, more than {limit} MB", help_text="a plan is text; is it the right file?"
        )
    return parse_plan(content, file)


def plan_bytes(path: Path) -> bytes:
    """Read an ordinary file that a plan can be read from, and written to, byte for byte."""
    try:
        size, content = _read(path)
    except OSError as error:
        raise PlanpressError(f'cannot read "{path}": {error.strerror or error}') from None
    if size > MAX_BYTES or not path.is_file() or path == STANDARD_INPUT:
        raise PlanpressError(f'"{path}" cannot be written back', help="name the file of the plan")
    return content


def _read(path: Path) -> tuple[int, bytes]:
    """Read a file as far as a plan may be long, and tell how long it is."""
    with path.open("rb") as stream:
        size = os.fstat(stream.fileno()).st_size
        return size, stream.read(MAX_BYTES + 1) if size <= MAX_BYTES else b""


def parse_plan(content: bytes, file: str) -> Source:
    """Read a plan from bytes; `file` is the path as findings shall name it."""
    wide = _wide_encoding(content[:4])
    if wide:
        return _unreadable(file, f"file is {wide}", help_text="save it as UTF-8")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return _undecodable(content, error, file)
    composition = compose(text, file)
    lines = tuple(lines_of(text))
    reader = _Reader(file, lines, text)
    data = reader.read(composition.root)
    findings = (_named(each, lines) for each in (*composition.findings, *reader.findings))
    return Source(file, lines, data, reader.places, tuple(findings), text)


def _named(finding: Finding, lines: tuple[str, ...]) -> Finding:
    """Name what cannot be read by the text of its line, which stays the same when the line moves."""
    number = finding.place.line
    return replace(finding, path=lines[number - 1].strip()) if number <= len(lines) else finding


def _unreadable(file: str, message: str, *, help_text: str | None = None) -> Source:
    finding = Finding("unreadable-file", Severity.ERROR, message, Place(file, 1, 1, 1, 1), help_text)
    return Source(file, (), Entries(), {}, (finding,))


def _wide_encoding(start: bytes) -> str | None:
    """Tell UTF-16 and UTF-32 by their mark, or by the empty bytes beside a Latin letter."""
    if start in (b"\xff\xfe\0\0", b"\0\0\xfe\xff") or start.startswith(b"\0\0\0") or start[1:] == b"\0\0\0":
        return "UTF-32"
    marked = start.startswith((b"\xff\xfe", b"\xfe\xff"))
    return "UTF-16" if marked or start[::2] == b"\0\0" or start[1::2] == b"\0\0" else None


def _undecodable(content: bytes, error: UnicodeDecodeError, file: str) -> Source:
    before = content[: error.start].decode("utf-8")
    line, column = before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1
    message = f"byte 0x{content[error.start]:02x} is not UTF-8"
    finding = Finding(
        "unreadable-file",
        Severity.ERROR,
        message,
        Place(file, line, column, line, column + 1),
        "save the file as UTF-8",
    )
    return Source(file, (), Entries(), {}, (finding,))


class _TooManyValuesError(Exception):
    """Aliases unfold without end."""


class _Reader:
    """Turns nodes into raw values, aliases written out, with a bound on how many."""

    def __init__(self, file: str, lines: tuple[str, ...], text: str) -> None:
        self.file = file
        self.lines = lines
        self.text = text
        self.places: dict[Pointer, tuple[Place | None, Place, bool]] = {}
        self.findings: list[Finding] = []
        self._hashes = {number for number, line in enumerate(lines, 1) if "#" in line}

    def read(self, root: Node | None) -> Entries:
        """Return the top mapping; anything else at the top is a finding."""
        if root is None or root.is_null:
            return Entries()
        try:
            data = self._value(root, (), None)
        except _TooManyValuesError:
            self._report(root.place, f"aliases unfold to more than {MAX_VALUES} values", "write the values out")
            return Entries()
        if isinstance(data, Entries):
            return data
        self._report(root.place, "a plan is a mapping of keys to values", 'begin with "title: …"')
        return Entries()

    def _report(self, place: Place, message: str, help_text: str, rule: str = "yaml-value") -> None:
        self.findings.append(Finding(rule, Severity.ERROR, message, place, help_text))

    def _value(self, node: Node, pointer: Pointer, key: Place | None) -> object:
        if len(self.places) >= MAX_VALUES or len(pointer) > MAX_DEPTH:
            raise _TooManyValuesError
        self.places[pointer] = (key, node.place, node.text is not None)
        if node.pairs is not None:
            return self._mapping(node, pointer)
        if node.items is not None:
            values = (self._value(item, (*pointer, index), None) for index, item in enumerate(node.items))
            return listing_of(values, pointer)
        return self._text(node)

    def _mapping(self, node: Node, pointer: Pointer) -> Entries:
        entries = Entries()
        entries.pointer = pointer
        first: dict[str, int] = {}
        for key, value in node.pairs or ():
            name = self._key(key)
            if name is None:
                continue
            if name in first:
                message = f'duplicate key "{name}" (first on line {first[name]})'
                help_text = "give each its own name; YAML would keep only the last"
                self._report(key.place, message, help_text, rule="duplicate-key")
                continue
            first[name] = key.place.line
            entries[name] = self._value(value, (*pointer, name), key.place)
        return entries

    def _key(self, key: Node) -> str | None:
        if key.text is None:
            braces = key.pairs is not None
            help_text = 'a value that begins with "{{" must be quoted' if braces else "quote the text"
            self._report(key.place, "a key must be text", help_text)
            return None
        if key.text == "<<" and key.plain:
            self._report(key.place, "merge keys are not allowed", "write the values out")
            return None
        return self._fit(key)

    def _fit(self, node: Node) -> str:
        """Tell the first character of a text that cannot stay, and leave such characters out of what is read on."""
        text = node.text or ""
        found = unfit(text)
        if found is None:
            return text
        index, message, help_text = found
        self._report(character_place(self.text, node.place, text, index), message, help_text)
        return without_unfit(text)

    def _text(self, node: Node) -> str | None:
        text = self._fit(node)
        if node.plain and node.place.end_line in self._hashes:
            self._check_comment(node.place)
        return None if node.is_null else text

    def _check_comment(self, place: Place) -> None:
        rest = self.lines[place.end_line - 1][place.end_column - 1 :]
        if not hides_text(rest):
            return
        start = place.end_column + len(rest) - len(rest.lstrip())
        found = Place(self.file, place.end_line, start, place.end_line, place.end_column + len(rest))
        message = f'"{rest.strip()}" is read as a comment'
        self._report(found, message, 'quote the whole value, or put a space after "#" if it is a comment')
