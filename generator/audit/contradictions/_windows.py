"""Whether two statements of time can both be true."""

from generator.audit.understanding.stays import Stay
from generator.audit.understanding.windows import Window


def agree(one: Stay, other: Stay) -> bool:
    """Tell whether two stays of one part can both be true, at the coarser of their grains.

    A day inside a stretch is a detail of it.
    """
    if one.window.scale != other.window.scale:
        return True
    grain = max(one.window.grain, other.window.grain)
    left, right = one.window.coarse(grain), other.window.coarse(grain)
    if _is_day(one.window) != _is_day(other.window) and (_within(left, right) or _within(right, left)):
        return True
    if "part" in {one.form, other.form}:
        return _within(left, right) if one.form == "part" else _within(right, left)
    return _same(left.first, right.first) and _same(left.last, right.last)


def within(inner: Window, outer: Window) -> bool:
    """Tell whether a stretch lies inside another, as far as both tell; on different scales nothing is known."""
    if inner.scale != outer.scale:
        return True
    grain = max(inner.grain, outer.grain)
    return _within(inner.coarse(grain), outer.coarse(grain))


def _is_day(window: Window) -> bool:
    return window.grain == 1 and window.first is not None and window.first == window.last


def _within(inner: Window, outer: Window) -> bool:
    early = inner.first is not None and outer.first is not None and inner.first < outer.first
    late = inner.last is not None and outer.last is not None and inner.last > outer.last
    beyond = inner.first is not None and outer.last is not None and inner.first > outer.last
    return not (early or late or beyond)


def _same(left: int | None, right: int | None) -> bool:
    return left is None or right is None or left == right
