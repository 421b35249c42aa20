"""The package's style sheets and scripts as a few files: a phone asks for each file by itself, and waits for each."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from generator.artifacts import Artifact, text_artifact
from generator.sources.template_files import packaged_templates

SHEET, SCRIPT = "planpress.css", "planpress.js"
HEAD, _FIRST = "planpress-head.js", "head"
"""What has to run before the page is read, since the theme's own script would do it late."""
_ON_DEMAND, _GANTT = "planpress-gantt.js", "gantt"
"""What draws a Gantt chart anew is asked for by the script of the charts, and only where such a chart is in view."""


def linked(assets: Iterable[str]) -> tuple[str, ...]:
    """Name what every page links to: the two files made here, then what a project has beside the package's own."""
    return (SHEET, SCRIPT, *(name for name in assets if not _is_packaged(name)))


def whole(assets: Mapping[str, Path]) -> dict[str, Path]:
    """Return the assets that stay files of their own."""
    return {name: path for name, path in assets.items() if not _is_packaged(name)}


def bundles(assets: Mapping[str, Path], sheets: Iterable[str]) -> Iterator[Artifact]:
    """Put the package's files into one of each kind, whoever wrote them; `sheets` of the plan go last."""
    ours = {name: path.read_text(encoding="utf-8") for name, path in assets.items() if _is_packaged(name)}
    scripts = {name: text for name, text in ours.items() if name.endswith(".js")}
    parts = {
        SHEET: [*(text for name, text in ours.items() if name.endswith(".css")), *sheets],
        HEAD: [text for name, text in scripts.items() if name.startswith(_FIRST)],
        SCRIPT: [text for name, text in scripts.items() if not name.startswith((_FIRST, _GANTT))],
        _ON_DEMAND: [text for name, text in scripts.items() if name.startswith(_GANTT)],
    }
    for name, texts in parts.items():
        yield text_artifact(f"docs/assets/{name}", "\n".join(texts))


def _is_packaged(name: str) -> bool:
    """Tell whether the package has a style sheet or script of this name; a project may have its own in its place."""
    return name.endswith((".css", ".js")) and (packaged_templates() / "assets" / name).is_file()
