"""Holds the rules against what a plan says of them under `checks`."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import partial

from generator.errors import BadValueError
from generator.findings import Pointer, Problem, Severity
from generator.formatting import did_you_mean
from generator.model.checks import LEVELS, OFF, ON
from generator.model.plan import Plan
from generator.rules._catalogue import Rule, rules
from generator.rules._options import read_option

_SEVERITY = "severity"


def is_off(rule: Rule, plan: Plan) -> bool:
    """Tell whether the plan does without a rule; it cannot do without one that keeps it from having dates."""
    return not rule.blocks and _level(rule, plan) == OFF


def tailored(rule: Rule, plan: Plan) -> Rule:
    """Give a rule the weight and the options that the plan wishes; what it cannot read there is left alone."""
    if rule.name not in plan.checks and rule.family not in plan.checks:
        return rule
    level = _level(rule, plan)
    severity = rule.severity if rule.blocks or level in (ON, OFF) else Severity(level)
    options = dict(_options(rule, plan))
    return replace(rule, severity=severity, check=partial(rule.check, **options) if options else rule.check)


def faults(rule: Rule, setting: Mapping[str, object]) -> Iterator[Problem]:
    """Yield each option that the rule does not have, or cannot read."""
    for name, value in setting.items():
        pointer = ("checks", rule.name, name)
        if name == _SEVERITY:
            continue
        if name not in rule.options:
            near = did_you_mean(name, (*rule.options, _SEVERITY))
            yield Problem(pointer, f'"{rule.name}" has no option "{name}"', near or _known(rule), at_key=True)
            continue
        try:
            read_option(value, rule.options[name])
        except BadValueError as error:
            told = f'option "{name}" of "{rule.name}": {error.message}'
            yield Problem(pointer, told, error.help or f"{rule.options[name]} where left out")


def level_written(setting: object) -> object:
    """Read the level off a setting in either of its forms; nothing where it has none."""
    return setting.get(_SEVERITY) if isinstance(setting, Mapping) else setting


def level_pointer(name: str, setting: object) -> Pointer:
    """Where the level of a rule is written."""
    return ("checks", name, _SEVERITY) if isinstance(setting, Mapping) else ("checks", name)


def families() -> tuple[str, ...]:
    """The families of rules, in their order."""
    return tuple(dict.fromkeys(rule.family for rule in rules().values()))


def _level(rule: Rule, plan: Plan) -> str:
    """What is said of the rule itself goes before what is said of its family."""
    written = (level_written(plan.checks.get(name)) for name in (rule.name, rule.family))
    return next((str(level) for level in written if level in LEVELS), ON)


def _options(rule: Rule, plan: Plan) -> Iterator[tuple[str, object]]:
    setting = plan.checks.get(rule.name)
    for name, value in setting.items() if isinstance(setting, Mapping) else ():
        try:
            if name in rule.options:
                yield name, read_option(value, rule.options[name])
        except BadValueError:
            continue


def _known(rule: Rule) -> str:
    return f"options: {', '.join(rule.options)}" if rule.options else "it has no options"
