"""Rows of tables, entries of lists and paragraphs as records: a name, and what is told of it under labels."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import NamedTuple

from generator.audit.blocks import Text
from generator.audit.calendar import WEEKDAY
from generator.audit.first_plan.humans import is_label_of_people
from generator.audit.first_plan.listed import listed_work
from generator.audit.first_plan.subjects import subject_of, table_subject
from generator.audit.first_plan.wording import Stretch, bare, sentences_of
from generator.audit.understanding.columns import meaning_of
from generator.audit.understanding.entries import is_total
from generator.audit.understanding.people import persons_in, whole_person
from generator.audit.understanding.phrases import Phrase, Quote, Reading, Row
from generator.audit.understanding.words import level

_CODE = re.compile(
    r"\W*(?:(?:(?P<kind>[A-Z][a-z]+)\s)?(?P<code>[A-Z]{1,3}-?\d{1,3})\b\s*[:.)-]{0,2}"
    r"|(?P<number>[A-Z][a-z]+\s(?:\d{1,2}|[A-Z]))\s*[:-]{1,2})\s+(?=\w)"
)
_NUMBER = re.compile(r"\W*(?P<number>\d{1,2})[.)]\s+(?=\w)")
"""What numbers a heading, as in `3. Late delivery`."""
_OF_TIME = re.compile(r"(?:Day|Week|Month|Year|Hour)\b")
_ONLY_CODE = re.compile(r"[A-Z]{1,4}[-. ]?\d{1,3}|[A-Z]|\d{1,3}\.?")
_NAMING = ("risk", "scenario", "name", "procedure")
"""Which columns name what the first one gives a code alone, the best of them first."""
_LABEL = re.compile(r"(?:^|(?<=[.;,|)])\s+|\s-\s+)(?P<label>[A-Z][a-z]+(?: [a-z]+){0,2}):\s+(?=\S)")
_DECIDED = re.compile(r"^(?:decided|led|run|decision) by ", re.IGNORECASE)
_NAMED_ALONE = re.compile(r"(?:(?:Decided|Led|Run|Decision) by )?[A-Z][\w'.-]+(?: [\w'-]+){0,3}\.?")
_HELD = re.compile(r"(?P<name>[^:;.!?]{2,60}?)\s*(?::|\s[-–—])\s+")
_BY_MEANING = {
    "mitigation": (
        "answer", "we do", "counter", "remedy", "prevented by", "what we do", "plan", "precaution", "precautions",
    ),
    "owner": ("watches it", "watched by", "watch", "holder", "by", "chair", "chaired by", "who decides",
        "signs", "who signs", "signed by", "signed off by", "approved by", "released by", "accepted by",
    ),
    "rollback time": (
        "takes", "takes at most", "time", "time needed", "time allowed", "allowed time", "longest time", "max time",
        "maximum time", "duration", "how long", "at most", "done within", "back within", "minutes",
    ),
    "procedure": ("undo", "way back", "what is done", "do"),
    "scope": ("after", "covers", "wave"),
}  # fmt: skip
_MEANINGS = {label: meaning for meaning, labels in _BY_MEANING.items() for label in labels}
WEEKDAY_BESIDE = re.compile(rf"\s*[(,]?\s*\b{WEEKDAY}\b\.?\s*[),]?", re.IGNORECASE)
"""A weekday as it stands before or behind a date."""
_COUNTED = frozenset({"people", "money", "share", "total"})
_OF_RISKS = frozenset({"impact", "probability", "mitigation"})
LABELS = frozenset(_MEANINGS)
"""Labels that name a relation, not a post."""


@dataclass(frozen=True, eq=False)
class Record:
    """One thing that a table, a list or a run of paragraphs tells; `labels` are words that its keys stand for."""

    subject: str
    name: str
    code: str
    told: Mapping[str, Stretch]
    phrase: Phrase
    quotes: tuple[Quote, ...]
    labels: tuple[str, ...] = ()
    row: Row | None = None

    def get(self, *meanings: str) -> Stretch | None:
        """Return what is told under the first of some labels."""
        return next((self.told[each] for each in meanings if each in self.told), None)


def records_of(reading: Reading) -> list[Record]:
    """Collect the records of all tables, then those of all lists and labelled paragraphs."""
    rows = [_of_row(row) for grid, rows in reading.tables for row in rows if not is_total(row)]
    found = [each for each in rows if each]
    return [*found, *_spoken(reading, ways_named(found))]


def ways_named(records: Iterable[Record]) -> frozenset[str]:
    """The codes below which rows of risks name a way back."""
    told = (record.told.get("fallback") for record in records if record.subject == "risk")
    return frozenset(each.text.strip() for each in told if each and _ONLY_CODE.fullmatch(each.text.strip()))


def _spoken(reading: Reading, ways: frozenset[str]) -> list[Record]:
    """Entries of lists and labelled paragraphs, and headings, each with the labelled entries that stand below it."""
    found: list[Record] = []
    heading: Phrase | None = None
    above: Text | None = None
    for phrase in reading.phrases:
        if phrase.form == "heading":
            heading, above = phrase, None
            found += [_of_heading(phrase, ())] if _is_way_back(phrase) else []
        elif phrase.item and phrase.item.depth:
            if found and above is not None and phrase.item.above is above:
                found[-1] = _with(found[-1], phrase, _labelled(phrase, 0))
        elif phrase.is_spoken and not (heading and _tells_of_heading(found, phrase, heading)):
            records = list(_of_phrase(phrase, ways))
            found += records
            above = phrase.text if records and phrase.item else None
    return [each for each in found if each.name]


def _is_way_back(heading: Phrase) -> bool:
    return bool(coded(heading.plain)[0]) and subject_of(heading) == "rollback"


def _tells_of_heading(found: list[Record], phrase: Phrase, heading: Phrase) -> bool:
    """Add a text to the record of the heading right above it, where it is labelled or the steps of a way back."""
    is_open = bool(found) and found[-1].phrase is heading
    if parts := _leading(phrase, heading):
        if not is_open:
            found.append(_of_heading(heading, {meaning for _, meaning, *_ in parts}))
        found[-1] = _with(found[-1], phrase, parts)
    elif is_open and found[-1].subject == "rollback" and _is_way_back(heading):
        found[-1] = _told_below(found[-1], phrase)
        return True
    return bool(parts)


def _leading(phrase: Phrase, heading: Phrase) -> list["Part"]:
    """Labels of a text that begins with one, right below a heading."""
    parts = _labelled(phrase, 0) if phrase.under and phrase.under[-1].text is heading.text else []
    return parts if parts and not level(phrase.plain)[: parts[0].start].strip(" *") else []


def _of_heading(heading: Phrase, meanings: Iterable[str]) -> Record:
    code, labels, start = coded(heading.plain)
    if not code and (numbered := _NUMBER.match(level(heading.plain))):
        labels, start = (numbered["number"],), numbered.end()
    subject = subject_of(heading) or ("risk" if _OF_RISKS.intersection(meanings) else "")
    return Record(subject, bare(heading.plain[start:]), code, {}, heading, (heading.quote(),), labels)


def _told_below(record: Record, phrase: Phrase) -> Record:
    """A way back with a section of its own is all that stands in it; a sentence that is a name tells who decides."""
    number = phrase.item.number if phrase.item else None
    said = f"{number}. {phrase.plain}" if number is not None else phrase.plain
    before = record.told.get("procedure")
    text = f"{before.text} {said}" if before else said
    told = {**record.told, "procedure": Stretch(text, record.phrase)}
    alone = [
        _DECIDED.sub("", each).strip(" .") for each in sentences_of(phrase.plain) if _NAMED_ALONE.fullmatch(each)
    ]
    if alone:
        told.setdefault("decider", Stretch(alone[0], phrase))
    return replace(record, told=told, quotes=(*record.quotes, phrase.quote()))


def coded(text: str) -> tuple[str, tuple[str, ...], int]:
    """Read the code that a text begins with, as in `Risk E1:` or `Risk 2 -`: it, its words, and where it ends."""
    found = _CODE.match(level(text))
    if found and found["number"] and _OF_TIME.match(found["number"]):
        return "", (), 0
    code = (found["code"] or found["number"]) if found else ""
    return code, (code, found["kind"] or "") if found else (), found.end() if found else 0


def _with(record: Record, phrase: Phrase, parts: list["Part"]) -> Record:
    if not parts:
        return record
    told = dict(record.told)
    for each in parts:
        told.setdefault(each.meaning, Stretch(bare(phrase.plain[each.first : each.last]), phrase, each.label))
    labels = (*record.labels, *(each.label for each in parts))
    return replace(record, told=told, labels=labels, quotes=(*record.quotes, phrase.quote()))


def _of_row(row: Row) -> Record | None:
    name, subject = row.cells[row.grid.key_column], table_subject(row.grid)
    if not level(name.plain).strip():
        return None
    code = row.cell("identity")
    if subject in {"risk", "rollback"} and _ONLY_CODE.fullmatch(name.plain.strip()):
        named = next((cell for each in _NAMING if (cell := row.cell(each)) and cell is not name), None)
        code, name = (name, named) if named else (code, name)
    told: dict[str, Stretch] = {}
    for cell, meaning, header in zip(row.cells, row.grid.meanings, row.grid.header, strict=True):
        if cell is not name and cell is not code and cell.plain.strip():
            key = f"person {header.plain}" if meaning == "person" else _meaning(header.plain, meaning, cell)
            told.setdefault(key, Stretch(cell.plain.strip(), cell, header.plain))
    quotes = (row.mark(name), row.mark(row.cells[-1]))
    return Record(subject, name.plain.strip(), code.plain.strip() if code else "", told, name, quotes, row=row)


def _meaning(label: str, known: str, cell: Phrase) -> str:
    """What a heading does not tell its cells may: people have things, and other words are a note."""
    own = known or _MEANINGS.get(" ".join(re.findall(r"[a-z]+", level(label).lower())), "")
    if own or (is_label_of_people(label) and whole_person(cell)):
        return own or "owner"
    return "note" if re.search(r"[^\W\d]{3}", cell.plain) else "figure"


def _of_phrase(phrase: Phrase, ways: frozenset[str]) -> Iterator[Record]:
    """An entry of a list, a paragraph of more than one label, or one with the code of a way back."""
    if phrase.item and phrase.item.depth:
        return
    code, labels, start = coded(phrase.plain)
    parts = [each for each in _labelled(phrase, start) if each.start > start]
    is_way = code in ways
    subject = "rollback" if is_way else subject_of(phrase)
    is_entry = code or len(parts) > 1 or subject in {"risk", "rollback"}
    is_led = subject == "risk" and _is_led(phrase)
    if phrase.form == "paragraph" and not (is_led or is_way) and not (parts and is_entry):
        return
    head = bare(phrase.plain[start : parts[0].start if parts else None])
    number = (str(phrase.item.number),) if phrase.item and phrase.item.number is not None else ()
    about = subject or ("risk" if _OF_RISKS.intersection(each.meaning for each in parts) else "")
    if head:
        told = {"holder": holder} if not parts and (holder := _holder(phrase)) else {}
        work = listed_work(phrase) if phrase.item else None
        head, told = (work.name, {**told, "owner": work.owner}) if work and work.owner else (head, told)
        yield _with(Record(about, head, code, told, phrase, (phrase.quote(),), (*labels, *number)), phrase, parts)


def _is_led(phrase: Phrase) -> bool:
    """`**Rain.** The ceremony moves to the barn.`: a paragraph that begins with what it is about."""
    strong = phrase.text.strong[:1]
    return bool(strong) and strong[0][0] == 0 and bool(re.search(r"\w", phrase.plain[strong[0][1] :]))


def _holder(phrase: Phrase) -> Stretch | None:
    """`Kiln: Ada Lind` and `Kiln - Ada Lind, with the spare key`: an entry that gives a thing to somebody."""
    found, people = _HELD.match(level(phrase.plain)), persons_in(phrase)
    first = people[0] if people and found and people[0].start == found.end() else None
    whole = first and re.match(r"\W*$|,", phrase.plain[first.end :])
    return Stretch(first.told, phrase, found["name"]) if first and found and whole else None


class Part(NamedTuple):
    """A label with its meaning, where it begins, and the stretch that it labels."""

    label: str
    meaning: str
    start: int
    first: int
    last: int


def _meaning_of_label(label: str) -> str:
    """What columns count is in a label only where it is one word: `Staff locked out` is a thing that happens."""
    meaning = meaning_of(label)
    return "" if meaning in _COUNTED and len(label.split()) > 1 else meaning


def _labelled(phrase: Phrase, start: int) -> list[Part]:
    """Return the known labels of a text."""
    plain = level(phrase.plain)
    found = []
    marks = list(_LABEL.finditer(plain, start))
    for match, following in zip_longest(marks, marks[1:]):
        end = following.start() if following else len(plain)
        meaning = _MEANINGS.get(match["label"].lower()) or _meaning_of_label(match["label"])
        people = [each for each in persons_in(phrase) if match.end() <= each.start < end]
        named = not meaning and match.start() > start and len(people) == 1 and people[0].start == match.end()
        if named and is_label_of_people(match["label"]):
            meaning = "owner"
        if meaning:
            found.append(Part(match["label"], meaning, match.start(), match.end(), end))
    return found
