"""Plug-in folders: drop in one file and it exists."""

import importlib
import pkgutil
from functools import cache
from types import ModuleType

from generator.errors import PlanpressError
from generator.formatting import did_you_mean


@cache
def names(package: str) -> tuple[str, ...]:
    """List the plug-ins of a folder by file name, sorted; a file `_name.py` is none."""
    path = importlib.import_module(package).__path__
    return tuple(sorted(info.name for info in pkgutil.iter_modules(path) if not info.name.startswith("_")))


@cache
def modules_by_name(package: str) -> dict[str, ModuleType]:
    """Import every plug-in of a folder."""
    return {name: importlib.import_module(f"{package}.{name}") for name in names(package)}


def module(package: str, name: str) -> ModuleType:
    """Import the one plug-in that is asked for; an unknown name is an error."""
    refuse_unknown(package, name)
    return importlib.import_module(f"{package}.{name}")


def refuse_unknown(package: str, name: str) -> None:
    """Tell of a name that no plug-in has which is near, or which there are."""
    if name not in names(package):
        kind = package.rsplit(".", 1)[-1]
        near = did_you_mean(name, names(package))
        raise PlanpressError(
            f'"{name}" is none of the {kind}', help=near or f"there are: {', '.join(names(package))}"
        )
