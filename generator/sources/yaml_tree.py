"""YAML events to a tree of mappings, lists and raw text, with the place of every value.

Composed from the flat stream of events, without recursion in the parser: a file of a million brackets is a
finding, not a crash. Scalars stay text; only the schema decides what a value means.
"""

from dataclasses import dataclass, field

import yaml

from generator.findings import Finding, Place, Severity
from generator.sources.yaml_traps import forbidden_character, help_for_error, open_quote, position_of_error

MAX_DEPTH = 40
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_QUOTES = frozenset({'"', "'"})
_NO_TAG = (None, "!")


@dataclass(slots=True)
class Node:
    """One YAML value; an alias shares the node of its anchor."""

    place: Place
    text: str | None = None
    plain: bool = False
    pairs: "list[tuple[Node, Node]] | None" = None
    items: "list[Node] | None" = None
    closed: bool = True

    @property
    def is_null(self) -> bool:
        """Tell an empty value from a quoted empty text."""
        return self.plain and self.text in _NULLS


@dataclass
class Composition:
    """The tree of one file, if there is one, and what was wrong with it."""

    root: Node | None = None
    findings: list[Finding] = field(default_factory=list)


def compose(text: str, file: str) -> Composition:
    """Read one YAML document; a syntax error is a finding at its place."""
    composer = _Composer(file)
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            composer.take(event)
    except yaml.MarkedYAMLError as error:
        composer.report_syntax(error, text)
        return Composition(None, composer.findings)
    except yaml.reader.ReaderError:
        line, column, message = forbidden_character(text)
        place = Place(file, line, column, line, column + 1)
        composer.report(place, message, "remove the invisible character")
        return Composition(None, composer.findings)
    except _Refused:
        return Composition(None, composer.findings)
    return Composition(composer.root, composer.findings)


class _Refused(Exception):  # noqa: N818 - control flow: the finding is already recorded
    """The file cannot be read on."""


class _Composer:
    """Builds the tree from the stream of events."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.root: Node | None = None
        self.findings: list[Finding] = []
        self._last_quoted: yaml.ScalarEvent | None = None
        self._open: list[tuple[Node, Node | None]] = []
        self._key: Node | None = None
        self._anchors: dict[str, Node] = {}

    def take(self, event: yaml.Event) -> None:
        """Add one event to the tree."""
        if isinstance(event, yaml.ScalarEvent):
            node = Node(self._place(event), text=event.value, plain=not event.style)
            if event.style in _QUOTES and node.place.end_line > node.place.line:
                self._last_quoted = event
            self._add(node, event)
        elif isinstance(event, yaml.MappingStartEvent):
            self._begin(Node(self._place(event), pairs=[], closed=False), event)
        elif isinstance(event, yaml.SequenceStartEvent):
            self._begin(Node(self._place(event), items=[], closed=False), event)
        elif isinstance(event, yaml.CollectionEndEvent):
            self._end()
        elif isinstance(event, yaml.AliasEvent):
            self._attach(self._aliased(event))
        elif isinstance(event, yaml.DocumentStartEvent) and self.root is not None:
            self._refuse(event, "a second YAML document begins here", "a plan is one document: remove the ---")

    def report(self, place: Place, message: str, help: str | None) -> None:
        """Record a finding about the file's YAML."""
        self.findings.append(Finding("yaml-syntax", Severity.ERROR, message, place, help))

    def report_syntax(self, error: yaml.MarkedYAMLError, text: str) -> None:
        """Record a syntax error where it comes from."""
        quote = open_quote(error, self._last_quoted, text)
        line, column = quote[:2] if quote else position_of_error(error, text)
        told = (
            (f"not valid YAML: {quote[2]}", "close it where its text ends") if quote else help_for_error(error, text)
        )
        self.report(Place(self.file, line, column, line, column + 1), *told)

    def _begin(self, node: Node, event: yaml.NodeEvent) -> None:
        self._add(node, event)
        if len(self._open) >= MAX_DEPTH:
            self._refuse(event, f"nested deeper than {MAX_DEPTH} levels", "a plan needs fewer than ten")
        self._open.append((node, self._key))
        self._key = None

    def _end(self) -> None:
        node, self._key = self._open.pop()
        node.closed = True

    def _add(self, node: Node, event: yaml.NodeEvent) -> None:
        tag = getattr(event, "tag", None)
        if tag not in _NO_TAG:
            self.report(node.place, f'tag "{tag}" is not allowed', "a plan holds plain values: remove the tag")
        if event.anchor:
            self._anchors[event.anchor] = node
        self._attach(node)

    def _attach(self, node: Node) -> None:
        if not self._open:
            self.root = node
            return
        parent = self._open[-1][0]
        if parent.items is not None:
            parent.items.append(node)
        elif self._key is None:
            self._key = node
        elif parent.pairs is not None:
            parent.pairs.append((self._key, node))
            self._key = None

    def _aliased(self, event: yaml.AliasEvent) -> Node:
        node = self._anchors.get(event.anchor or "")
        if node is None:
            self._refuse(event, f'unknown alias "*{event.anchor}"', "quote the text if it begins with an asterisk")
        elif not node.closed:
            self._refuse(event, f'alias "*{event.anchor}" stands inside its own anchor', "write the value out")
        else:
            return node
        raise AssertionError

    def _refuse(self, event: yaml.Event, message: str, help: str | None) -> None:
        self.report(self._place(event), message, help)
        raise _Refused

    def _place(self, event: yaml.Event) -> Place:
        start, end = event.start_mark, event.end_mark
        if start is None or end is None:
            return Place(self.file, 1, 1, 1, 1)
        return Place(self.file, start.line + 1, start.column + 1, end.line + 1, end.column + 1)
