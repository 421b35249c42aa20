"""Tables drawn with dashes, as converters of word processors write them: grids, and columns below ruled headings."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from generator.audit.pipe_tables import MARK, outside_code

Piece = tuple[int, int, int]
"""A line, and where in it the words of a cell begin and end."""
Cell = tuple[Piece, ...]
Drawn = tuple[tuple[Cell, ...], ...]
"""The cells of each row, the header's first; a cell may run over several lines."""

_BORDER = re.compile(r" {0,6}\+(?:[-=:]{2,}\+){2,}\s*")
_BARRED = re.compile(r" {0,6}\|.*\|\s*")
_RULES = re.compile(r" {0,6}[-=]{2,}(?: +[-=]{2,})+\s*")
_RULE = re.compile(r" {0,6}-{3,}\s*")
_FRAME = re.compile(r"\s*\+[-=]{3,}\+\s*")
_RULED_OFF = re.compile(r"\s*[|+]\s*[-=]{3,}\s*[|+]\s*")
_LEDGER = re.compile(
    r"\s*\|\s*(?P<name>[^\s|][^|]*?)\s{2,}(?P<amount>[€$£]?\d[\d.,]*(?: ?(?:[€$£%]|[A-Za-z]{1,12}))?)\s*\|\s*"
)
"""A line of a box with a name and an amount: `| Step 1     €9,000 |`."""
_ACCOUNT = re.compile(
    r"\s*(?P<name>[^\W\d_][^:=|]{1,60}?)\s*[:=]\s*(?P<sign>[A-Z][A-Za-z]{0,2}\.?\s{1,4}|[₹¥]\s{0,4})?"
    r"(?P<amount>(?P<mark>[€$£]\s{0,4})?\d[\d.,]*(?: ?(?P<unit>[€$£%]|[A-Za-z]{1,12}))?)(?:\s*\([^()]*\))?\s*"
)
"""A line of a reckoning with a name and an amount: `Hall   :  $9,000 (40%)`."""
_TOTAL = re.compile(r"\W*(?:grand |overall )?(?:total|sum)\b", re.IGNORECASE)
_FENCE = re.compile(r" {0,3}(?:`{3,}|~{3,}) *(?:text|txt|ascii|plain|plaintext)? *", re.IGNORECASE)
"""What opens a code block of drawings."""
_GROUP = re.compile(r"[-=]+")
_APART = re.compile(r"\S+(?: \S+)*")
_PLAIN = str.maketrans("│┃║┌┬┐├┼┤└┴┘┏┳┓┣╋┫┗┻┛╔╦╗╠╬╣╚╩╝╒╤╕╞╪╡╘╧╛╭╮╰╯─━═", "|||" + "+" * 40 + "-==")
"""Characters for boxes, each with that of a plain drawing."""
_MOST = 2_000
"""Lines of one table; nobody draws more."""


def set_aside_drawn(lines: Sequence[str]) -> tuple[list[str], dict[int, Drawn]]:
    """Put a mark in the place of each drawn table, and tell by its line which cells it has."""
    kept, tables = list(lines), dict[int, Drawn]()
    seen, end = list(outside_code(lines)), 0
    for number, line in enumerate(seen):
        found = _table_at(seen, number, end) if number >= end and line[:7].strip()[:1] in {"+", "-", "="} else None
        if found:
            first, end, drawn = found
            kept[first:end] = [MARK, *[""] * (end - first - 1)]
            tables[first] = drawn
    for first, end, drawn in _in_fences(lines):
        kept[first:end] = [MARK, *[""] * (end - first - 1)]
        tables[first] = drawn
    return kept, tables


def _in_fences(lines: Sequence[str]) -> Iterator[tuple[int, int, Drawn]]:
    """Yield the code blocks that are a grid and nothing besides."""
    first, plain = 0, [line.translate(_PLAIN) for line in lines]
    for is_code, run in groupby(outside_code(lines), key=lambda line: line == "`"):
        end = first + len(list(run))
        inside = [number for number in range(first + 1, end - 1) if plain[number].strip()]
        if is_code and inside and _FENCE.fullmatch(lines[first]):
            drawn = _whole_grid(plain, inside) or _ledger(plain, inside) or _account(plain, inside)
            if drawn:
                yield first, end, drawn
        first = end


def _whole_grid(lines: list[str], inside: list[int]) -> Drawn | None:
    found = _grid(lines, inside[0]) if _BORDER.fullmatch(lines[inside[0]]) else None
    return found[2] if found and found[1] == inside[-1] + 1 else None


def _ledger(lines: list[str], inside: list[int]) -> Drawn | None:
    """Names and amounts in a box: a table of two columns without headings."""
    framed = all(_FRAME.fullmatch(lines[number]) for number in (inside[0], inside[-1]))
    found = [(number, _LEDGER.fullmatch(lines[number])) for number in inside[1:-1]]
    told = [(number, each) for number, each in found if each]
    rules = all(each or _RULED_OFF.fullmatch(lines[number]) for number, each in found)
    if not framed or not rules or len(told) < len("abc"):
        return None
    return _two_columns(inside[0], told)


def _account(lines: list[str], inside: list[int]) -> Drawn | None:
    """Names and amounts of one currency or unit without a box, the last one of which is their total."""
    found = [(number, _ACCOUNT.fullmatch(lines[number])) for number in inside if not _RULE.fullmatch(lines[number])]
    told = [(number, each) for number, each in found if each]
    units = {tuple((part or "").strip() for part in each.group("sign", "mark", "unit")) for _, each in told}
    is_whole = len(told) == len(found) > len("abc") and _TOTAL.match(told[-1][1]["name"])
    return _two_columns(inside[0], told) if is_whole and len(units) == 1 and any(*units) else None


def _two_columns(first: int, told: list[tuple[int, "re.Match[str]"]]) -> Drawn:
    empty: Cell = ((first, 0, 0),)
    rows = (tuple(((number, *each.span(group)),) for group in ("name", "amount")) for number, each in told)
    return (empty, empty), *rows


def _table_at(lines: list[str], number: int, start: int) -> tuple[int, int, Drawn] | None:
    """Read the table that has its first border, or the rules below its heading, in this line."""
    if _BORDER.fullmatch(lines[number]):
        above = lines[number - 1].strip() if number else ""
        return _grid(lines, number) if not above or above.startswith("#") else None
    return _ruled(lines, number, start) if _RULES.fullmatch(lines[number]) else None


def _grid(lines: list[str], first: int) -> tuple[int, int, Drawn] | None:
    """Cells between bars that stand below the corners of the first border."""
    edges = [found.start() for found in re.finditer(r"\+", lines[first])]
    blocks: list[range] = []
    last = border = first
    for number in range(first + 1, min(len(lines), first + _MOST)):
        line = lines[number]
        if not (_BORDER.fullmatch(line) or _BARRED.fullmatch(line)):
            break
        if any(line[edge : edge + 1] not in {"+", "|"} for edge in edges):
            return None
        if _BORDER.fullmatch(line):
            blocks += [range(border + 1, number)] if number - border > 1 else []
            border = number
        last = number
    if border != last or len(blocks) < len("ab"):
        return None
    spans = [(left + 1, right) for left, right in pairwise(edges)]
    parted = len(blocks) > len("ab")
    blocks = blocks if parted else [blocks[0], *_line_by_line(lines, blocks[1], spans)]
    return first, last + 1, tuple(_row(lines, block, spans) for block in blocks)


def _ruled(lines: list[str], number: int, start: int) -> tuple[int, int, Drawn] | None:
    """The heading above the rules, and the rows below them down to an empty line, or to a rule."""
    first = number
    while first > start and number - first < len("abc") and _is_words(lines[first - 1]):
        first -= 1
    opened = first > start and (_RULE.fullmatch(lines[first - 1]) or _RULES.fullmatch(lines[first - 1]))
    if first == number or (first > start and lines[first - 1].strip() and not opened):
        return None
    lefts = [found.start() for found in _GROUP.finditer(lines[number])]
    spans = list(zip([0, *(left - 1 for left in lefts[1:])], [*(left - 1 for left in lefts[1:]), _MOST], strict=True))
    blocks, end = _blocks(lines, number + 1, closed=bool(opened and _RULE.fullmatch(lines[first - 1])))
    blocks = [range(first, number), *(_line_by_line(lines, blocks[0], spans) if len(blocks) == 1 else blocks)]
    rows = [_fitted(lines, block, lefts, spans) for block in blocks]
    if len(blocks) == 1 or not all(rows):
        return None
    return first - bool(opened), end, tuple(rows)


def _fitted(lines: list[str], block: range, lefts: list[int], spans: list[tuple[int, int]]) -> tuple[Cell, ...]:
    """Cells as the rules part them, or, where a bold one is wider than its column, as gaps in its one line do."""
    if not any(_crosses(lines[number], lefts) for number in block):
        return _row(lines, block, spans)
    words = [found.span() for found in _APART.finditer(lines[block[0]])]
    fits = len(block) == 1 and len(words) == len(spans) and all(map(_overlaps, words, spans))
    return _row(lines, block, words) if fits else ()


def _blocks(lines: list[str], start: int, *, closed: bool) -> tuple[list[range], int]:
    """The lines of each row: one, or, down to a closing rule, all up to an empty one."""
    blocks: list[range] = []
    opened = start
    for number in range(start, min(len(lines), start + _MOST)):
        line = lines[number]
        rule = _RULE.fullmatch(line) or _RULES.fullmatch(line)
        if closed and (rule or not line.strip()):
            blocks += [range(opened, number)] if number > opened else []
            opened = number + 1
        elif not closed and not rule and line.strip():
            blocks.append(range(number, number + 1))
        if rule or not (closed or line.strip()):
            return blocks, number + bool(rule)
    return ([], start) if closed else (blocks, min(len(lines), start + _MOST))


def _line_by_line(lines: list[str], block: range, spans: list[tuple[int, int]]) -> list[range]:
    """Where nothing parts the rows and each line fills all columns, each line is a row."""
    whole = all(lines[number][left:right].strip() for number in block for left, right in spans)
    return [range(number, number + 1) for number in block] if whole else [block]


def _is_words(line: str) -> bool:
    return bool(line.strip()) and not _RULE.fullmatch(line) and not _RULES.fullmatch(line)


def _crosses(line: str, lefts: list[int]) -> bool:
    """A word that lies over the gap between two columns stands in no table."""
    return any(line[left - 1 : left].strip() for left in lefts[1:])


def _overlaps(word: tuple[int, int], span: tuple[int, int]) -> bool:
    return word[0] < span[1] and span[0] < word[1]


def _row(lines: list[str], block: range, spans: list[tuple[int, int]]) -> tuple[Cell, ...]:
    return tuple(_cell(lines, block, left, right) for left, right in spans)


def _cell(lines: list[str], block: range, left: int, right: int) -> Cell:
    pieces = tuple(piece for number in block for piece in _piece(lines[number], number, left, right))
    return pieces or ((block[0], min(left + 1, len(lines[block[0]])), min(left + 1, len(lines[block[0]]))),)


def _piece(line: str, number: int, left: int, right: int) -> Iterator[Piece]:
    words = line[left:right]
    inner = words.lstrip(" |+")
    start = left + len(words) - len(inner)
    if inner.strip():
        yield number, start, start + len(inner.rstrip())
