"""A resource load as shapes: a lane a role, stacked blocks by wave, the team as a band, the capacity as a line."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from generator.charts._axis import Axis
from generator.charts._chart import Box, Drawing, Path, Shape, Words
from generator.charts._lanes import Lane, band_words, over_words, people_words, week_words
from generator.charts._legend import Entry, legend, legend_height
from generator.charts._load import Load
from generator.charts._palette import wave_ink
from generator.charts._scale import HEAD, Scale, days_off, head, status_line
from generator.charts._text import shortened, text_width, wrapped

WIDTH = 1180
_LEFT, _RIGHT = 230, 1164
_ROOM = 20
_SMALLEST = 8
_PATTERNS = ("", "back", "lines", "bars", "dots", "grid")
Run = tuple[Load, Load]


@dataclass(frozen=True)
class Strip:
    """A lane on paper: where it begins, where 0 lies, and the height of a person."""

    lane: Lane
    scale: Scale
    top: float
    base: float
    unit: float

    def y(self, people: float) -> float:
        """Return the height of a number of people."""
        return self.base - people * self.unit


def draw(axis: Axis, lanes: Sequence[Lane], waves: Sequence[str]) -> Drawing:
    """Draw the lanes one below the other."""
    scale = Scale(axis, _LEFT, _RIGHT)
    strips = _strips(lanes, scale)
    bottom = strips[-1].base + 8
    foot = bottom + (20 if axis.status is not None else 8)
    entries = _entries(lanes, waves)
    layers = {
        "shading": tuple(days_off(scale, HEAD, bottom)),
        "head": tuple(head(scale, 0, bottom)),
        "bands": _each(strips, _team),
        "bars": _each(strips, lambda strip: _blocks(strip, waves)),
        "over": _each(strips, _over),
        "lines": (*_each(strips, _edges), *_each(strips, _capacity)),
        "labels": (*_each(strips, lambda strip: _wave_names(strip, waves)), *_each(strips, _labels)),
        "status": tuple(status_line(scale, HEAD, bottom)),
        "legend": tuple(legend(entries, 4, WIDTH, foot)),
    }
    return Drawing(WIDTH, foot + legend_height(entries, 4, WIDTH) + 4, layers)


def _each(strips: Sequence[Strip], shapes: Callable[[Strip], Iterator[Shape]]) -> tuple[Shape, ...]:
    return tuple(shape for strip in strips for shape in shapes(strip))


def _strips(lanes: Sequence[Lane], scale: Scale) -> list[Strip]:
    strips: list[Strip] = []
    top = float(HEAD)
    for lane in lanes:
        unit = min(20.0, 96 / lane.highest)
        height = max(lane.highest * unit, 38)
        strips.append(Strip(lane, scale, top, top + _ROOM + height, unit))
        top += _ROOM + height + 10
    return strips


def _labels(strip: Strip) -> Iterator[Shape]:
    lane, axis, y = strip.lane, strip.scale.axis, strip.top + 17
    yield Path(f"M4 {strip.top:.1f}H{_RIGHT}", "grid", 1)
    yield Path(f"M{_LEFT} {strip.base:.1f}H{_RIGHT}", "muted", 1)
    yield Words(4, y, shortened(lane.name, 13, _LEFT - 40, bold=True), 13, bold=True, told=lane.name)
    peak = lane.peak
    told = f"peak {peak.demand.people} in {week_words(axis, peak)}" if peak.demand.people.high else "no task needs it"
    limit = "" if peak.capacity is None else f"capacity {peak.capacity}, "
    yield Words(4, y + 15, f"{limit}{told}", 11, ink="muted")
    for number, line in enumerate(wrapped(over_words(axis, lane), 11, _LEFT - 34, lines=1, bold=True)):
        yield Words(4, y + 30 + 14 * number, line, 11, ink="critical", bold=True, told=over_words(axis, lane))
    for people in {0, lane.highest}:
        yield Words(_LEFT - 5, strip.y(people) + 4, str(people), 10, "end", "muted")
    yield from _weeks(strip)


def _weeks(strip: Strip) -> Iterator[Shape]:
    """Name the peak of each week above it, and by how much it is over."""
    for week in strip.lane.weeks:
        begin, end = strip.scale.x(week.stretch.first), strip.scale.x(week.stretch.last)
        people, told = week.demand.people, _told(strip, week)
        over = f"{people}, over by {week.over}"
        full, ink = (over, "critical") if week.over else (f"peak {people}", "muted")
        text = next((each for each in (full, str(people)) if text_width(each, 10.5, bold=True) < end - begin - 6), "")
        if people.high and text:
            yield Box(begin + 3, strip.top + 4, text_width(text, 10.5), 13, "paper", opacity=0.85)
            yield Words(begin + 4, strip.top + 14, text, 10.5, ink=ink, bold=bool(week.over), told=told)


def _told(strip: Strip, load: Load) -> str:
    """Developer, Week 3: 4 people needed, team 4-6, capacity 8."""
    facts = [f"{band_words(load.demand.people)} needed"]
    facts += [f"team {load.team}"] if load.team.high else []
    facts += [f"capacity {load.capacity}"] if load.capacity is not None else []
    facts += [f"over by {load.over}"] if load.over else []
    return f"{strip.lane.name}, {week_words(strip.scale.axis, load)}: {', '.join(facts)}"


def _runs(loads: Sequence[Load], value: Callable[[Load], object], *, bridge: bool = True) -> Iterator[Run]:
    """Join neighbouring stretches of one value; with `bridge`, over days off too."""
    run: list[Load] = []
    for load in loads:
        apart = run and not bridge and run[-1].stretch.last != load.stretch.first
        if run and (apart or value(load) != value(run[0])):
            yield run[0], run[-1]
            run = []
        run.append(load)
    if run:
        yield run[0], run[-1]


def _team(strip: Strip) -> Iterator[Shape]:
    for first, last in _runs(strip.lane.loads, lambda load: load.team):
        if not first.team.high:
            continue
        x, right = strip.scale.x(first.stretch.first), strip.scale.x(last.stretch.last)
        top, bottom = strip.y(first.team.high), strip.y(first.team.low)
        told = f"{strip.lane.name}: team {first.team}"
        yield Box(x, top, right - x, bottom - top, "muted", opacity=0.2, told=told)


def _edges(strip: Strip) -> Iterator[Shape]:
    """Return the team's band once more as two lines, over the blocks that hide it."""
    for band in _team(strip):
        if isinstance(band, Box):
            sides = f"M{band.x:.1f} {band.y:.1f}h{band.width:.1f}m0 {band.height:.1f}h{-band.width:.1f}"
            yield Path(sides, "muted", 1.2, dash="3 2", told=band.told)


def _capacity(strip: Strip) -> Iterator[Shape]:
    for first, last in _runs(strip.lane.loads, lambda load: load.capacity):
        if first.capacity is None:
            continue
        x, right, y = strip.scale.x(first.stretch.first), strip.scale.x(last.stretch.last), strip.y(first.capacity)
        yield Path(f"M{x:.1f} {y:.1f}H{right:.1f}", "text", 2, told=f"{strip.lane.name}: capacity {first.capacity}")


def _blocks(strip: Strip, waves: Sequence[str]) -> Iterator[Shape]:
    for wave, box in _boxes(strip, waves):
        yield from _block(box, wave)


def _boxes(strip: Strip, waves: Sequence[str]) -> Iterator[tuple[int, Box]]:
    """Yield a block for each wave and stretch of time in which it needs the same number of people."""
    for wave in sorted({wave for load in strip.lane.loads for wave, _ in load.demand.by_wave}):
        for low, high, first, last in _steps(strip.lane.loads, wave):
            x, right = strip.scale.x(first.stretch.first), strip.scale.x(last.stretch.last)
            when = week_words(strip.scale.axis, first)
            told = f"{strip.lane.name}, {waves[wave]}: {people_words(high - low)}, {when}"
            yield wave, Box(x, strip.y(high), right - x, (high - low) * strip.unit, told=told)


def _steps(loads: Sequence[Load], wave: int) -> Iterator[tuple[int, int, Load, Load]]:
    for first, last in _runs(loads, lambda load: _stacked(load, wave), bridge=False):
        low, high = _stacked(first, wave)
        if high > low:
            yield low, high, first, last


def _stacked(load: Load, wave: int) -> tuple[int, int]:
    """Between which numbers of people a wave's block lies; lower waves lie below."""
    low = sum(people for each, people in load.demand.by_wave if each < wave)
    return low, low + sum(people for each, people in load.demand.by_wave if each == wave)


def _block(box: Box, wave: int) -> Iterator[Shape]:
    ink, pattern = wave_ink(wave), _PATTERNS[wave % len(_PATTERNS)]
    place = (box.x, box.y, box.width, box.height)
    yield Box(*place, "paper")
    yield Box(*place, ink, ink, 1, 0.36, told="" if pattern else box.told)
    if pattern:
        yield Box(*place, f"{pattern}:{ink}", opacity=0.45, told=box.told)


def _wave_names(strip: Strip, waves: Sequence[str]) -> Iterator[Shape]:
    """Name the wave at the foot of each block, by its number where the block is narrow."""
    for wave, box in _boxes(strip, waves):
        size = min(10.5, box.height - 2)
        fits = (each for each in (waves[wave], str(wave)) if text_width(each, size) < box.width - 6)
        text = next(fits, "") if wave and size >= _SMALLEST else ""
        if text:
            foot = box.y + box.height - 3
            yield Box(
                box.x + 2, foot - size, text_width(text, size) + 2, size + 1.5, "paper", opacity=0.85, told=box.told
            )
            yield Words(box.x + 3, foot - size * 0.14, text, size, told=box.told)


def _over(strip: Strip) -> Iterator[Shape]:
    for first, last in _runs(strip.lane.loads, lambda load: (load.over, load.capacity), bridge=False):
        if first.over and first.capacity is not None:
            x, right = strip.scale.x(first.stretch.first), strip.scale.x(last.stretch.last)
            top, bottom = strip.y(first.capacity + first.over), strip.y(first.capacity)
            told = _told(strip, first)
            yield Box(x, top, right - x, bottom - top, "hatch:critical", "critical", 2, told=told)


def _entries(lanes: Sequence[Lane], waves: Sequence[str]) -> list[Entry]:
    shown = sorted({wave for lane in lanes for load in lane.loads for wave, _ in load.demand.by_wave})
    entries = [Entry(f"{waves[wave]}: people needed", _sample(wave)) for wave in shown[:24]]
    loads = [load for lane in lanes for load in lane.loads]
    others = (
        ("Team, fewest to most", any(load.team.high for load in loads), _sample_team),
        ("Capacity", any(load.capacity is not None for load in loads), _sample_capacity),
        ("Over capacity", any(load.over for load in loads), _sample_over),
    )
    return entries + [Entry(words, sample) for words, occurs, sample in others if occurs]


def _sample(wave: int) -> Callable[[float, float], Iterator[Shape]]:
    return lambda x, y: _block(Box(x, y, 24, 12), wave)


def _sample_team(x: float, y: float) -> list[Shape]:
    return [Box(x, y, 24, 12, "muted", opacity=0.2), Path(f"M{x} {y}h24M{x} {y + 12}h24", "muted", 1, dash="2 2")]


def _sample_capacity(x: float, y: float) -> list[Shape]:
    return [Path(f"M{x} {y + 6}h24", "text", 2)]


def _sample_over(x: float, y: float) -> list[Shape]:
    return [Box(x, y, 24, 12, "hatch:critical", "critical", 2)]
