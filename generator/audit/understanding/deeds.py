"""What is done to what, by words without their endings: *the restored snapshot* and `Restore the snapshot`."""

import re
from dataclasses import dataclass

from generator.audit.blocks import Text
from generator.audit.understanding.phrases import Quote
from generator.audit.understanding.words import level, tokens_of

Words = frozenset[str]

_ENDING = re.compile(
    r"(?<=[a-z]{3})(?:ations?|ating|ated?|ates|ions?|ings?|ments?|ances?|ences?|als?|ers?|ed|es|s|e|y|ied|ies)$"
)
_TWICE = re.compile(r"([bdglmnprt])\1$")
_FORMS = """take took taken/freeze froze frozen/write wrote written/send sent/build built/bring brought/buy bought
    /pay paid/lay laid/draw drew drawn/give gave given/drive drove driven/break broke broken/teach taught/leave left
    /hang hung/sell sold/light lit/sweep swept/feed fed/meet met/lose lost/find found/make made/show shown/tell told
    /unfreeze unfroze unfrozen/choose chosen/grow grown/weigh weighed weight/arrive arrival/prove proof proven
    /deliver delivery/hand handover"""
_SAME = {form: forms[0] for line in _FORMS.split("/") if (forms := line.split()) for form in forms[1:]}
_EMPTY = frozenset(
    re.findall(
        r"\w+",
        """may not no only both first then before after until unless place go table there start started begin begun
        end ended finish finished complete completed ready done been had has have was were did does is are be being
        last once when comes come came them they it its this that anything everything nothing anyone other one very
        now over step never always later earlier finally""",
    )
)
_LIGHT = re.compile(
    r"\b(?:is|are|be|been|was|were|gets?) (?:taken|made|done|given|held|carried out)\b"
    r"(?! (?:out|off|away|down|up|back))",
    re.IGNORECASE,
)
"""Verbs that say no more than the noun does: a photo *is taken*."""
_BRACKETS = re.compile(r"\([^()]*\)")


@dataclass(frozen=True)
class Placed:
    """One thing of a sequence: its words, its place and its text."""

    words: Words
    place: int
    quote: Quote


def placed(text: Text, place: int) -> Placed:
    """Return what the first clause of a text names."""
    return named(level(text.plain), place, Quote(text.plain.strip(), text.place()))


def named(plain: str, place: int, quote: Quote) -> Placed:
    """Return what words name, those in brackets and behind the first clause left out."""
    return Placed(deeds_in(re.split(r"[.;,]\s", _BRACKETS.sub("", plain))[0]), place, quote)


def deeds_in(text: str) -> Words:
    """Return the words that name what is done, without their endings."""
    found = (stem for stem, _, _ in tokens_of(_LIGHT.sub(" ", text)) if len(stem) > 1 and not stem[0].isdecimal())
    return frozenset(_bare(stem) for stem in found if stem not in _EMPTY)


def bare_word(stem: str) -> str:
    """Take endings off as long as there are any: agreement, agreed and agree are one."""
    bare = _bare(stem)
    return stem if bare == stem else bare_word(bare)


def _bare(stem: str) -> str:
    base = _SAME.get(stem, stem)
    return _TWICE.sub(r"\1", _ENDING.sub("", base))
