"""What sentences leave out of the whole plan: `payroll is not part of it`, `no home visits take place`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from generator.audit.calendar import WEEKDAY
from generator.audit.understanding.phrases import Phrase, Quote, Reading
from generator.audit.understanding.sentences import Stretch, sentences_of
from generator.audit.understanding.words import level, tokens_of

_NP = r"(?:(?:the|our|all|any|a|an)\s)?[A-Za-z][\w' -]{2,60}?"
_NO = re.compile(
    rf"(?:^|[.;,]\s)no (?P<what>{_NP}) (?:takes? place|(?:is|are) (?:made|planned|done|allowed|offered|carried out"
    r"|foreseen|included|performed|built|delivered|bought|provided)|will (?:take place|be \w+ed))\b",
    re.IGNORECASE,
)
_OUT = (
    r"(?:(?:explicitly|expressly|strictly|also)\s)?(?:not (?:a )?part(?= of)|not included|not in scope|out of scope"
    r"|outside (?:the|its|our|this) (?:scope|\w+)|not covered|not concerned|not touched|not opened|not replaced"
    r"|not moved|not migrated|not changed|not rebuilt|not built|not renewed|not delivered|excluded|left out"
    r"|left alone|left untouched|untouched)"
)
_WHOLE = (
    r"(?=\s*(?:$|[.,;:)]|and\b|but\b|(?:from|in|by|at|on|of|to|with)\s(?:this|any|every|all|anything"
    r"|[A-Z]|(?:the|our)\s"
    r"(?:plan|project|scope|move|roll-?out|study|refit|work|programme|budget|price|contract|offer|release|trial"
    r"|migration|relocation|renovation|campaign|event|exercise|upgrade|launch|pilot|order)\b)))"
)
_IS_OUT = re.compile(
    rf"(?:^|[.;]\s|,\s(?:but|and|while)\s|\band\s)(?P<what>{_NP}) (?:is|are|stays?|keeps?|remains?"
    rf"|continues?|will)\b"
    rf"(?:[^.;]{{0,80}}?\b(?:is|are|be))??\s(?P<out>{_OUT})\b{_WHOLE}",
    re.IGNORECASE,
)
_LEAVES = re.compile(
    r"\b(?:we|(?:this|the|our) (?:plan|project|scope|move|roll-?out|study|refit|work|programme|budget"
    r"|price|contract"
    r"|offer|release|migration|relocation|renovation|upgrade|pilot|order))\s(?:(?:does|do) not (?:cover"
    r"|include|touch"
    rf"|concern)|excludes?|leaves? out)\s(?P<what>{_NP})(?=[.,;]|$)",
    re.IGNORECASE,
)
_VERBS = (
    r"(?:cover|touch|include|change|move|do|build|deliver|replace|migrate|plan|offer|provide|deal with|handle|concern"
    r"|address|rebuild|renew|sell|clean|paint|buy|repair|open|use|bring|carry|ship|support|train|test)"
)
_WE = r"(?:we|this (?:plan|project|document|release|event)|it|they)"
_SAYS_OUT = (
    r"(?:(?:deliberately |explicitly |also |what (?:is|are) )?(?:out of scope|outside (?:the )?scope"
    r"|not\b(?! (?:only|until|later|more|less|every|all|always))|excluded|exclusions?|non-?goals?|untouched"
    r"|left (?:out|alone|behind|as (?:it|they)|for (?:others|later|another))|stay(?:s|ing)? (?:put|behind"
    r"|as|where|out)"
    r"|beyond (?:the )?scope|no part of|some(?:body|one) else's|nothing to do with)"
    rf"|(?:what )?{_WE} (?:(?:do(?:es)? not|don't|doesn't|will not|won't) {_VERBS}|leaves?(?: out| alone)?"
    rf"|excludes?)\b"
    r"|what (?:this|it) is not\b|what (?:stays|is not)\b|(?:will not|won't) be \w+ed\b|will stay\b)"
)
_UNSURE = re.compile(
    r"\b(?:forget\w*|sure|clear|decided|known|yet|done|ready|finished|complete|agreed|settled|before|after|when|if"
    r"|late|enough|working|paid|happy|sold|available|needed|required|allowed in)\b",
    re.IGNORECASE,
)
_LABEL = re.compile(
    rf"(?:^|[.;!?]\s)\W*(?P<label>{_SAYS_OUT}[^:.;]{{0,50}}?)\W*:\s(?P<list>[^.;]{{3,400}})", re.IGNORECASE
)
_TITLE = re.compile(rf"\W*(?:[\dA-Z][\d.]*\s)?{_SAYS_OUT}[^:.;]{{0,40}}\W*", re.IGNORECASE)
_BARE = r"[a-z][\w-]*(?:\s[\w-]+){0,2}?"
_NONE = re.compile(
    rf"(?:^|[.;!?]\s)\W*no (?P<list>{_BARE}(?:(?:, no {_BARE}){{2,8}}|(?:, no {_BARE}){{0,8}},? (?:and"
    rf"|or)(?: no)? {_BARE}))"
    r"\s*(?=$|[.;!(])",
    re.IGNORECASE,
)
_BANNED = re.compile(
    rf"(?:^|[.;:]\s|,\s(?:but|and|while)\s|\band\s)(?P<what>{_NP}) (?:is|are) (?:strictly "
    rf"|all )?(?:forbidden|banned|prohibited"
    r"|not (?:allowed|permitted))(?=\s*(?:$|[.,;:)]))",
    re.IGNORECASE,
)
_LIMITED = re.compile(
    rf"\b(?:until|unless|except|before|yet|only|at first|initially|for now|so far|during|weekends?|{WEEKDAY}s?"
    r"|holidays?|(?:phase|wave|stage|step|sprint|week|month|release|version|year|increment) (?:\d+|one"
    r"|two|three|[A-Z]|[IVX]+)\b"
    r"|while|if|when|without"
    r"|in (?:january|february|march|april|may|june|july|august|september|october|november|december)|at night)\b",
    re.IGNORECASE,
)
_SPLIT = re.compile(r"[,;]\s(?:and\s|or\s)?|\s(?:and|or|nor)\s")
_ADDED = re.compile(r"\s(?:of|for|in|at|on|from|to|with|under|over|by|which|that)\s.*", re.IGNORECASE)
_IS_SENTENCE = re.compile(r"\b(?:is|are|was|were|must|requires?|needs?|has|have|may|can|shall)\b", re.IGNORECASE)
"""An entry with a verb is a condition, not the name of a thing."""
_DEED = re.compile(r"not (?:opened|replaced|moved|migrated|changed|rebuilt|built|renewed|delivered)", re.IGNORECASE)
_VAGUE = frozenset(
    re.findall(
        r"\w+",
        """change work test visit meeting step day week person production traffic thing data part other system service
    project it they this that these those which who he she we you i everything nothing cost time number figure
    result one rest plan date table list sheet document item amount total price fee staff people room lead place
    hour training use user risk delay access site team extra more further overtime night exception""",
    )
)
_AGES = frozenset(
    {"new", "old", "existing", "current", "present", "future", "former", "whole", "entire", "remaining"}
)
_FEWEST_LETTERS, _LONGEST = 4, 4
Stems = frozenset[str]


@dataclass(frozen=True)
class Excluded:
    """One thing that is left out: the stems of its words, and the text that says so."""

    stems: Stems
    words: str
    phrase: Phrase
    quote: Quote
    deed: bool = False
    """Only a deed is left out, such as opening it; other work with it may go on."""


def exclusions_of(reading: Reading) -> list[Excluded]:
    """Collect what the whole plan leaves out; what is left out for a time or of a part is none."""
    return [each for phrase in reading.phrases if phrase.is_spoken for each in _of(phrase)]


def leaves_out(title: str) -> bool:
    """Tell whether what stands below a heading is left out."""
    return bool(_TITLE.fullmatch(level(title))) and not _UNSURE.search(title)


def _of(phrase: Phrase) -> Iterator[Excluded]:
    plain = level(phrase.plain)
    label = _LABEL.search(plain)
    if label and not any(each.search(label["label"]) for each in (_LIMITED, _UNSURE)):
        parts = re.sub(r"\([^()]*\)", "", label["list"]).rstrip(". ")
        yield from _named(phrase, parts, sure=True)
        return
    title = level(phrase.under[-1].text.plain) if phrase.under and phrase.form == "item" else ""
    if leaves_out(title):
        if not _LIMITED.search(plain) and not _IS_SENTENCE.search(plain):
            yield from _named(phrase, re.split(r"[(:.]|\s-\s", plain)[0], sure=True)
        return
    yield from _said(phrase, plain)


def _said(phrase: Phrase, plain: str) -> Iterator[Excluded]:
    for none in _NONE.finditer(plain):
        yield from _named(phrase, re.sub(r"\bno\b", "", none["list"], flags=re.IGNORECASE), sure=True)
    for start, end in _clauses(plain):
        if not _LIMITED.search(plain, start, end):
            for pattern in (_NO, _IS_OUT, _BANNED, _LEAVES):
                for found in pattern.finditer(plain[start:end].strip(" .;")):
                    deed = bool(_DEED.search(found.groupdict().get("out") or ""))
                    named = _named(phrase, found["what"], sure=pattern not in (_NO, _BANNED))
                    yield from (replace(each, deed=deed) for each in named)


def _clauses(plain: str) -> Iterator[Stretch]:
    for start, end in sentences_of(plain):
        edges = [start, *(match.end() for match in re.finditer(r";\s", plain[start:end])), end]
        edges = [edges[0], *(start + edge for edge in edges[1:-1]), edges[-1]]
        yield from pairwise(edges)


def _named(phrase: Phrase, words: str, *, sure: bool) -> Iterator[Excluded]:
    """Each thing of a list; a single plain word only where the sentence speaks of the scope itself."""
    for part in _SPLIT.split(words):
        core = _ADDED.sub("", part.strip(" *"))
        stems = frozenset(stem for stem, _, _ in tokens_of(core))
        stems = stems - _AGES if len(stems - _AGES) > 1 else stems
        known = stems - _VAGUE
        enough = len(stems) > 1 or (sure and any(len(stem) >= _FEWEST_LETTERS for stem in known))
        if known and enough and len(stems) <= _LONGEST:
            yield Excluded(stems, core, phrase, phrase.quote())
