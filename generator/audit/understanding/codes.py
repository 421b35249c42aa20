"""Short codes that things are called by: D4, WP2, KP-3, FAL-201; those of one series share their letters."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from generator.audit.blocks import Under
from generator.audit.understanding.phrases import Grid, Phrase, Quote, Reading, Row
from generator.audit.understanding.words import level

_CODE = re.compile(r"(?<![\w.-])(?P<letters>[A-Z]{1,5})-?(?P<number>\d{1,5})(?![\w]|[.,]\d|-[A-Za-z]|\s?%)")
_RANGE = re.compile(r"\s?(?:-|to|through)\s?(?P<letters>[A-Z]{1,5})-?(?P<number>\d{1,5})(?!\w|[.,]\d)")
_MOST = 40
_FEWEST = 3
_IN_CASE = re.compile(
    r"(?:after|for|if|on|to|in case of|in the event of|case|re|against|with|under)\s{1,3}(?=(?-i:[A-Z]{1,5})-?\d)",
    re.IGNORECASE,
)
_LEADING = re.compile(r"\W*(?P<code>[A-Z]{1,5}-?\d{1,5})(?![\w.])")
_RANGE = re.compile(r"\W*[A-Z]{1,5}-?\d{1,5}\s?(?:-|to|through)\s?[A-Z]{0,5}-?\d")

Code = tuple[str, int, int]
"""The code without its hyphen, and where it stands."""


@dataclass(frozen=True, eq=False)
class CodeList:
    """The codes of one series that the entries or rows below a heading begin with."""

    letters: str
    title: str
    codes: dict[str, Quote]


def code_lists(reading: Reading) -> list[CodeList]:
    """Collect what lists and tables lead with, by heading and series."""
    found: dict[tuple[str, str, str, str], CodeList] = {}
    rows = [row.cells[0] for _, rows in reading.tables for row in rows if row.cells]
    for phrase in [*(each for each in reading.phrases if each.form == "item"), *rows]:
        code = leading_code(phrase.plain)
        if code:
            letters, title = series_of(code)[0], phrase.under[-1].text.plain if phrase.under else ""
            empty = CodeList(letters, title, {})
            listed = found.setdefault((phrase.text.file, title, letters, phrase.form), empty)
            listed.codes.setdefault(code, phrase.quote())
    return list(found.values())


@dataclass(frozen=True, eq=False)
class CodeRun:
    """A list, a table or a row of paragraphs each of whose entries begins with a code of one series."""

    letters: str
    intro: str
    """The heading above, the sentence before, and the heads of the other columns."""
    under: Under
    codes: dict[str, Quote]


def code_runs(reading: Reading) -> list[CodeRun]:
    """Collect what is told code by code, each list by itself."""
    tabled = [run for grid, rows in reading.tables if (run := _run_of_table(grid, rows))]
    return [*tabled, *_runs_of_entries(reading)]


def _run_of_table(grid: Grid, rows: tuple[Row, ...]) -> CodeRun | None:
    for column in range(min(len(grid.header), 3)):
        cells = [row.cells[column] for row in rows]
        if any(_RANGE.match(level(cell.plain)) for cell in cells):
            continue
        heads = " ".join(each.plain for index, each in enumerate(grid.header) if index != column)
        run = _run([(cell, leading_code(cell.plain)) for cell in cells], grid.under, heads)
        if run:
            return run
    return None


def _runs_of_entries(reading: Reading) -> Iterator[CodeRun]:
    """Entries of a list, or paragraphs, that stand one after the other."""
    before, run = "", list[tuple[Phrase, str]]()
    told = (each for each in reading.phrases if each.form in {"item", "paragraph", "heading"})
    for form, group in groupby(told, key=_form):
        run = [(each, _code_told_of(each)) for each in group]
        found = _run(run, run[0][0].under, before) if form != "other" else None
        if found:
            yield found
        last = run[-1][0]
        before = last.plain if last.form == "paragraph" else ""


def _form(phrase: Phrase) -> str:
    if phrase.form == "item":
        return "item"
    coded = phrase.form == "paragraph" and _code_told_of(phrase)
    return "paragraph" if coded else "other"


def _code_told_of(phrase: Phrase) -> str:
    """`After D4: ...` and `D4: ...` tell of D4."""
    plain = level(phrase.plain)
    before = _IN_CASE.match(plain)
    return leading_code(plain[before.end() :] if before else plain)


def _run(told: list[tuple[Phrase, str]], under: Under, intro: str) -> CodeRun | None:
    """Each entry has its own code, and all have the same letters."""
    entries = {code: phrase.quote() for phrase, code in told}
    series = {series_of(code)[0] for code in entries if code}
    if "" in entries or len(entries) < max(len(told), _FEWEST) or len(series) != 1:
        return None
    title = under[-1].text.plain if under else ""
    return CodeRun(series.pop(), f"{title}. {intro}", under, entries)


def codes_in(text: str) -> list[Code]:
    """Find every code that a text names, those inside a range included."""
    return list(_codes(level(text)))


def leading_code(text: str) -> str:
    """Return the code that a cell, an entry or a heading begins with."""
    found = _LEADING.match(level(text))
    letters, number = series_of(found["code"].replace("-", "")) if found else ("", 0)
    return f"{letters}{number}" if found else ""


def series_of(code: str) -> tuple[str, int]:
    """Part a code into the letters of its series and its number."""
    letters = code.rstrip("0123456789")
    return letters, int(code[len(letters) :])


@lru_cache(maxsize=20_000)
def _codes(plain: str) -> tuple[Code, ...]:
    found: list[Code] = []
    for match in _CODE.finditer(plain):
        found.append((f"{match['letters']}{int(match['number'])}", match.start(), match.end()))
        last = _RANGE.match(plain, match.end())
        if last and last["letters"] == match["letters"]:
            inside = range(int(match["number"]) + 1, min(int(last["number"]), int(match["number"]) + _MOST))
            found += [(f"{match['letters']}{number}", match.start(), last.end()) for number in inside]
    return tuple(found)
