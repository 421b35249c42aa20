"""The addresses of a published site."""

from pathlib import Path


def pages_of(site: Path) -> list[str]:
    """Return the way to every page from the root, the home page's being empty."""
    found = [path.parent.relative_to(site).as_posix() for path in sorted(site.rglob("index.html"))]
    return ["" if name == "." else f"{name}/" for name in found]
