"""The rules there are: what each file says of itself."""

import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import import_module

from generator.findings import Problem, Severity

_PACKAGE = "generator.rules"
_STRUCTURE = "structure"
File = tuple[str, str]
"""Family and name of a module."""


@dataclass(frozen=True)
class Rule:
    """One rule; its name, page, options and needs are read off its file."""

    name: str
    family: str
    severity: Severity
    page: str
    needs: tuple[str, ...]
    options: dict[str, object]
    check: Callable[..., Iterator[Problem]]

    @property
    def blocks(self) -> bool:
        """Tell whether its findings keep a plan from having dates, so that nobody can do without them."""
        return self.family == _STRUCTURE and self.severity is Severity.ERROR

    @property
    def summary(self) -> str:
        """What is wrong where the rule fires, in one sentence."""
        return self.page.splitlines()[0]

    @property
    def reason(self) -> str:
        """Why it matters: the page between its first line and its examples."""
        return self.page.partition("\n")[2].partition("Fails:")[0].strip()

    def example(self, heading: str) -> str:
        """Return the YAML block under "Fails:" or "Passes:"."""
        _, _, rest = self.page.partition(f"{heading}:\n")
        _, _, block = rest.partition("```yaml\n")
        return block.partition("```")[0]


@cache
def rules() -> dict[str, Rule]:
    """Every rule by name, families in order, rules in order of their names."""
    return {rule.name: rule for rule in map(read_rule, files())}


@cache
def files() -> tuple[File, ...]:
    """Family and file of every rule, in their order; none is read yet."""
    return tuple((family, name) for family in _modules(_PACKAGE) for name in _modules(f"{_PACKAGE}.{family}"))


@cache
def blocking_files() -> tuple[File, ...]:
    """Those of the rules whose findings keep a plan from having dates."""
    return tuple(file for file in files() if file[0] == _STRUCTURE and read_rule(file).blocks)


def other_files() -> list[File]:
    """All others; but for those of the same family none is read yet."""
    blocking = frozenset(blocking_files())
    return [file for file in files() if file not in blocking]


@cache
def read_rule(file: File) -> Rule:
    """Read one rule off its file."""
    family, name = file
    module = import_module(f"{_PACKAGE}.{family}.{name}")
    parameters = module.check.__code__
    return Rule(
        name=name.replace("_", "-"),
        family=family,
        severity=module.SEVERITY,
        page=(module.__doc__ or "").strip(),
        needs=parameters.co_varnames[: parameters.co_argcount],
        options=module.check.__kwdefaults__ or {},
        check=module.check,
    )


def _modules(package: str) -> list[str]:
    path = import_module(package).__path__
    return sorted(info.name for info in pkgutil.iter_modules(path) if not info.name.startswith("_"))
