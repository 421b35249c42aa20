"""Material's icon files, read from the package that the site is built with."""

import re
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

_NAME = re.compile(r"[a-z0-9-]+(?:/[a-z0-9-]+)+")


def icon_exists(name: str) -> bool:
    """Tell whether there is an icon such as `material/check`."""
    return bool(_NAME.fullmatch(name)) and _file(name).is_file()


@cache
def icon_svg(name: str) -> bytes:
    """Return an icon without a fill: the theme gives it one."""
    return _file(name).read_bytes()


def _file(name: str) -> Traversable:
    return files("material").joinpath("templates", ".icons", *f"{name}.svg".split("/"))
