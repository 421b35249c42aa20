"""Moments on a line as shapes: a diamond each, and a flag with its words above or below, none over another."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.charts._axis import Axis
from generator.charts._chart import Box, Drawing, Path, Shape, Words
from generator.charts._legend import Entry, legend
from generator.charts._marks import diamond, tick
from generator.charts._scale import HEAD, Scale, days_off, head, status_line
from generator.charts._text import shortened, wrapped

WIDTH = 800
# Type of 10.5 on a portrait page: 8 points.
PRINT_WIDTH = 620
_FLAG, _HIGH, _GAP = 164, 66, 8
_LEFT = 10


@dataclass(frozen=True)
class Flag:
    """A checkpoint: where it lies, its words, and whether it is done."""

    at: float
    name: str
    day: str
    scope: str
    done: bool
    cells: tuple[str, ...]

    @property
    def told(self) -> str:
        """Checkpoint 1: Week 2 Day 1, Auth + Gateway, done."""
        return ", ".join([f"{self.name}: {self.day}", self.scope, *(["done"] if self.done else [])])


@dataclass(frozen=True)
class Place:
    """A flag's pole and level: 1 is nearest to the line, below it where negative."""

    flag: Flag
    x: float
    level: int


def draw(axis: Axis, flags: Sequence[Flag], width: float = WIDTH) -> Drawing:
    """Draw the line as far down as the flags above it need."""
    scale = Scale(axis, _LEFT, width - _FLAG)
    places = arrange(scale, flags)
    above = max((place.level for place in places), default=0)
    below = -min((place.level for place in places), default=0)
    line = HEAD + 14 + max(above, 0) * (_HIGH + _GAP) + 14
    bottom = line + 22 + max(below, 0) * (_HIGH + _GAP)
    entries = _entries(flags)
    layers = {
        "shading": tuple(days_off(scale, HEAD, bottom)),
        "head": (*head(scale, 0, bottom), Path(f"M{_LEFT} {line:.1f}H{scale.right:.1f}", "text", 2)),
        "poles": tuple(_pole(place, line) for place in places),
        "flags": tuple(shape for place in places for shape in _banner(place, line)),
        "marks": tuple(shape for place in places for shape in _mark(place, line)),
        "labels": (),
        "status": tuple(status_line(scale, HEAD, bottom)),
        "legend": tuple(legend(entries, _LEFT, width, bottom + 22)),
    }
    return Drawing(width, bottom + 46, layers)


def arrange(scale: Scale, flags: Sequence[Flag]) -> list[Place]:
    """Give each flag a side and the lowest level at which it meets no other flag and no pole.

    A flag flies to the right of its pole; from right to left, it must fly above every pole that it passes.
    """
    places: list[Place] = []
    for number, flag in sorted(enumerate(flags), key=lambda each: (-each[1].at, -each[0])):
        x = scale.x(flag.at)
        options = [_free(x, side, places) for side in ((1, -1) if number % 2 == 0 else (-1, 1))]
        places.append(Place(flag, x, min(options, key=abs)))
    return places[::-1]


def _free(x: float, side: int, places: Sequence[Place]) -> int:
    passed = [abs(each.level) for each in places if each.level * side > 0 and each.x - x < _FLAG + _GAP]
    return side * (max(passed, default=0) + 1)


def _edges(place: Place, line: float) -> tuple[float, float]:
    """Top and bottom of a flag."""
    if place.level > 0:
        top = line - 14 - place.level * (_HIGH + _GAP) + _GAP
    else:
        top = line + 14 + (-place.level - 1) * (_HIGH + _GAP)
    return top, top + _HIGH


def _pole(place: Place, line: float) -> Shape:
    top, bottom = _edges(place, line)
    return Path(f"M{place.x:.1f} {line:.1f}V{top if place.level > 0 else bottom:.1f}", "status", 1.4)


def _banner(place: Place, line: float) -> Iterator[Shape]:
    (top, _), flag, x = _edges(place, line), place.flag, place.x
    room = _FLAG - 14
    yield Box(x, top, _FLAG, _HIGH, "paper", "grid", 1, told=flag.told)
    yield Path(f"M{x:.1f} {top:.1f}v{_HIGH}", "status", 3)
    mark = 17 if flag.done else 0
    if flag.done:
        yield tick(x + 9, top + 12, "done")
    name = flag.name + (" (done)" if flag.done else "")
    yield Words(
        x + 9 + mark, top + 16, shortened(name, 12.5, room - mark, bold=True), 12.5, bold=True, told=flag.told
    )
    yield Words(x + 9, top + 30, shortened(flag.day, 10.5, room), 10.5, ink="muted")
    for number, text in enumerate(wrapped(flag.scope, 11, room, lines=2)):
        yield Words(x + 9, top + 45 + number * 14, text, 11, told=flag.scope)


def _mark(place: Place, line: float) -> Iterator[Shape]:
    fill = "done" if place.flag.done else "paper"
    yield diamond((place.x, line), 8, fill=fill, stroke="done" if place.flag.done else "status", told=place.flag.told)
    if place.flag.done:
        yield tick(place.x - 4, line, "paper", 4)


def _entries(flags: Sequence[Flag]) -> list[Entry]:
    to_do = Entry("To do", lambda x, y: [diamond((x + 12, y + 6), 6, fill="paper", stroke="status")])
    done = Entry(
        "Done", lambda x, y: [diamond((x + 12, y + 6), 7, fill="done", stroke="done"), tick(x + 8, y + 6, "paper", 4)]
    )
    return [entry for entry, occurs in ((to_do, False), (done, True)) if any(flag.done is occurs for flag in flags)]
