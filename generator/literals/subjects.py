"""What a sentence speaks of without a full name: "it", "the review", and what goes on behind an "and"."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from generator.literals.about import Topics
from generator.literals.lexicon import Known, Mention
from generator.literals.passages import Passage
from generator.literals.stems import EMPTY, stem
from generator.model.text import ITEM_KINDS
from generator.patterns import Pattern, any_of

_VERB = (
    r"(?:is|are|was|were|will|must|can|has|have|holds?|takes?|lasts?|needs?|runs?|gets?|starts?|begins?|opens?|ends?|finish\w*"
    r"|closes?|completes?|comes?|goes|go|falls?|follows?|precedes?|stands?|belongs?|waits?|spans?|stays?|remains?|never|always"
    r"|happens?|both|all|counts?|covers?|tests?|rests?|kicks?|harden\w*|meets?)\b"
)
_PRONOUN = Pattern(rf"(?:It|This|That|They|She|He|Both)(?=\s+{_VERB})", ("It", "Th", "She", "He", "Both"))
_WORK_ON_IT = Pattern(
    rf"(?:[Tt]he\s+)?[Ww]ork\s+on\s+(?:it|this|them)(?=\s+{_VERB})",
    ("ork",),
    words=(any_of("it this them"), any_of("on")),
)
_CLAUSE_PRONOUN = Pattern(
    rf"(?:[;:,]|\band|\bbut|—|–)\s+(?P<it>it|this|they|that)(?=\s+{_VERB})", words=(any_of("it this they that"),)
)
_GOES_ON = Pattern(rf"\b(?P<and>and|but|then)(?=\s+(?:it\s+|then\s+)?{_VERB})", words=(any_of("and but then"),))
_DETERMINED = re.compile(r"\b(?:[Tt]he|[Tt]his|[Ii]ts|[Oo]ur|[Bb]oth|[Nn]o)\s+(?=[^\W\d_])")
_WORD = re.compile(r"\w[\w'’-]*")
_KINDS = {"task": "task", "wave": "wave", "phase": "phase", "checkpoint": "checkpoint", "milestone": "milestone"}
_KINDS |= {"risk": "risk", "rollback": "rollback", "meeting": "meeting", "target": "target", "alert": "alert"}
_GENERIC = frozenset(
    {"work", "works", "task", "job", "step", "stage", "wave", "phase", "milestone", "checkpoint", "meeting"}
)
"""What stands behind a name without being part of it."""
_ONE_OF = any_of("first last final next second third fourth fifth only single")
_OWN_WORK = ("work", "step", "job")
_BEHIND = re.compile(
    rf"[*_]{{0,2}}(?:\s*(?:[^\w\s'’-]|$)|\s+(?:{_VERB}|and|or|but|to|in|on|at|by|with|for|from|of|before|after|until|as|which"
    r"|that|then|than|so|when|while|does|do|may|beside|during)\b)"
)
_EVERY = Pattern(
    rf"\b(?P<all>[Bb]oth|[Aa]ll)\s+(?:the\s+)?(?P<kind>{'|'.join(_KINDS)})s\b",
    words=(any_of("both all"), frozenset(f"{kind}s" for kind in _KINDS)),
)
_BOTH = 2
_MOST_WORDS = 4
_NAMED_KINDS = (
    *ITEM_KINDS,
    "deliverable",
    "rollback",
    "risk",
    "meeting",
    "target",
    "alert",
    "quota",
    "role",
    "person",
)
_MOST = 4
"""What so many may be called by says nothing."""


@dataclass(frozen=True)
class Context:
    """Where a sentence stands: the entry it belongs to, and what the sentence before it speaks of."""

    owner: Known | None
    said_before: Callable[[], tuple[Known, ...]]

    @cached_property
    def before(self) -> tuple[Known, ...]:
        """Looked up where somebody asks for it."""
        return self.said_before()


def subjects(passage: Passage, named: Sequence[Mention], context: Context, topics: Topics) -> Iterator[Mention]:
    """Yield what stands for an entry of the plan and is no full name."""
    meant = _meant(context)
    partial = [
        *_all_of_a_kind(passage, topics),
        *_pronouns(passage, meant),
        *_partial(passage, named, context, topics),
    ]
    yield from partial
    yield from _continued(passage, sorted([*named, *partial], key=lambda each: each.begin))


def _meant(context: Context) -> tuple[Known, ...]:
    """A text about an item means that one by "it"; another text what it has named before."""
    if context.owner and context.owner[0] in ITEM_KINDS:
        return (context.owner,)
    return (*context.before, context.owner) if context.owner else context.before


def _pronouns(passage: Passage, meant: tuple[Known, ...]) -> Iterator[Mention]:
    found = _PRONOUN.match(passage.plain, passage.words_begin, passage.end) if meant else None
    work = _WORK_ON_IT.search(passage.plain, passage.begin, passage.end) if meant else None
    if work:
        yield Mention(*work.span(), meant, partial=True)
    if found and found.group() not in ("She", "He"):
        yield Mention(found.start(), found.end(), meant, partial=True)
    for each in _CLAUSE_PRONOUN.finditer(passage.plain, passage.begin, passage.end) if meant and not found else ():
        yield Mention(*each.span("it"), meant, partial=True)


def _continued(passage: Passage, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """What is said behind "and" is said of the subject before it."""
    for found in _GOES_ON.finditer(passage.plain, passage.begin, passage.end):
        before = [each for each in mentions if each.end <= found.start()]
        if before and before[0].begin <= passage.words_begin + 4:
            yield Mention(*found.span("and"), before[0].items, partial=True)


def _partial(passage: Passage, named: Sequence[Mention], context: Context, topics: Topics) -> Iterator[Mention]:
    for found in _DETERMINED.finditer(passage.plain, passage.begin, passage.end):
        words = list(islice(_WORD.finditer(passage.plain, found.end(), passage.end), _MOST_WORDS))
        mention = _longest(words, passage, context, topics)
        if mention and not any(each.begin < mention.end and mention.begin < each.end for each in named):
            yield mention


def _longest(words: list[re.Match[str]], passage: Passage, context: Context, topics: Topics) -> Mention | None:
    for first, length in _stretches([word.group().lower() for word in words], topics):
        end = words[length - 1].end()
        said = [word.group() for word in words[first:length]]
        if not _BEHIND.match(passage.plain, end, passage.end):
            continue
        items = _called(said, context, topics)
        is_of_procedure = said[-1].lower() == "step" and context.owner and context.owner[0] == "rollback"
        if not items and len(said) > 1 and said[-1].lower() in _GENERIC and not is_of_procedure:
            items = _called(said[:-1], context, topics)
        if items and first:
            items = _at_the_end(words[0].group().lower(), said[-1].lower(), items, topics)
        if items:
            return Mention(words[0].start(), end, items, partial=True)
    return None


def _stretches(words: list[str], topics: Topics) -> Iterator[tuple[int, int]]:
    """Yield where what may be called so begins and ends, from the first word or the next, the longest ones first."""
    for first in (0, 1):
        if first < len(words) and _may_begin(words[first], topics):
            empty = next((index for index in range(first, len(words)) if words[index] in EMPTY), len(words))
            is_one_of = words[first] in _ONE_OF
            yield from ((first, length) for length in range(empty, first + is_one_of, -1))


def _may_begin(small: str, topics: Topics) -> bool:
    """Tell whether any entry may be called by words of which this, in small letters, is the first."""
    is_kind = small in _KINDS or small in _OWN_WORK or small in topics.people_of_roles
    return is_kind or any(stem(part) in topics.by_word for part in small.split("-") if part)


def _at_the_end(word: str, said: str, items: tuple[Known, ...], topics: Topics) -> tuple[Known, ...]:
    """Of several "the last inspection" is the one that ends last; "the last school" is none called "Schools"."""
    scheduled = [known for known in items if known[0] in ITEM_KINDS]
    if word in _ONE_OF and len(items) == 1 and said not in topics.facts.names[items[0]].name.lower().split():
        return ()
    if word not in ("first", "last", "final") or not scheduled:
        return items
    choose = min if word == "first" else max
    return (choose(scheduled, key=lambda known: topics.facts.schedule.dates[known[1]].early_finish),)


def _called(said: list[str], context: Context, topics: Topics) -> tuple[Known, ...]:
    """The entries that a few words may mean: the text's own one, those before it, all others that have the words."""
    if len(said) == 1 and said[0].lower() in (*_KINDS, *_OWN_WORK):
        kind = _KINDS.get(said[0].lower())
        owner = context.owner
        return (owner,) if owner and (kind is None or owner[0] == kind) else ()
    if len(said) == 1 and context.owner:
        of_role = _work_of(said[0].lower(), context.owner, topics)
        if of_role:
            return of_role
    wanted = [stem(part) for word in said for part in word.split("-") if part]
    every = topics.with_all(wanted, _NAMED_KINDS)
    near = tuple(known for known in (context.owner, *context.before) if known and known in every)
    if near:
        return near
    whole = tuple(known for known in every if set(wanted) == topics.told[known][0])
    if len(whole) == 1:
        return whole
    return tuple(sorted(every)) if len(every) <= _MOST else ()


def _work_of(people: str, owner: Known, topics: Topics) -> tuple[Known, ...]:
    """The people of a role stand for their work beside that of a text."""
    role = topics.people_of_roles.get(people)
    if role is None:
        return ()
    breakdown = topics.facts.schedule.breakdown
    beside = breakdown.members.get(breakdown.parents.get(owner[1], ""), ())
    others = (each for each in beside if each != owner[1])
    return tuple(("task", each) for each in others if role in getattr(breakdown.items[each], "needs", ()))


def _all_of_a_kind(passage: Passage, topics: Topics) -> Iterator[Mention]:
    """All entries of a kind, and both where there are two."""
    for found in _EVERY.finditer(passage.plain, passage.begin, passage.end):
        kind = found["kind"]
        items = tuple((kind, name) for name in topics.facts.index.by_kind[kind])
        if len(items) == _BOTH or (items and found["all"].lower() != "both"):
            yield Mention(found.start(), found.end(), items, partial=True, every=True)
