"""Which words put two parts of a sentence into an order of time, and which words belong to which part."""

from dataclasses import dataclass
from itertools import pairwise

from generator.literals.sense.vocabulary import ENDING, STARTING

_PHRASES = {
    "before": "by the time; ahead of; prior to; before; precedes; precede; is followed by; are followed by",
    "after": """
        as soon as; waits for; wait for; waits until; wait until; waiting for; depends on; depend on; hinges on;
        after; once
    """,
    "while": """
        at the same time as; in parallel with; side by side with; overlaps with; overlap with; overlaps; overlap;
        while; whilst; during; alongside; beside
    """,
    "by then": "by then; by that time",
    "follow": "follows; follow; is preceded by; are preceded by; succeeds; succeed",
    "earlier": "earlier than; sooner than",
    "later": "later than",
    "until": "until",
    "when": "when",
    "as": "as",
}
_MARKS: dict[str, list[tuple[tuple[str, ...], str]]] = {}
for _words, _kind in sorted(
    ((tuple(phrase.split()), kind) for kind, phrases in _PHRASES.items() for phrase in phrases.split(";")),
    key=lambda mark: -len(mark[0]),
):
    _MARKS.setdefault(_words[0], []).append((_words, _kind))
_DENIALS = frozenset({"not", "nobody", "never", "no", "nothing", "none", "cannot", "can't", "mustn't", "neither"})
_DONE = frozenset(
    {"has", "have", "finished", "done", "over", "complete", "ended", "ready", "through", "closed", "last", "end"}
)
_PASSIVE = frozenset({"is", "are"})
_TURNED = frozenset({"do", "does", "can", "may", "will"})
_BETWEEN = frozenset({"all", "both", "already"})


@dataclass(frozen=True)
class Relation:
    """Places of the words that mark an order, of those before or ahead of them, and of those behind."""

    kind: str
    mark: tuple[int, int]
    main: range
    other: range
    is_denied: bool


def relation_in(texts: tuple[str, ...]) -> Relation | None:
    """Find the first words in a statement that tell an order, and the two parts between which it is."""
    for index, text in enumerate(texts):
        for words, kind in _MARKS.get(text, ()):
            if texts[index : index + len(words)] == words and not _is_else(texts, index + len(words)):
                return _divided(texts, index, index + len(words), kind)
    return None


def in_turn(texts: tuple[str, ...]) -> Relation | None:
    """Read a clause of one thing that ends with "first" or "afterwards"."""
    kind = {
        **dict.fromkeys(("first", "beforehand"), "before"),
        **dict.fromkeys(("afterwards", "later", "next"), "after"),
    }
    if len(texts) > 1 and texts[-1] in kind:
        last = len(texts) - 1
        return Relation(kind[texts[-1]], (last, last), range(last), range(0), not _DENIALS.isdisjoint(texts))
    return None


def is_done(texts: tuple[str, ...]) -> bool:
    """Tell whether a part speaks of the end of its thing: "is over", "has been cast", "are poured"."""
    passive = any(
        text in _PASSIVE and after.endswith(("ed", "en", "ung", "aid", "uilt", "ast", "ade", "own", "ut"))
        for text, after in pairwise(text for text in texts if text not in _BETWEEN)
    )
    return passive or not _DONE.isdisjoint(texts) or not (ENDING - {"up", "off", "down"}).isdisjoint(texts)


def is_under_way(texts: tuple[str, ...]) -> bool:
    """Tell whether a part speaks of what goes on."""
    return is_begun(texts) or not {"still", "under", "going", "busy", "waiting"}.isdisjoint(texts)


def is_begun(texts: tuple[str, ...]) -> bool:
    """Tell whether a part speaks of the beginning of its thing."""
    return "first" in texts or not (STARTING - {"set", "sets"}).isdisjoint(texts)


def _is_else(texts: tuple[str, ...], index: int) -> bool:
    """Tell whether what looks like an order is none: "after 9:00", "follows from it"."""
    return index < len(texts) and (texts[index][0].isdigit() or texts[index] in ("from", "each"))


def _end_of_lead(texts: tuple[str, ...], after: int) -> int:
    """Where the part behind a mark ends: at a comma, or at the verb of "only when it is done do the others begin"."""
    if texts[0] == "only":
        turned = next((index for index in range(after + 2, len(texts)) if texts[index] in _TURNED), None)
        if turned is not None:
            return turned
    return texts.index(",", after) if "," in texts[after:] else len(texts)


def _divided(texts: tuple[str, ...], first: int, after: int, kind: str) -> Relation | None:
    comma = _end_of_lead(texts, after)
    leading = first == 0 or (
        first == 1 and texts[0] in ("only", "and", "but", "then", "right", "directly", "even", "long")
    )
    if leading and kind != "by then":
        main, other = range(comma + 1, len(texts)), range(after, comma)
    elif kind == "by then":
        main, other = (range(after, len(texts)) if first == 0 else range(first)), range(0)
    else:
        begin = max((index + 1 for index, text in enumerate(texts[:first]) if text == ","), default=0)
        main, other = range(begin, first), range(after, comma)
    said = {texts[index] for index in main} | set(texts[:first])
    return Relation(kind, (first, after - 1), main, other, not _DENIALS.isdisjoint(said))
