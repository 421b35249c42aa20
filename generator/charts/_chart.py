"""What every chart is made of: shapes on a drawing, a data table, a rendered chart."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property
from typing import ClassVar


class Look(Enum):
    """Where a static picture is shown."""

    SITE = "site"
    PRINT = "print"


@dataclass(frozen=True)
class Box:
    """A rectangle; `fill` and `stroke` are inks, `told` is its text on hover."""

    x: float
    y: float
    width: float
    height: float
    fill: str = "none"
    stroke: str = "none"
    weight: float = 1
    opacity: float = 1
    radius: float = 0
    told: str = ""
    kind: ClassVar[str] = "box"


@dataclass(frozen=True)
class Path:
    """A line or outline, in SVG path language."""

    d: str
    stroke: str = "none"
    weight: float = 1
    fill: str = "none"
    dash: str = ""
    opacity: float = 1
    told: str = ""
    kind: ClassVar[str] = "path"


@dataclass(frozen=True)
class Words:
    """One line of text; `told` holds the whole where the line is shortened."""

    x: float
    y: float
    text: str
    size: float = 12
    anchor: str = "start"
    ink: str = "text"
    bold: bool = False
    told: str = ""
    kind: ClassVar[str] = "words"


Shape = Box | Path | Words
Layers = Mapping[str, tuple[Shape, ...]]


@dataclass(frozen=True)
class Drawing:
    """Shapes in layers; a chart's template says which layer lies above which."""

    width: float
    height: float
    layers: Layers


@dataclass(frozen=True)
class Table:
    """A chart's data in plain text cells."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class RenderedChart:
    """A chart in every form; `key` is unique for a chart and its options.

    A `folded` chart is for those who ask, and opens at a click on the site.
    """

    key: str
    name: str
    title: str
    description: str
    site_svg: str
    sheets: Callable[[], tuple[str, ...]] = field(compare=False, repr=False)
    figure_json: str
    table: Table
    wide: bool
    folded: bool = False

    @cached_property
    def printed(self) -> tuple[str, ...]:
        """The sheets, drawn when somebody asks: most charts of a large plan stand in no printed document."""
        return self.sheets()

    @property
    def print_svg(self) -> str:
        """The first sheet, which is the only one of most charts."""
        return self.printed[0]

    @property
    def further_svgs(self) -> tuple[str, ...]:
        """The second and later sheets of a chart that is too large for one printed page."""
        return self.printed[1:]
