"""Who is in charge of an entry, as its own text says it in other words: "it rests with the DBA", "he has the say"."""

import re
from collections.abc import Iterator

from generator.literals.claims import Claim, Reading
from generator.literals.context import END, is_sure
from generator.literals.lexicon import Known
from generator.literals.ownership import in_charge
from generator.literals.stems import stems
from generator.patterns import Pattern, any_of

_WHO = r"(?P<who>(?:[Tt]he\s+)?[^\W\d_][\w'’.-]*(?:\s+(?!(?:it|is|are|has|and|or|of)\b)[^\W\d_][\w'’.-]*){0,3}?)"
_THIS = r"(?:it|this|them|that)"
_HAS = (
    rf"(?:(?:declares?|owns?|leads?|heads?|chairs?|manages?|runs?|directs?|decides?|calls|carries|steers?|does|do|watche?s?\s+over)\s+(?:on\s+|about\s+)?{_THIS}"
    rf"|(?:answers?|stands?|is\s+(?:responsible|answerable|accountable))\s+for\s+{_THIS}"
    rf"|(?:are\s+(?:responsible|answerable|accountable))\s+for\s+{_THIS}"
    rf"|(?:looks?\s+after|sees?\s+to|(?:takes?|has|have)\s+(?:care|charge)\s+of|(?:is|are)\s+in\s+charge\s+of)\s+{_THIS}"
    r"|(?:is|are)\s+(?:in\s+charge|responsible|accountable)|gives?\s+the\s+(?:word|go-ahead)"
    rf"|has\s+the\s+(?:(?:last|final)\s+)?(?:say|word)(?:\s+(?:on|in|over)\s+{_THIS})?)"
)
_ROLE = r"(?:task|job|business|responsibility|decision|call|duty|charge)"
_VERB = Pattern(rf"\s{_HAS}{END}")
_BEFORE = re.compile(rf"(?<![\w'’-]){_WHO}$")
_THING = re.compile(
    r"\b(?:it|this|them|that|charge|responsible|accountable|word|go-ahead|say)(?=[*_)]*(?:[.,;:!]|$)|\s+(?:and|but)\b)"
)
"""A verb and its object end a clause."""
_NEAR = 60
"""So many characters before a verb its subject is looked for."""
_FORMS = (
    Pattern(
        rf"\b[Ii]t\s+(?:is\s+(?:up\s+to|in\s+the\s+hands\s+of)|(?:lies|rests|stays)\s+(?:with|in\s+the\s+hands\s+of)"
        rf"|(?:falls|belongs)\s+to|is\s+(?:owned|led|headed|chaired|declared|decided|managed|run)\s+by)\s+{_WHO}{END}",
        words=(any_of("it"), any_of("is lies rests stays falls belongs"), any_of("up hands with to by")),
    ),
    Pattern(rf"\b[Ii]t\s+is\s+{_WHO}['’]s?\s+{_ROLE}{END}", ("'", "’"), words=(any_of("it"), any_of("is"))),
    Pattern(
        r"(?:(?:[Uu]nder|[Ii]n)\s+the\s+(?:lead|hands|charge|direction|care)\s+of"
        rf"|(?:Led|Owned|Headed|Chaired|Run|Declared)\s+by)\s+{_WHO}{END}",
        words=(
            any_of("under in by"),
            any_of("lead hands charge direction care led owned headed chaired run declared"),
        ),
    ),
    Pattern(
        rf"\b[Tt]he\s+(?:last|final)\s+(?:word|say)\s+(?:(?:on|in|over)\s+{_THIS}\s+)?(?:has|(?:is|lies|rests)\s+with)\s+{_WHO}{END}",
        words=(any_of("word say"), any_of("last final"), any_of("has with")),
    ),
)


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield whoever is said to be in charge of the entry that a text belongs to, where the plan has somebody else."""
    owner = reading.context.owner
    charged = tuple(in_charge(owner, reading)) if owner else ()
    for found in _told(reading) if charged else ():
        who = set(_people(found, reading))
        if owner and who and not who & _able(owner, charged, who, reading) and is_sure(reading, *found.span("who")):
            fact = f'"{owner[1]}" has "{charged[0]}" in charge'
            yield reading.claim("owner", found.span("who"), fact, agrees=False)


def _told(reading: Reading) -> Iterator[re.Match[str]]:
    """Yield whoever is told, before a verb or behind it."""
    passage = reading.passage
    for form in _FORMS:
        yield from form.finditer(passage.plain, passage.begin, passage.end)
    if _THING.search(passage.plain, passage.begin, passage.end):
        for verb in _VERB.finditer(passage.plain, passage.begin, passage.end):
            found = _BEFORE.search(passage.plain, max(passage.begin, verb.start() - _NEAR), verb.start())
            if found:
                yield found


def _people(found: re.Match[str], reading: Reading) -> Iterator[str]:
    """Ids of the people and roles that a few words mean."""
    for mention in reading.mentions:
        if found.start("who") <= mention.begin and mention.end <= found.end("who"):
            yield from (name for _, name in mention.of("person", "role"))
    wanted = stems(found["who"])
    for role in reading.facts.plan.roles.values():
        if wanted and wanted in (stems(role.name), stems(role.plural or role.name)):
            yield role.id


def _able(owner: Known, charged: tuple[str, ...], who: set[str], reading: Reading) -> set[str]:
    """Whoever is in charge or assigned, the people of a role that is, and where a role is told those at work."""
    item, people = reading.facts.index.by_kind[owner[0]][owner[1]], reading.facts.plan.people
    able = {*charged, *getattr(item, "people", ())}
    of_role = {each for each in who if each in people and people[each].role in charged}
    roles = {people[each].role for each in charged if each in people}
    return able | of_role | ({*roles, *getattr(item, "needs", ())} if who.isdisjoint(people) else set())
