"""Levels instances in PSPLIB's format (Kolisch and Sprecher 1997) and holds the schedules against the best known.

    python benchmarks/psplib.py DIR [--schedules N] [--exact SECONDS]
    python benchmarks/psplib.py --random SIZE [--count N] [--schedules N] [--exact SECONDS]

The best known makespans are read from `expected.json`, from PSPLIB's own lists (`j30opt.sm`, `j60hrs.sm`), or from a
text of lines such as `j6010_1;85`. Instances at random are drawn much as by ProGen (Kolisch, Sprecher and Drexl
1995), the same in every run. Prints critical path, lower bound, finish, best known, gap and time of each.
"""

import argparse
import json
import re
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random
from statistics import mean

from generator.scheduling.levelling.exact import solve
from generator.scheduling.levelling.level import level
from generator.scheduling.levelling.problem import Activity, Problem, precedence
from generator.scheduling.levelling.result import Levelled

_LARGE = 90
_STRENGTHS = ((0.2, 0.5, 0.7, 1.0), (0.1, 0.2, 0.3, 0.4, 0.5))
_LIST_LINE = re.compile(r"^\W*(\S+?)(?:\.sm)?\W*[;,\s]\W*(\d+)")


@dataclass(frozen=True)
class Instance:
    """A problem, and what others say of it."""

    name: str
    problem: Problem
    critical_paths: tuple[int, ...] = ()
    best: int | None = None


@dataclass(frozen=True)
class Outcome:
    """What became of an instance; `bound` and `proven_in` tell of the exact search, where there was one."""

    instance: Instance
    result: Levelled
    seconds: float
    bound: int
    finish: int
    exact_seconds: float | None = None

    @property
    def gap(self) -> float | None:
        """By which share the finish is later than the best known."""
        best = self.instance.best
        return None if best is None else self.result.finish / best - 1

    @property
    def mismatches(self) -> list[int]:
        """Critical path lengths told by others that differ."""
        return [told for told in self.instance.critical_paths if told != self.result.early_finish]


def main() -> int:
    """Level all, print a line for each and a summary; 1 where a schedule or a critical path is wrong."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("--random", type=int, metavar="SIZE", help="draw instances of so many activities")
    parser.add_argument("--count", type=int, default=10, help="how many to draw")
    parser.add_argument("--schedules", type=int, help="how many schedules to generate for each")
    parser.add_argument("--exact", type=float, metavar="SECONDS", help="then search for a proof (needs OR-Tools)")
    given = parser.parse_args()
    if not (given.folder or given.random):
        parser.error("name a folder, or a size with --random")
    instances = read_folder(given.folder) if given.folder else draw(given.random, given.count)
    print(f"{'instance':<16}{'critical':>9}{'bound':>7}{'finish':>8}{'best':>6}{'gap':>9}{'time':>9}{'exact':>18}")
    outcomes = [_told(_outcome(each, given.schedules, given.exact)) for each in instances]
    return _summary(outcomes)


def read_folder(folder: Path) -> Iterator[Instance]:
    """Yield every instance of a folder, with what the other files there tell of it."""
    lengths, best = _expected(folder), _best_known(folder)
    for path in sorted(folder.glob("*.sm"), key=_natural):
        text = path.read_text(encoding="latin-1")
        if "REQUESTS/DURATIONS" in text:
            told = [*_told_in(text), *lengths.get(path.stem, ())]
            yield Instance(path.stem, read_problem(text), tuple(told), best.get(path.stem))


def read_problem(text: str) -> Problem:
    """Read one instance; each activity has one mode."""
    rows = _rows(text, "REQUESTS/DURATIONS")
    capacity = {f"R{number}": amount for number, amount in enumerate(_rows(text, "RESOURCEAVAILABILITIES")[0], 1)}
    activities = {row[0]: Activity(str(row[0]), row[2], dict(zip(capacity, row[3:], strict=True))) for row in rows}
    links = (
        precedence(activities[row[0]], activities[successor])
        for row in _rows(text, "PRECEDENCE RELATIONS")
        for successor in row[3:]
    )
    return Problem(tuple(activities.values()), tuple(links), capacity)


def draw(size: int, count: int) -> Iterator[Instance]:
    """Yield instances over the range of complexity, resource factor and strength that PSPLIB covers."""
    for number in range(count):
        random = Random(number)  # noqa: S311 - the same in every run
        complexity = random.choice((1.5, 1.8, 2.1))
        factor, strength = random.choice((0.25, 0.5, 0.75, 1.0)), random.choice(_STRENGTHS[size > _LARGE])
        activities = tuple(_drawn_activity(str(each), factor, random) for each in range(size))
        links = tuple(
            precedence(activities[before], activities[after])
            for before, after in _drawn_links(size, round(complexity * size), random)
        )
        yield Instance(f"random{size}-{number}", _limited(Problem(activities, links), strength))


def _outcome(instance: Instance, schedules: int | None, seconds: float | None) -> Outcome:
    begin = time.perf_counter()
    result = _levelled(instance.problem, schedules)
    elapsed = time.perf_counter() - begin
    outcome = Outcome(instance, result, elapsed, result.lower_bound, result.finish)
    return outcome if seconds is None else _proof(outcome, seconds)


def _levelled(problem: Problem, schedules: int | None) -> Levelled:
    result = level(problem, schedules=schedules)
    if not isinstance(result, Levelled):
        raise SystemExit(f"no schedule within capacity: {result}")
    return result


def _proof(outcome: Outcome, seconds: float) -> Outcome:
    begin = time.perf_counter()
    solution = solve(outcome.instance.problem, seconds, outcome.result.starts)
    elapsed = time.perf_counter() - begin
    return replace(outcome, bound=solution.bound, finish=solution.finish, exact_seconds=elapsed)


def _told(outcome: Outcome) -> Outcome:
    """Print the line of an instance."""
    result = outcome.result
    best = "-" if outcome.instance.best is None else str(outcome.instance.best)
    gap = "-" if outcome.gap is None else f"{outcome.gap:.2%}"
    exact = "" if outcome.exact_seconds is None else f"{_interval(outcome):>10}{outcome.exact_seconds:6.1f} s"
    print(
        f"{outcome.instance.name:<16}{result.early_finish:9}{result.lower_bound:7}{result.finish:8}{best:>6}{gap:>9}"
        f"{outcome.seconds:7.2f} s{exact}",
        flush=True,
    )
    return outcome


def _interval(outcome: Outcome) -> str:
    return str(outcome.finish) if outcome.finish == outcome.bound else f"{outcome.bound}..{outcome.finish}"


def _summary(outcomes: list[Outcome]) -> int:
    """Print what holds for all of them together."""
    if not outcomes:
        raise SystemExit("no instance found")
    wrong = [each for each in outcomes if each.mismatches]
    broken = {each.instance.name: broken_periods(each.instance.problem, each.result) for each in outcomes}
    gaps = [each.gap for each in outcomes if each.gap is not None]
    told = sum(bool(each.instance.critical_paths) for each in outcomes)
    print(f"\ninstances               {len(outcomes)}")
    print(f"critical path differs   {len(wrong)} of {told} told {[each.instance.name for each in wrong] or ''}")
    print(f"infeasible periods      {sum(broken.values())}")
    print(
        f"mean gap to best known  {mean(gaps):.3%} of {len(gaps)}" if gaps else "mean gap to best known  none known"
    )
    print(f"mean gap to the bound   {mean(each.result.finish / max(1, each.bound) - 1 for each in outcomes):.3%}")
    print(f"schedules, at most      {max(each.result.schedules for each in outcomes)}")
    seconds = [each.seconds for each in outcomes]
    print(f"time, mean and most     {mean(seconds):.2f} s, {max(seconds):.2f} s")
    _exact_summary([each for each in outcomes if each.exact_seconds is not None])
    return 1 if wrong or any(broken.values()) else 0


def _exact_summary(outcomes: list[Outcome]) -> None:
    if not outcomes:
        return
    proven = sum(each.finish == each.bound for each in outcomes)
    longest = max(each.exact_seconds or 0 for each in outcomes)
    print(f"proven optimal          {proven} of {len(outcomes)}, at most {longest:.1f} s")
    print(f"mean gap to exact       {mean(each.result.finish / max(1, each.finish) - 1 for each in outcomes):.3%}")


def broken_periods(problem: Problem, result: Levelled) -> int:
    """Count the periods in which a resource is overloaded, and the precedences that are broken."""
    starts = result.starts
    broken = sum(starts[link.after] < starts[link.before] + link.lag for link in problem.precedences)
    for resource, capacity in problem.capacity.items():
        used = [0] * result.finish
        for activity in problem.activities:
            for period in range(starts[activity.key], starts[activity.key] + activity.duration):
                used[period] += activity.demand.get(resource, 0)
        broken += sum(amount > capacity for amount in used)
    return broken


def _rows(text: str, heading: str) -> list[list[int]]:
    """The lines of numbers below a heading, up to the next heading."""
    block = text.partition(heading)[2].partition("***\n")[0]
    lines = (line.split() for line in block.splitlines())
    return [[int(word) for word in words] for words in lines if words and all(word.isdigit() for word in words)]


def _told_in(text: str) -> list[int]:
    """The critical path length (MPM-Time) that the instance itself tells."""
    rows = _rows(text, "PROJECT INFORMATION")
    return [rows[0][-1]] if rows else []


def _expected(folder: Path) -> dict[str, list[int]]:
    return {name: [fact["cpm_length"]] for name, fact in _json(folder).items() if "cpm_length" in fact}


def _json(folder: Path) -> dict[str, dict[str, int]]:
    path = folder / "expected.json"
    facts = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    return {name.removesuffix(".sm"): fact for name, fact in facts.items()}


def _best_known(folder: Path) -> dict[str, int]:
    """The best makespans of all lists in a folder; a list goes before the facts, a later list before an earlier."""
    best = {
        name: fact["best_known_makespan"] for name, fact in _json(folder).items() if "best_known_makespan" in fact
    }
    for path in sorted(folder.iterdir()):
        if re.search(r"(opt|hrs)\.sm$", path.name):
            best |= _psplib_list(path)
        elif path.suffix in (".csv", ".txt"):
            found = map(_LIST_LINE.match, path.read_text(encoding="latin-1").splitlines())
            best |= {match[1]: int(match[2]) for match in found if match}
    return best


def _psplib_list(path: Path) -> dict[str, int]:
    """Lines of parameter, instance, makespan, in a file named after the set."""
    name = re.sub(r"(opt|hrs)\.sm$", "", path.name)
    lines = (line.split() for line in path.read_text(encoding="latin-1").splitlines())
    return {
        f"{name}{words[0]}_{words[1]}": int(words[2])
        for words in lines
        if len(words) > 2 and all(word.isdigit() for word in words[:3])  # noqa: PLR2004 - the first three columns
    }


def _natural(path: Path) -> list[int]:
    return [int(number) for number in re.findall(r"\d+", path.stem)]


def _drawn_activity(key: str, factor: float, random: Random) -> Activity:
    """An activity that needs a share of the four resources, one at least."""
    needed = random.sample(range(1, 5), max(1, round(factor * 4)))
    return Activity(key, random.randint(1, 10), {f"R{number}": random.randint(1, 10) for number in sorted(needed)})


def _drawn_links(size: int, count: int, random: Random) -> list[tuple[int, int]]:
    """Links forward, three at most from and to each activity, none that others imply when it is drawn."""
    links = [(random.randrange(after), after) for after in range(3, size)]
    followed = _followed(size, links)
    for _ in range(50 * size):
        before, after = sorted(random.sample(range(size), 2))
        full = sum(link[0] == before for link in links) > 2 or sum(link[1] == after for link in links) > 2  # noqa: PLR2004
        if len(links) < count and after > 2 and not full and not followed[after] >> before & 1:  # noqa: PLR2004
            links.append((before, after))
            followed = _followed(size, links)
    return links


def _followed(size: int, links: list[tuple[int, int]]) -> list[int]:
    """For each activity, a bit for all that it follows."""
    followed = [0] * size
    for before, after in sorted(links, key=lambda link: link[1]):
        followed[after] |= followed[before] | 1 << before
    return followed


def _limited(problem: Problem, strength: float) -> Problem:
    """Give each resource a capacity between its greatest demand and the peak of the early schedule."""
    early = _levelled(problem, 1)
    capacity = {}
    for resource in sorted({name for activity in problem.activities for name in activity.demand}):
        least = max(activity.demand.get(resource, 0) for activity in problem.activities)
        loads = [
            sum(
                each.demand.get(resource, 0)
                for each in problem.activities
                if 0 <= period - early.starts[each.key] < each.duration
            )
            for period in range(early.finish)
        ]
        capacity[resource] = least + round(strength * (max(loads) - least))
    return replace(problem, capacity=capacity)


if __name__ == "__main__":
    raise SystemExit(main())
