"""Makes every kind of fault in every sound plan, and counts which are found."""

import inspect
import pkgutil
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path

import tests.mutation.kinds
from generator.findings import Finding
from tests.mutation.fault import Fault, Good, Kind, examined
from tests.mutation.plan_text import PlanText

ROOT = Path(__file__).parents[2]
SOUND = ("product-launch", "data-centre-move", "thesis", "building-site", "two-day-event")
AT_MOST = {"plan": 6}
AT_MOST_ELSEWHERE = 1
MORE = 3
"""So many times as many places are tried of what is found by understanding prose."""
FLOORS = {
    "typed day that is wrong": 0.6,
    "typed weeks that are wrong": 0.6,
    "typed figure that is wrong": 0.8,
    "typed share that is wrong": 0.8,
    "typed number that is wrong": 0.8,
}
"""How much of a kind is found where not all can be: a wrong day may well be that of another item named beside it."""


@dataclass(frozen=True)
class Tally:
    """What became of one kind of fault."""

    kind: str
    tried: int
    missed: tuple[str, ...]


@cache
def good_plans() -> tuple[Good, ...]:
    """The shipped plan, and the sound plans of other kinds that are there."""
    paths = [ROOT / "plan" / "plan.yaml", *(ROOT / "tests" / "plans" / f"{name}.yaml" for name in SOUND)]
    return tuple(Good(path.stem, PlanText(path.read_text("utf-8"))) for path in paths if path.exists())


@cache
def kinds() -> dict[str, Kind]:
    """Every public function of the modules in `kinds`, by its name."""
    names = sorted(info.name for info in pkgutil.iter_modules(tests.mutation.kinds.__path__))
    modules = [import_module(f"tests.mutation.kinds.{name}") for name in names if not name.startswith("_")]
    return {
        name.replace("_", " "): kind
        for module in modules
        for name, kind in inspect.getmembers(module, inspect.isfunction)
        if not name.startswith("_") and kind.__module__ == module.__name__
    }


def faults(kind: Kind) -> Iterator[Fault]:
    """Yield the faults of a kind: of each plan some, spread evenly over the places that there are."""
    more = MORE if kind.__name__.replace("_", " ") in FLOORS else 1
    for good in good_plans():
        count = sum(1 for _ in kind(good))
        wanted = min(count, AT_MOST.get(good.name, AT_MOST_ELSEWHERE) * more)
        chosen = {number * count // wanted for number in range(wanted)}
        yield from (fault for number, fault in enumerate(kind(good)) if number in chosen)


def tried(name: str) -> Tally:
    """Try every fault of a kind."""
    every = list(faults(kinds()[name]))
    missed = (_miss(fault, examined(fault.text).findings) for fault in every)
    return Tally(name, len(every), tuple(told for told in missed if told))


def table(tallies: list[Tally]) -> str:
    """Tell found and tried per kind, and then what was missed."""
    width = max(len(tally.kind) for tally in tallies)
    rows = [f"{each.kind:<{width}}  {each.tried - len(each.missed):>3} of {each.tried:>3}" for each in tallies]
    every, lost = sum(each.tried for each in tallies), sum(len(each.missed) for each in tallies)
    total = f"{'total':<{width}}  {every - lost:>3} of {every:>3}  ({100 * (every - lost) / max(every, 1):.1f} %)"
    return "\n".join([*rows, total, *(f"missed: {told}" for each in tallies for told in each.missed)])


def _miss(fault: Fault, findings: tuple[Finding, ...]) -> str | None:
    if fault.met_by(findings):
        return None
    text = PlanText(fault.text)
    wanted = " or ".join(f"{aim.rule} at {':'.join(map(str, aim.position(text)))}" for aim in fault.aims)
    found = ", ".join(f"{each.rule} at {each.place.line}:{each.place.column}" for each in findings[:4])
    return f"{fault.told}; wanted {wanted}; found {found or 'nothing'}"
