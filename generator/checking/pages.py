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
    if known not in rules():
        near = did_you_mean(name, (*rules(), *FILE_CHECKS))
        raise PlanpressError(f'no rule "{name}"', help=near or "planpress rules lists them")
    return _page(rules()[known])


def _page(rule: Rule) -> str:
    options = [f"- `{option}`: {default}" for option, default in rule.options.items()]
    told = ["", "Options:", "", *options] if options else []
    return "\n".join([f"# {rule.name}", "", f"*{rule.family}, {rule.severity}*", "", rule.page, *told])
