"""The addresses of a published site, and when a page of it is ready."""

from pathlib import Path

TABLES_ARE_SET_UP = "() => !document.querySelector('.md-content table:not([class], details:not([open]) *)')"
"""What is folded away is set up when it is opened."""


def pages_of(site: Path) -> list[str]:
    """Return the way to every page from the root, the home page's being empty."""
    found = [path.parent.relative_to(site).as_posix() for path in sorted(site.rglob("index.html"))]
    return ["" if name == "." else f"{name}/" for name in found]
