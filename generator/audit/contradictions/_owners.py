"""What sentences and sections say of owners, held against the entries that plan the things."""

import re
from collections.abc import Iterator
from functools import lru_cache

from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.entries import Name, Told, names_in_title
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.phrases import Phrase
from generator.audit.understanding.said import Spotted, index_of, spotted
from generator.audit.understanding.words import key_of, level

_PART = r"(?:(?:Dr|Prof|Mr|Ms|Mrs|[A-Z])\.|[A-Z][\w'-]*)"
_WHO = rf"(?P<who>@[\w-]+|{_PART}(?:\s(?:{_PART}|de|van|von))*)"
_VERB = r"(?:owned|led|run|headed|managed|sponsored|coordinated|handled)"
_BY = re.compile(rf"\b{_VERB}\s+by\s+(?:the\s+)?{_WHO}")
_ROLE = re.compile(rf"(?P<is>,?\s+is)?,?\s+{_WHO}(?(is)|(?=\s*(?:[^\w\s]|$)))")
"""A name behind a comma that has a verb of its own begins another clause."""
_SECTION = re.compile(
    rf"(?:(?:[Ll]ead|[Oo]wner|[Ss]ponsor|[Rr]esponsible|[Cc]ontractor|[Aa]ssignee)\s*:"
    rf"|(?i:{_VERB})\s+by(?: the)?)\s*{_WHO}"
)
_REACH = 120


@lru_cache(maxsize=1)
def owned_otherwise(facts: Facts) -> tuple[Contradiction, ...]:
    """Find each known person to whom a sentence or a section gives what the entries give to another one."""
    return tuple(_owned_otherwise(facts))


def _owned_otherwise(facts: Facts) -> Iterator[Contradiction]:
    owners = facts.entries.owners
    index = index_of(owners)
    for phrase in facts.reading.phrases:
        if not phrase.is_spoken:
            continue
        names = list(spotted(index, phrase.plain))
        found = [*_in_sentence(phrase, names), *_below_heading(phrase)]
        for name, who in found:
            told = owners.get(name, [])
            if told and _is_other(facts, who["who"], told):
                message = f'"{" ".join(name)}" is with "{who["who"]}", and with "{_held(told[0])}"'
                yield Contradiction(message, phrase.mark(who.start("who"), who.end("who")), (told[0].quote,))


def _held(told: Told) -> str:
    return next((part.strip() for part in told.quote.text.split("|") if key_of(part) == told.value), told.quote.text)


def _in_sentence(phrase: Phrase, names: list[Spotted]) -> Iterator[tuple[Name, "re.Match[str]"]]:
    """`Risk R3 is owned by Ana`, and `The technical lead, Ana Ruiz, decides`."""
    plain = level(phrase.plain)
    for index, each in enumerate(names):
        end = names[index + 1].start if index + 1 < len(names) else len(plain)
        role = _ROLE.match(plain, each.end, min(end, each.end + _REACH))
        by = _BY.search(plain, each.end, min(end, each.end + _REACH))
        if by and not re.search(r"[.;!?]\s", plain[each.end : by.start()]):
            yield each.name, by
        elif role and len(each.name) > 1 and not each.name[0][-1].isdecimal():
            yield each.name, role


def _below_heading(phrase: Phrase) -> Iterator[tuple[Name, "re.Match[str]"]]:
    """`Lead: Ana` right below the heading of a thing."""
    found = _SECTION.match(level(phrase.plain))
    for name in names_in_title(phrase.under[-1].text.plain) if found and phrase.under else ():
        if found:
            yield name, found


def _is_other(facts: Facts, who: str, told: list[Told]) -> bool:
    said = key_of(who)
    holders = [each.value for each in told if isinstance(each.value, frozenset)]
    return said in facts.entries.people and not any(said & holder for holder in holders)
