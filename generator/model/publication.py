"""How a plan is published: whose it is, in which colour, for whose eyes, on which paper."""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from generator.errors import BadValueError
from generator.model.notation import describe
from generator.model.text import Entry, Name
from generator.model.written import written

_HEX = re.compile(r"#[0-9a-fA-F]{6}")
_READABLE = 5.0
"""More than the 4.5 of WCAG AA, as type stands on tinted ground too."""
_STEPS = 100


@dataclass(frozen=True)
class Colour:
    """A colour as red, green and blue, each from 0 to 255."""

    red: int
    green: int
    blue: int

    def __str__(self) -> str:
        return f"#{self.red:02x}{self.green:02x}{self.blue:02x}"

    @property
    def luminance(self) -> float:
        """Relative luminance, 0 to 1 (WCAG 2.2)."""
        parts = [channel / 255 for channel in (self.red, self.green, self.blue)]
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]  # noqa: PLR2004 - WCAG
        return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))

    def contrast(self, other: "Colour") -> float:
        """Contrast ratio, 1 to 21 (WCAG 2.2)."""
        darker, lighter = sorted((self.luminance, other.luminance))
        return (lighter + 0.05) / (darker + 0.05)

    def readable_on(self, ground: "Colour") -> "Colour":
        """Return the nearest colour of this tone that can be read as small type on a ground."""
        end = _BLACK if ground.luminance > 0.18 else WHITE  # noqa: PLR2004 - as far from black as from white
        mixed = (self._towards(end, step / _STEPS) for step in range(_STEPS + 1))
        return next((each for each in mixed if each.contrast(ground) >= _READABLE), end)

    def darkened(self, share: float) -> "Colour":
        """Return the colour with so much black in it."""
        return self._towards(_BLACK, share)

    def _towards(self, end: "Colour", share: float) -> "Colour":
        pairs = ((self.red, end.red), (self.green, end.green), (self.blue, end.blue))
        return Colour(*(round(here + (there - here) * share) for here, there in pairs))


_BLACK = Colour(0, 0, 0)
WHITE = Colour(255, 255, 255)


class Paper(StrEnum):
    """The size of a PDF's pages."""

    A4 = "a4"
    LETTER = "letter"


def parse_colour(value: object) -> Colour:
    """Read `#0a4f8f`."""
    text = value.strip() if isinstance(value, str) else ""
    if not _HEX.fullmatch(text):
        message = f"expected a colour, found {describe(value)}"
        raise BadValueError(message, help='write red, green and blue in quotes: "#0a4f8f"')
    return Colour(*(int(text[at : at + 2], 16) for at in (1, 3, 5)))


ColourValue = Annotated[
    Colour,
    written(parse_colour, 'Red, green and blue: "#0a4f8f"', "string", pattern=f"^{_HEX.pattern}$"),
]


class Publication(Entry, frozen=True):
    """What the published documents say and look like beyond the plan's own words; all of it can be left out.

    ```yaml
    publication: {company: Harbour Works, colour: "#0a4f8f", confidentiality: For the board only, paper: letter}
    tasks:
      pier: {name: Renew the pier, duration: 8w}
    ```
    """

    company: Name | None = Field(default=None, description="Whose plan it is")
    colour: ColourValue | None = Field(
        default=None, description="Colour of headings and lines; darkened where type in it could not be read"
    )
    confidentiality: Name | None = Field(default=None, description="For whose eyes: Confidential, Internal")
    paper: Paper = Field(default=Paper.A4, description="The PDFs' pages: a4 or letter")
