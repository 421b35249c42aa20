"""A text of the plan stands in a document with other words.

Descriptions, conditions and steps are printed as the plan has them. One that is almost a text of the plan was changed
in the document, where the next build loses it, or belongs to an older plan.

Fails: the plan says "All tests pass in one run.", the document "All tests pass in two runs."

Passes: the document says it as the plan does.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, pairwise

from generator.audit.rendered.disagreement import Disagreement, short
from generator.audit.rendered.published import Published
from generator.audit.rendered.truth import Truth, plain
from generator.audit.rendered.wording import Wording, wordings
from generator.findings import Severity
from generator.model.monitoring import Alert, Target

SEVERITY = Severity.ERROR
JUDGES_ALONE = True
_BETWEEN = re.compile(r"(?<=[.!?:])\s+")
"""Where sentences end, and what is told of a thing begins."""
_JOINTS = frozenset({"and", "or"})
_STOPS = str.maketrans(dict.fromkeys(":;,()|", " "))
_SHARE = 0.6
_FEWEST, _SOME, _LONG, _PAIR = 4, 6, 9, 2
_ALIKE = 6
"""So many of the texts that share most may stand whole in the words."""
_PAST = "changes"

_MOST, _NEAR = 4_000, 200
"""How many texts words are held against one by one, and how many where they share words with more."""
Run = tuple[str, str]


def check(published: Published, truth: Truth) -> Iterator[Disagreement]:
    """Yield each text that has most of its words in the plan's order, and some otherwise."""
    known = _Known(truth)
    judged: dict[str, str | None] = {}
    for words in wordings(published):
        if words.form == "text":
            continue
        if words.text not in judged:
            judged[words.text] = _meant(plain(words.text), known) if "…" not in words.text else None
        meant = judged[words.text]
        if meant is not None:
            yield _said(words, meant)


def _meant(text: str, known: "_Known") -> str | None:
    """What the whole departs from, or else one of its sentences or what stands behind a colon."""
    parts = (part for part in _parts(text) if part != text)
    return known.meant(text) or next(filter(None, map(known.meant, parts)), None)


def _parts(text: str) -> list[str]:
    """Each sentence of some words, which are no mere numbers."""
    return [part for part in _BETWEEN.split(text) if sum(word.isalpha() for word in part.split()) >= _FEWEST - 1]


def _said(words: Wording, meant: str) -> Disagreement:
    start, end = _apart(words.text, meant)
    here = short(words.text[start:end] or words.text)
    message = f'the plan says "{short(_around(meant, words.text))}" where this says "{here}"'
    return Disagreement(message, words.place(start, end))


def _apart(text: str, meant: str) -> tuple[int, int]:
    """The stretch of a text that is otherwise: what lies between its common beginning and its common end."""
    start = next((index for index, pair in enumerate(zip(text, meant, strict=False)) if pair[0] != pair[1]), 0)
    return (start, len(text)) if start and start < len(text) else (0, len(text))


def _around(meant: str, text: str) -> str:
    start = next((index for index, pair in enumerate(zip(meant, text, strict=False)) if pair[0] != pair[1]), 0)
    return meant[meant.rfind(" ", 0, start) + 1 :] if start else meant


@dataclass(frozen=True, eq=False)
class _Known:
    """The plan's texts, found by the runs of words that they consist of."""

    truth: Truth

    def meant(self, text: str) -> str | None:
        """The text of the plan that words depart from; nothing where they agree, or are others altogether."""
        text = left = self._without_known_end(text)
        if text in self.all_texts or len(text.split()) < _FEWEST:
            return None
        shared = self._shared(text)
        if not shared:
            return None
        alike = sorted(shared, key=shared.__getitem__, reverse=True)[:_ALIKE]
        for number in sorted(alike, key=lambda each: -len(self.texts[each])):
            left = left.replace(self.texts[number], " ")
        if left != text:
            text = _without_joints(left)
            shared = self._shared(text)
            if len(text.split()) < _FEWEST:
                return None
        if not self._is_near_any(text, shared):
            return None
        found = max(shared, key=lambda number: shared[number] / self.sizes[number])
        if self.texts[found] in text:
            return None
        meant = self.texts[found]
        long = self.sizes[found] >= _LONG
        likely = shared[found] >= _SHARE * self.sizes[found] if long else _is_one_word_apart(text, meant)
        return meant if likely else None

    def _without_known_end(self, text: str) -> str:
        """What stands before a text of the plan as a name stands before what it is: "Name: text"."""
        head, colon, rest = text.partition(": ")
        return _bare(head) if colon and _bare(rest) in self.all_texts else _bare(text)

    def _is_near_any(self, text: str, shared: Counter[int]) -> bool:
        """Tell whether a long text shares enough, or a short one has about as many words: else none can be meant."""
        if max(shared.values(), default=0) >= _SHARE * _LONG:
            return True
        count = len(text.split())
        near = (self.short_texts.get(each, frozenset()) for each in (count - 1, count, count + 1))
        return not all(numbers.isdisjoint(shared) for numbers in near)

    def _shared(self, text: str) -> Counter[int]:
        """How many runs each text shares with words; where very many share one, those that share rarer ones."""
        runs = _runs(text)
        having = [self.by_run[run] for run in runs if run in self.by_run]
        if sum(map(len, having)) <= _MOST:
            return Counter(chain.from_iterable(having))
        near: dict[int, None] = {}
        for numbers in sorted(having, key=len):
            near |= dict.fromkeys(numbers[: _NEAR - len(near)])
        every = frozenset(runs)
        return Counter({number: len(every & self.runs[number]) for number in near})

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """The texts that are long enough to be known again."""
        kept = (each for each in self.truth.texts if _PAST not in each[0])
        parts = (part for _, text in kept for part in (text, *_parts(text)))
        long = {bare for part in parts if len((bare := _bare(part)).split()) >= _FEWEST}
        return tuple(sorted(long, key=lambda text: (len(text), text)))

    @cached_property
    def all_texts(self) -> frozenset[str]:
        """The same, to ask whether words are one of them; and what is called by its name and its bound together."""
        plan = self.truth.snapshot.plan
        watched = chain[Alert | Target](plan.alerts.values(), plan.targets.values())
        return frozenset((*self.texts, *(_bare(plain(f"{each.name} {each.threshold}")) for each in watched)))

    @cached_property
    def runs(self) -> tuple[frozenset[Run], ...]:
        """The runs of each text."""
        return tuple(frozenset(_runs(text)) for text in self.texts)

    @cached_property
    def sizes(self) -> tuple[int, ...]:
        """How many runs each text consists of."""
        return tuple(max(len(runs), 1) for runs in self.runs)

    @cached_property
    def short_texts(self) -> dict[int, frozenset[int]]:
        """The numbers of the texts that are not long, by how many words they have."""
        found: dict[int, set[int]] = {}
        for number, text in enumerate(self.texts):
            if self.sizes[number] < _LONG:
                found.setdefault(len(text.split()), set()).add(number)
        return {count: frozenset(numbers) for count, numbers in found.items()}

    @cached_property
    def by_run(self) -> dict[Run, list[int]]:
        """The numbers of the texts in which words follow each other."""
        found: dict[Run, list[int]] = {}
        for number, runs in enumerate(self.runs):
            for run in runs:
                found.setdefault(run, []).append(number)
        return found


def _without_joints(text: str) -> str:
    """What stays of a list out of which texts were taken, without what joined them to it."""
    words = text.split()
    said = [index for index, word in enumerate(words) if word not in _JOINTS and any(map(str.isalnum, word))]
    return " ".join(words[said[0] : said[-1] + 1]) if said else ""


def _runs(text: str) -> list[Run]:
    return list(dict.fromkeys(pairwise(text.split())))


def _bare(text: str) -> str:
    return " ".join(text.translate(_STOPS).split())


def _is_one_word_apart(text: str, meant: str) -> bool:
    """Tell whether two short texts have all words but one in common; then one was meant for the other."""
    here, there = Counter(text.split()), Counter(meant.split())
    apart = ((here - there).total(), (there - here).total())
    near = {(1, 1)} if len(meant.split()) < _SOME else {(1, 1), (0, 1), (1, 0)}
    return (apart in near and abs(len(text) - len(meant)) <= len(meant) // 2) or _is_one_place_apart(text, meant)


def _is_one_place_apart(text: str, meant: str) -> bool:
    """Tell whether two texts begin and end alike, and have two words each between that are others."""
    here, there = text.split(), meant.split()
    apart = [index for index, pair in enumerate(zip(here, there, strict=False)) if pair[0] != pair[1]]
    is_inside = len(here) == len(there) >= _SOME and len(apart) == _PAIR and apart[0] + 1 == apart[1]
    return is_inside and apart[0] > 0 and apart[1] < len(here) - 2
