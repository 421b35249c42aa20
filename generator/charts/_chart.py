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
    FILE = "file"


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
    """Shapes in layers; a chart's template says which layer lies above which.

    One that is `fixed` has rows of text beside it on the site, and keeps its size there.
    """

    width: float
    height: float
    layers: Layers
    fixed: bool = False


@dataclass(frozen=True)
class Table:
    """A chart's data in plain text cells."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Name:
    """The name of a row, for a page that sets names beside the picture; `anchor` is the entry that it leads to."""

    text: str
    depth: int
    bold: bool
    told: str
    anchor: str


@dataclass(frozen=True)
class RenderedChart:
    """A chart in every form; `key` is unique for a chart and its options.

    `sheets` draws it for print, and `whole` as a file of its own. A `folded` chart is for those who ask, and opens at
    a click on the site. A page sets `names` and `legend` as text beside the picture; from `geometry` a script draws
    the chart anew.
    """

    key: str
    name: str
    title: str
    description: str
    site_svg: str
    sheets: Callable[[], tuple[str, ...]] = field(compare=False, repr=False)
    whole: Callable[[], str] = field(compare=False, repr=False)
    figure_json: str
    table: Table
    wide: bool
    folded: bool = False
    names: tuple[Name, ...] = ()
    legend: str = ""
    geometry: str = ""

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

    @property
    def picture_svg(self) -> str:
        """The whole of it in literal colours, however many sheets it has."""
        return self.whole()
