"""Small marks that several charts share."""

from generator.charts._chart import Path


def diamond(middle: tuple[float, float], half: float, *, fill: str, stroke: str, told: str = "") -> Path:
    """Return a diamond around its middle."""
    x, y = middle
    d = f"M{x - half:.1f} {y:.1f}L{x:.1f} {y - half:.1f}L{x + half:.1f} {y:.1f}L{x:.1f} {y + half:.1f}Z"
    return Path(d, stroke, 2, fill, told=told)


def tick(x: float, y: float, ink: str, size: float = 5) -> Path:
    """Return a tick whose left end lies at a place."""
    d = f"M{x:.1f} {y:.1f}l{size * 0.4:.1f} {size * 0.6:.1f}l{size * 0.9:.1f} {-size * 1.5:.1f}"
    return Path(d, ink, 2.2)


def head_of_arrow(tip: tuple[float, float], before: tuple[float, float], ink: str) -> Path:
    """Return the head of a level arrow, at its tip."""
    back = 5.5 if before[0] > tip[0] else -5.5
    x, y = tip
    return Path(f"M{x:.1f} {y:.1f}L{x + back:.1f} {y - 3:.1f}V{y + 3:.1f}Z", fill=ink)
