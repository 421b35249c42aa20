"""Reads documents together and tells where they contradict themselves and each other."""

import inspect
from collections.abc import Iterable, Iterator
from types import ModuleType

from generator import discovery
from generator.audit.blocks import Document
from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.facts import Facts, understand
from generator.audit.understanding.phrases import Quote
from generator.audit.understanding.words import short
from generator.findings import Finding, ordered
from generator.rules._catalogue import Rule

_PACKAGE = "generator.audit.contradictions"
FAMILY = "audit"


def checks() -> dict[str, Rule]:
    """Every kind of contradiction that is looked for, by name."""
    modules = discovery.modules_by_name(_PACKAGE)
    return {name.replace("_", "-"): _rule(name, module) for name, module in modules.items()}


def contradictions(documents: Iterable[Document]) -> tuple[Finding, ...]:
    """Find what documents, taken as one plan, say otherwise elsewhere."""
    facts = understand(documents)
    return ordered([finding for rule in checks().values() for finding in _findings(rule, facts)])


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


def _findings(rule: Rule, facts: Facts) -> Iterator[Finding]:
    found: Iterable[Contradiction] = rule.check(facts)  # type: ignore[assignment] # a check of documents, not of a plan
    for each in found:
        yield Finding(rule.name, rule.severity, _told(each), each.here.place, each.help)


def _told(each: Contradiction) -> str:
    """Quote both places; the file is named where it is another one."""
    against = "".join(f', but {_at(quote, each.here)}: "{short(quote.text)}"' for quote in dict.fromkeys(each.there))
    return f'{each.message}: "{short(each.here.text)}"{against}'


def _at(quote: Quote, here: Quote) -> str:
    place = quote.place
    return f"line {place.line}" if place.file == here.place.file else f"{place.file}:{place.line}:{place.column}"
