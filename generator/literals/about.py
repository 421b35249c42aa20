"""What a text belongs to, and what else it may well speak of: the work of its risk, the scope of its checkpoint."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from generator.findings import Pointer
from generator.literals.lexicon import Known
from generator.literals.stems import stem, stems
from generator.model.index import SECTIONS
from generator.model.text import ITEM_KINDS, Item
from generator.model.walk import prose
from generator.prose import Facts

_ASKED = re.compile(r"['\"](?:[a-z]+:)?([a-z0-9-]+)['\"]")
_REFERENCES = (
    ("affects", ITEM_KINDS), ("scope", ITEM_KINDS), ("items", ITEM_KINDS), ("covers", ITEM_KINDS),
    ("providers", ("wave",)), ("receivers", ("wave",)), ("between", ("wave",)), ("rollback", ("rollback",)),
    ("risks", ("risk",)), ("target", ("target",)), ("wave", ("wave",)), ("phase", ("phase",)), ("ready", ITEM_KINDS),
    ("delivers", ("deliverable",)),
)  # fmt: skip
"""Keys by which an entry speaks of others."""
_HEAD = re.compile(r"[^\W\d_]{3,20}(?=\s+\d{1,3}$)|[^\W\d_]{2,19}(?:ss|[^\Ws\d_])(?=\s+of\b)")
"""The word that a label counts, or that a name begins with: Lot 3, Window of the Office; Windows of it are many."""
_TITLES = {"professor": "Prof.", "doctor": "Dr."}
_TOO_COMMON = frozenset({"lead", "leads"})
"""What a role is called, and much else: the leads of the waves."""
_COUNTED_ELSEWHERE = frozenset(stem(kind) for kind in ("phase", "wave", "checkpoint"))


@dataclass(frozen=True)
class Topics:
    """Every entry by its place, and the words of its names."""

    facts: Facts

    @cached_property
    def by_pointer(self) -> Mapping[Pointer, Known]:
        """Entries by their place in the plan."""
        return {
            item.pointer: (kind, name)
            for kind, items in self.facts.index.by_kind.items()
            for name, item in items.items()
        }

    @cached_property
    def by_word(self) -> Mapping[str, frozenset[Known]]:
        """Entries by each word of their names."""
        found: dict[str, set[Known]] = {}
        for known, words in self.words.items():
            for word in words:
                found.setdefault(word, set()).add(known)
        return {word: frozenset(items) for word, items in found.items()}

    @cached_property
    def words(self) -> Mapping[Known, frozenset[str]]:
        """The words of each entry's names and id."""
        return {
            known: stems(f"{called.name} {called.short} {known[1].replace('-', ' ')}")
            for known, called in self.facts.names.items()
        }

    def owner(self, pointer: Pointer, kinds: tuple[str, ...] = tuple(SECTIONS)) -> Known | None:
        """The innermost entry that a text belongs to."""
        for length in range(len(pointer), 1, -1):
            known = self.by_pointer.get(pointer[:length])
            if known and known[0] in kinds:
                return known
        return None

    def related(self, known: Known) -> tuple[Known, ...]:
        """What an entry refers to."""
        return self._related.get(known, ())

    @cached_property
    def _related(self) -> Mapping[Known, tuple[Known, ...]]:
        by_kind, targets = self.facts.index.by_kind, self._targets
        return {
            (kind, name): (*_referred(item, by_kind), *targets.get(name, ()))
            for kind, items in by_kind.items()
            for name, item in items.items()
        }

    @cached_property
    def _targets(self) -> Mapping[str, tuple[Known, ...]]:
        """The targets of the criteria of each item."""
        found: dict[str, list[Known]] = {}
        for criterion in self.facts.plan.criteria.values():
            for item in dict.fromkeys(criterion.items) if criterion.target else ():
                found.setdefault(item, []).append(("target", str(criterion.target)))
        return {item: tuple(targets) for item, targets in found.items()}

    @cached_property
    def concerned(self) -> dict[Known, frozenset[str]]:
        """Who has to do with an entry, as far as it was asked for."""
        return {}

    @cached_property
    def referring(self) -> Mapping[Known, tuple[Known, ...]]:
        """The entries that refer to each entry."""
        found: dict[Known, list[Known]] = {}
        for known in self.facts.names:
            for other in self.related(known):
                found.setdefault(other, []).append(known)
        return {known: tuple(others) for known, others in found.items()}

    @cached_property
    def roles_by_noun(self) -> Mapping[str, frozenset[str]]:
        """The ids of the roles by the last word of their names, in the singular and in the plural."""
        found: dict[str, set[str]] = {}
        for role in self.facts.plan.roles.values():
            for name in (role.name, f"{role.name}s", role.plural or role.name):
                found.setdefault(name.lower().split()[-1], set()).add(role.id)
        return {noun: frozenset(ids) for noun, ids in found.items() if noun not in _TOO_COMMON}

    @cached_property
    def plurals(self) -> frozenset[str]:
        """What the people of the roles are called, in small letters."""
        return frozenset((role.plural or f"{role.name}s").lower() for role in self.facts.plan.roles.values())

    @cached_property
    def people_of_roles(self) -> Mapping[str, str]:
        """The ids of the roles by what several people of theirs are called, in small letters."""
        return {f"{role.name.lower()}s": role.id for role in reversed(self.facts.plan.roles.values())}

    @cached_property
    def people_by_title(self) -> Mapping[str, frozenset[str]]:
        """The ids of the people whose names begin with a title, by the word for it."""
        people = self.facts.plan.people.values()
        return {
            word: frozenset(each.id for each in people if each.name.startswith(title))
            for word, title in _TITLES.items()
        }

    @cached_property
    def people_words(self) -> frozenset[str]:
        """The words of the names of all people and roles, without their endings."""
        plan = self.facts.plan
        return frozenset().union(
            *(stems(f"{role.name} {role.plural or ''} {role.id.replace('-', ' ')}") for role in plan.roles.values()),
            *(stems(person.name) for person in plan.people.values()),
        )

    @cached_property
    def heads(self) -> Mapping[str, str]:
        """What labels of phases and waves count, by the word without its ending: a lot is a wave."""
        found = {
            stem(first[0]): kind
            for kind in ("phase", "wave")
            for name in self.facts.index.by_kind[kind]
            if (first := _HEAD.match(self.facts.names[kind, name].label))
        }
        return {head: kind for head, kind in found.items() if head in self.numbers}

    @cached_property
    def numbers(self) -> Mapping[str, frozenset[int]]:
        """How many there are of what names or labels count, by the word: lots, windows; and of commands."""
        found: dict[str, dict[str, int]] = {}
        for kind in ("phase", "wave", "checkpoint"):
            for name in self.facts.index.by_kind[kind]:
                called = self.facts.names[kind, name]
                heads = {stem(first[0]) for each in (called.name, called.label) if (first := _HEAD.match(each))}
                for head in heads:
                    by_kind = found.setdefault(head, {})
                    by_kind[kind] = by_kind.get(kind, 0) + 1
        counted = {
            head: frozenset(each.values())
            for head, each in found.items()
            if max(each.values()) > 1 and head not in _COUNTED_ELSEWHERE
        }
        return counted | {stem("commands"): self._commands()}

    def _commands(self) -> frozenset[int]:
        checks = sum(each.command is not None for each in self.facts.plan.checkpoints.values())
        tests = sum(test.command is not None for wave in self.facts.plan.waves.values() for test in wave.tests)
        return frozenset({checks, tests, checks + tests}) - {0}

    @cached_property
    def asked(self) -> Mapping[Pointer, frozenset[str]]:
        """The ids that the texts of each entry ask for facts about."""
        found: dict[Pointer, set[str]] = {}
        for pointer, text in prose(self.facts.plan):
            if "{{" in text:
                found.setdefault(pointer[:2], set()).update(_ASKED.findall(text))
        return {pointer: frozenset(ids) for pointer, ids in found.items()}

    @cached_property
    def told(self) -> Mapping[Known, tuple[frozenset[str], frozenset[str]]]:
        """The words of each entry's name, and of its short name."""
        return {known: (stems(called.name), stems(called.short)) for known, called in self.facts.names.items()}

    @cached_property
    def by_whole_name(self) -> Mapping[str, tuple[Known, ...]]:
        """Entries by their whole names in small letters."""
        found: dict[str, list[Known]] = {}
        for known, called in self.facts.names.items():
            found.setdefault(called.name.lower(), []).append(known)
        return {name: tuple(items) for name, items in found.items()}

    def named_in(self, words: frozenset[str], kinds: tuple[str, ...]) -> Iterator[Known]:
        """Yield each entry all of whose name's words, at least two, occur."""
        for known in self.touched_by(words, kinds):
            if any(len(told) > 1 and told <= words for told in self.told[known]):
                yield known

    def with_all(self, words: Iterable[str], kinds: tuple[str, ...]) -> list[Known]:
        """The entries that have all of these words, in an order that is the same in every run."""
        having = sorted((self.by_word.get(word, frozenset()) for word in words), key=len)
        return sorted(known for known in frozenset.intersection(*having) if known[0] in kinds) if having else []

    def touched_by(self, words: Iterable[str], kinds: tuple[str, ...]) -> Iterator[Known]:
        """Yield each entry any of whose words occurs, in an order that is the same in every run."""
        yield from sorted({known for word in words for known in self.by_word.get(word, ()) if known[0] in kinds})


def _referred(item: Item, by_kind: Mapping[str, Mapping[str, Item]]) -> Iterator[Known]:
    values = vars(item)
    for key, kinds in _REFERENCES:
        for name in _listed(values.get(key)):
            yield from ((kind, name) for kind in kinds if name in by_kind[kind])


def _listed(value: object) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value,)
    return tuple(each for each in value if isinstance(each, str)) if isinstance(value, tuple) else ()
