"""What prose claims of the plan's facts, as far as it surely speaks of them."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from html import unescape

from generator.errors import BadValueError
from generator.findings import Pointer, Span
from generator.formatting import escape_markdown
from generator.literals.about import Topics
from generator.literals.days import DAY
from generator.literals.lengths import LENGTH
from generator.literals.lexicon import Known, Mention
from generator.literals.numbers import NUMBERS
from generator.literals.passages import Passage
from generator.literals.stems import stems
from generator.literals.subjects import Context
from generator.patterns import words_in
from generator.prose import Facts, tell

_WORD = re.compile(r"\w+")
_DAY_LIKE = re.compile(r"\d|[a-z]day|th\b|\b(?:first|second|third)\b")


@dataclass(frozen=True)
class Claim:
    """Text that restates a fact: what it says, what the fact is, and the live fact that prints the same text.

    `fact` tells the truth as a sentence (`"auth" finishes Week 1 Day 4`); `agrees` that the text says so, too;
    `also` where else in the plan it is told.
    """

    kind: str
    pointer: Pointer
    span: Span
    said: str
    fact: str
    agrees: bool
    live: str | None = None
    also: tuple[Pointer, ...] = ()


@dataclass(frozen=True)
class Reading:
    """A sentence, what it speaks of, and what is known: all that a form needs to find its claims."""

    passage: Passage
    spoken_of: Callable[[], tuple[Mention, ...]]
    facts: Facts
    topics: Topics
    context: Context

    @cached_property
    def mentions(self) -> tuple[Mention, ...]:
        """All that is spoken of, looked up where somebody asks for it."""
        return self.spoken_of()

    @property
    def named(self) -> tuple[Mention, ...]:
        """What is spoken of by a full name."""
        return tuple(mention for mention in self.mentions if not mention.partial)

    @cached_property
    def tells_days(self) -> bool:
        """Tell whether anything in the sentence can be a day or a week."""
        return _DAY_LIKE.search(self.passage.plain, self.passage.begin, self.passage.end) is not None

    @cached_property
    def tells_number(self) -> bool:
        """Tell whether there is a number in the sentence, in figures or as a word."""
        return not NUMBERS.isdisjoint(words_in(self.passage.plain, self.passage.begin, self.passage.end))

    def says(self, words: frozenset[str]) -> bool:
        """Tell whether any of some words, in small letters, stands in the sentence."""
        return not words.isdisjoint(words_in(self.passage.plain, self.passage.begin, self.passage.end))

    @cached_property
    def numbers_told(self) -> int:
        """At most so many numbers the sentence tells: each is a word at least."""
        if not self.tells_number:
            return 0
        words = _WORD.findall(self.passage.plain, self.passage.begin, self.passage.end)
        return sum(word[0].isdigit() or word.lower() in NUMBERS for word in words)

    @cached_property
    def tells_length(self) -> bool:
        """Tell whether there may be a length of time in the sentence, such as half a day or two working weeks."""
        return LENGTH.search(self.passage.plain, self.passage.begin, self.passage.end) is not None

    @cached_property
    def days(self) -> tuple[re.Match[str], ...]:
        """Every day that the sentence tells."""
        passage = self.passage
        return tuple(DAY.finditer(passage.plain, passage.begin, passage.end)) if self.tells_days else ()

    @cached_property
    def words(self) -> frozenset[str]:
        """The words of the sentence that name something, without their endings."""
        return stems(self.passage.plain[self.passage.begin : self.passage.end])

    def claim(self, kind: str, span: tuple[int, int], fact: str, *, agrees: bool, live: str | None = None) -> Claim:
        """Make a claim of a stretch of the sentence; a live fact counts where it prints the very same text.

        An earlier text is told as it was, word for word, and asks for none.
        """
        said, is_asked = self.passage.text[slice(*span)], agrees and self.passage.pointer[-1] != "said"
        return Claim(kind, self.passage.pointer, Span(*span), said, fact, agrees, live if is_asked else None)


Form = Callable[[Reading], Iterator[Claim]]


def live_fact(facts: Facts, said: str, call: str, known: Known, *others: str) -> str | None:
    """Write the live fact that prints a text letter by letter; nothing where none does."""
    for reference in (known[1], ":".join(known)):
        try:
            told = tell(facts, call, reference, *others)
        except BadValueError:
            continue
        if said in (told, unescape(told)) and _is_plain(said):
            arguments = ", ".join(f"'{each}'" for each in (reference, *others))
            return f"{{{{ {call}({arguments}) }}}}"
    return None


def _is_plain(text: str) -> bool:
    """Tell whether nothing in a text is markup within a line; ">" is at its beginning alone."""
    return escape_markdown(f"a {text}") == f"a {text}"
