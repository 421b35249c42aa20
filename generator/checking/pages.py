"""The page of a rule, or of what is found before any rule runs."""

from generator.errors import PlanpressError
from generator.formatting import did_you_mean
from generator.rules._catalogue import Rule, rules
from generator.rules._file_checks import FILE_CHECKS


def page(name: str) -> str:
    """Write a page in Markdown; an unknown name is an error with a suggestion."""
    known = name.replace("_", "-")
    if known in FILE_CHECKS:
        return "\n".join([f"# {known}", "", "*before any rule, error*", "", FILE_CHECKS[known]])
    found = rules().get(known) or audit_checks().get(known)
    if found is None:
        near = did_you_mean(name, (*rules(), *FILE_CHECKS, *audit_checks()))
        raise PlanpressError(f'no rule "{name}"', help=near or "planpress rules lists them")
    return _page(found)


def audit_checks() -> dict[str, Rule]:
    """Everything that documents are audited for, by name."""
    from generator.audit import audit  # noqa: PLC0415 - slow to import, and seldom asked for
    from generator.audit.rendered import audit as rendered  # noqa: PLC0415

    return {**audit.checks(), **rendered.checks()}


def _page(rule: Rule) -> str:
    options = [f"- `{option}`: {default}" for option, default in rule.options.items()]
    told = ["", "Options:", "", *options] if options else []
    return "\n".join([f"# {rule.name}", "", f"*{rule.family}, {rule.severity}*", "", rule.page, *told])
