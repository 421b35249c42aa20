"""Template files to text: a project's own `site_templates/` first, file by file, then the packaged ones."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from generator.errors import PlanpressError
from generator.templates.rendering import TemplateText

_PACKAGED = Path(__file__).parent.parent / "site_templates"
_BESIDE = Path(__file__).parent.parent.parent / "site_templates"
_GUIDE, _GUIDE_BESIDE = _PACKAGED.with_name("docs"), _BESIDE.with_name("docs")
_TEXT = (".j2", ".typ")


def packaged_templates() -> Path:
    """The folder of templates that comes with the package (in a checkout, beside it)."""
    return _PACKAGED if _PACKAGED.is_dir() else _BESIDE


def packaged_guide() -> Path:
    """The folder of the guide's hand-written pages, found likewise."""
    return _GUIDE if _GUIDE.is_dir() else _GUIDE_BESIDE


def load_templates(project: Path) -> Mapping[str, TemplateText]:
    """Read every template; keys are paths below `site_templates/`."""
    own = project / "site_templates"
    texts = _read(packaged_templates(), "site_templates")
    if own.is_dir() and own.resolve() != packaged_templates().resolve():
        texts |= _read(own, str(own))
    return texts


def front_matter(template: TemplateText) -> tuple[dict[str, Any], str]:
    """Split a document into its front matter and its body; the body keeps the lines' numbers."""
    head, mark, body = template.text.removeprefix("---\n").partition("\n---\n")
    if not template.text.startswith("---\n"):
        return {}, template.text
    if not mark:
        raise PlanpressError(f"{template.path}:1: front matter is not closed", help='end it with a line "---"')
    try:
        values = yaml.safe_load(head)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 2 if error.problem_mark else 1
        raise PlanpressError(f"{template.path}:{line}: front matter is not valid YAML: {error.problem}") from None
    if not isinstance(values, dict):
        raise PlanpressError(f"{template.path}:1: front matter must be a mapping")
    return values, "\n" * (head.count("\n") + 3) + body


def asset_files(project: Path, folder: str) -> Mapping[str, Path]:
    """Find the files of a folder of `site_templates/`, such as `assets` or `fonts`, by their path in it."""
    files: dict[str, Path] = {}
    for root in (packaged_templates(), project / "site_templates"):
        here = root / folder
        if here.is_dir():
            files |= {path.relative_to(here).as_posix(): path for path in sorted(here.rglob("*")) if path.is_file()}
    return files


def _read(root: Path, shown: str) -> dict[str, TemplateText]:
    files = [path for path in sorted(root.rglob("*")) if path.is_file() and path.name.endswith(_TEXT)]
    return {
        path.relative_to(root).as_posix(): _text(path, f"{shown}/{path.relative_to(root).as_posix()}")
        for path in files
    }


def _text(path: Path, shown: str) -> TemplateText:
    try:
        return TemplateText(shown, path.read_text(encoding="utf-8"))
    except UnicodeDecodeError:
        raise PlanpressError(f"{shown}: not UTF-8", help="save the template as UTF-8") from None
    except OSError as error:
        raise PlanpressError(f"{shown}: {error.strerror}") from None
