"""Reads documents together and tells where they contradict themselves and each other."""

import inspect
from collections.abc import Iterable, Mapping
from types import ModuleType

from generator import discovery
from generator.audit.blocks import Document
from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.as_written import as_written
from generator.audit.understanding.facts import Facts, understand
from generator.audit.understanding.phrases import Quote
from generator.audit.understanding.units import Labels
from generator.audit.understanding.words import short
from generator.findings import Finding, ordered
from generator.rules._catalogue import Rule

_PACKAGE = "generator.audit.contradictions"
FAMILY = "audit"
_BROAD = (
    "unmade-product",
    "unmade-total",
    "unmade-rest",
    "unmade-share",
    "before-what-it-needs",
    "follows-too-early",
    "steps-turned",
    "unlisted-code",
    "shared-noun",
    "rows-and-total",
    "other-count",
    "other-members",
    "not-as-many",
    "other-remainder",
    "all-times-each",
    "places-listed",
    "listed-twice",
    "no-way-out",
    "led-by-another",
    "part-renamed",
    "gate-before-part",
    "out-of-turn",
    "whole-off-parts",
    "told-for-two",
    "two-dates",
    "days-off-weeks",
    "entry-total",
    "other-total",
    "rows-times-each",
    "sum-of-members",
    "kind-counted",
    "stages-overlap",
    "listed-total",
    "asked-count",
    "groups-of-each",
    "off-the-calendar",
    "each-so-long",
    "not-at-its-end",
    "outside-what-it-is-in",
    "other-entry",
    "anothers-thing",
    "column-total",
    "dated-twice",
    "length-elsewhere",
    "weeks-in-days",
    "estimated-total",
)
_GENERAL = {"two-values": 2, "told-otherwise": 2, **dict.fromkeys(_BROAD, 1)}
"""Checks that are silent where one of a lower number tells the same lines or place; 0 have a reason of their own."""


def checks() -> dict[str, Rule]:
    """Every kind of contradiction that is looked for, by name."""
    modules = discovery.modules_by_name(_PACKAGE)
    return {name.replace("_", "-"): _rule(name, module) for name, module in modules.items()}


def contradictions(documents: Iterable[Document]) -> tuple[Finding, ...]:
    """Find what documents, taken as one plan, say otherwise elsewhere."""
    return ordered([finding for finding, _ in with_lines(documents)])


def with_lines(documents: Iterable[Document]) -> list[tuple[Finding, frozenset[tuple[str, int]]]]:
    """Return each contradiction with all lines that it is between."""
    facts = understand(documents)
    found = [(rule, each) for rule in checks().values() for each in _contradictions(rule, facts)]
    told = [(_rank(rule), _lines(each), _begin(each)) for rule, each in found]
    labels = {phrase.text.file: phrase.style.labels for phrase in facts.reading.phrases}
    return [
        (Finding(rule.name, rule.severity, _told(each, labels), each.here.place, each.help), frozenset(_lines(each)))
        for rule, each in found
        if not any(
            rank < _rank(rule) and (_lines(each) <= lines or _begin(each) == begin) for rank, lines, begin in told
        )
    ]


def _rule(name: str, module: ModuleType) -> Rule:
    parameters = inspect.signature(module.check).parameters.values()
    return Rule(
        name=name.replace("_", "-"),
        family=FAMILY,
        severity=module.SEVERITY,
        page=inspect.cleandoc(module.__doc__ or ""),
        needs=("facts",),
        options={each.name: each.default for each in parameters if each.kind is each.KEYWORD_ONLY},
        check=module.check,
    )


def _rank(rule: Rule) -> int:
    return _GENERAL.get(rule.name, 0)


def _contradictions(rule: Rule, facts: Facts) -> Iterable[Contradiction]:
    return rule.check(facts)  # type: ignore[return-value] # a check of documents, not of a plan


def _lines(each: Contradiction) -> set[tuple[str, int]]:
    return {(quote.place.file, quote.place.line) for quote in (each.here, *each.there)}


def _begin(each: Contradiction) -> tuple[str, int, int]:
    place = each.here.place
    return place.file, place.line, place.column


def _told(each: Contradiction, labels: Mapping[str, Labels]) -> str:
    """Quote both places; the file is named where it is another one."""
    against = "".join(f', but {_at(quote, each.here)}: "{short(quote.text)}"' for quote in dict.fromkeys(each.there))
    message = as_written(each.message, (each.here, *each.there), labels)
    return f'{message}: "{short(each.here.text)}"{against}'


def _at(quote: Quote, here: Quote) -> str:
    place = quote.place
    return f"line {place.line}" if place.file == here.place.file else f"{place.file}:{place.line}:{place.column}"
