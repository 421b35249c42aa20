"""How many there are, as prose says it: waves, phases, people of a role."""

import re
from collections.abc import Iterator

from generator.literals.claims import Claim, Reading, live_fact
from generator.literals.context import END, is_sure
from generator.literals.lexicon import Known, Mention
from generator.literals.numbers import NUMBER, NUMBERS, band_of, number_of
from generator.model.index import SECTIONS
from generator.model.quantity import Band
from generator.model.team import Role
from generator.patterns import Pattern, any_of
from generator.scheduling.resource_load import team_total

_NOUNS = {
    **{section.removesuffix("s"): section for section in ("phases", "waves", "tasks", "milestones", "checkpoints")},
    **{section.removesuffix("s"): section for section in ("deliverables", "risks", "roles", "meetings", "channels")},
    **{
        section.removesuffix("s"): section
        for section in ("alerts", "targets", "decisions", "assumptions", "rollbacks")
    },
    "success criteria": "criteria",
    "procedure": "rollbacks",
}
_NOUN = "|".join(sorted(_NOUNS, key=len, reverse=True))
_COUNTED = rf"(?P<said>{NUMBER})\s+(?P<noun>{_NOUN})s?\b"
_PARTS = (
    r"(?!\s+(?:of|in|at|that|which|who|named|above|below|listed|before|after|beside|on|from|with|an?|each|per|every)\b"
    r"|\s+\d)"
)
"""What follows does not single some of them out."""
_THINGS = frozenset(f"{name.split()[-1]}{s}" for name in _NOUNS for s in ("", "s"))
_FORMS = (
    Pattern(rf"\b[Aa]ll\s+{_COUNTED}{_PARTS}", words=(_THINGS, NUMBERS, any_of("all"))),
    Pattern(
        rf"\b(?:plan|project|programme|program|register)\s+"
        rf"(?:has|holds|lists|consists\s+of|comprises|counts|is\s+divided\s+into|runs\s+in)\s+{_COUNTED}{END}",
        words=(
            _THINGS,
            NUMBERS,
            any_of("plan project programme program register"),
            any_of("has holds lists consists comprises counts divided runs"),
        ),
    ),
    Pattern(
        rf"\b{_COUNTED}\s+(?:in\s+all|in\s+total|altogether)\b",
        words=(_THINGS, NUMBERS, any_of("in altogether"), any_of("all total altogether")),
    ),
    Pattern(rf"\b[Aa]\s+total\s+of\s+{_COUNTED}{END}", words=(_THINGS, NUMBERS, any_of("total"))),
)
_COMPOUND = Pattern(r"\b(?P<said>\d{1,3})-(?P<noun>[Pp]hase|[Ww]ave)\b", ("-phase", "-Phase", "-wave", "-Wave"))
_STRUCTURE = Pattern(
    rf"(?<!\bfirst\s)(?<!\blast\s)(?<!\bother\s)(?<!\bnext\s)(?<!\bthe\s)\b(?P<said>{NUMBER})\s+"
    rf"(?P<noun>phase|wave|checkpoint)s?\b{_PARTS}",
    words=(any_of("phase phases wave waves checkpoint checkpoints"), NUMBERS),
)
"""Fewer than there are may be some of them."""
_WHOLE = frozenset({"summary", "approach"})
_STAFFED = rf"(?P<said>{NUMBER}(?:\s*[-–]\s*\d+)?)\s+"
_TEAM = Pattern(
    rf"[*_]{{0,2}}(?:\s*[:(]\s*|\s+(?:has|is\s+staffed\s+with)\s+(?:a\s+team\s+of\s+)?){_STAFFED}",
    (":", "(", "has", "staffed"),
)
_ROLE = Pattern(
    rf"\b(?:[Aa]ll|(?:[Tt]he|[Tt]his)\s+(?:plan|project)\s+(?:has|counts))\s+{_STAFFED}",
    ("All", "all", "plan", "project"),
)
_END, _NARROWED = Pattern(END), Pattern(_PARTS)


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield what a sentence says of numbers of things and of people."""
    if not reading.tells_number:
        return
    passage = reading.passage
    if not any(mention.of("phase", "wave") for mention in reading.mentions):
        for form in _FORMS:
            yield from _counted(form, reading)
        yield from _staffed(reading)
    if passage.pointer[0] in _WHOLE:
        yield from _counted(_COMPOUND, reading)
    yield from _counted(_STRUCTURE, reading)
    for mention in reading.mentions:
        yield from _teams(mention, reading)


def _counted(form: Pattern, reading: Reading) -> Iterator[Claim]:
    """What belongs to a phase or wave may count that one's own."""
    passage = reading.passage
    if passage.pointer[0] in ("phases", "waves"):
        return
    for found in form.finditer(passage.plain, passage.begin, passage.end):
        section = _NOUNS.get(" ".join(found["noun"].lower().split()))
        kind = next((kind for kind, name in SECTIONS.items() if name == section), None)
        if section is None or kind is None or not is_sure(reading, found.start(), found.end()):
            continue
        count = len(reading.facts.index.by_kind[kind])
        may_be_some = form is _STRUCTURE and number_of(found["said"]) < count
        if count and not may_be_some:
            live = f"{{{{ count('{section}') }}}}" if found["said"] == str(count) else None
            fact = f"the plan has {count} {section if count != 1 else found['noun'].lower()}"
            yield reading.claim(
                "count", found.span("said"), fact, agrees=number_of(found["said"]) == count, live=live
            )


def _teams(mention: Mention, reading: Reading) -> Iterator[Claim]:
    """People of a wave or phase: "Wave 3: 2-3 developers"."""
    items = mention.of("wave", "phase")
    found = _TEAM.match(reading.passage.plain, mention.end, reading.passage.end)
    role = _role_behind(found, _END, reading) if found else None
    if not found or role is None or len(items) != 1 or not is_sure(reading, mention.begin, found.end("said")):
        return
    band, call = _people(items[0], role, reading)
    said = _band(found["said"])
    if band is None or (said.low == said.high and said != band and band.low <= said.low <= band.high):
        return
    live = live_fact(reading.facts, found["said"], call, items[0], role)
    fact = f'"{items[0][1]}" has {band} of role "{role}"'
    yield reading.claim("count", found.span("said"), fact, agrees=said == band, live=live)


def _people(item: Known, role: str, reading: Reading) -> tuple[Band | None, str]:
    """The people of an item, and the live fact that tells them."""
    plan = reading.facts.plan
    if item[0] == "wave":
        return plan.waves[item[1]].team.get(role), "team"
    total = team_total(plan, reading.facts.schedule, item[1], role)
    return (total if total.high else None), "total"


def _staffed(reading: Reading) -> Iterator[Claim]:
    """People of a role: "all 8 developers"."""
    passage = reading.passage
    for found in _ROLE.finditer(passage.plain, passage.begin, passage.end):
        role = _role_behind(found, _NARROWED, reading)
        count = reading.facts.plan.roles[role].count if role else None
        if role is None or count is None or not is_sure(reading, found.start(), found.end()):
            continue
        live = live_fact(reading.facts, found["said"], "headcount", ("role", role))
        fact = f'the role "{role}" counts {count}'
        yield reading.claim("count", found.span("said"), fact, agrees=_band(found["said"]) == count, live=live)


def _role_behind(found: re.Match[str], then: Pattern, reading: Reading) -> str | None:
    """The role whose people stand behind a number, where what follows does not narrow them down."""
    passage = reading.passage
    behind = passage.plain[found.end() : passage.end]
    for role in reading.facts.plan.roles.values():
        for word in _words(role):
            if behind.casefold().startswith(word) and then.match(passage.plain, found.end() + len(word)):
                return role.id
    return None


def _words(role: Role) -> tuple[str, ...]:
    """How people of a role are called, the longest first."""
    names = {role.name.casefold(), f"{role.name.casefold()}s", (role.plural or role.name).casefold()}
    return tuple(sorted(names, key=len, reverse=True))


def _band(text: str) -> Band:
    return Band(*band_of(text))
