"""The files that a new plan begins with."""

from collections.abc import Mapping

from generator.sources.template_files import packaged_templates

_LOOKS = b'# The looks of the site; "planpress build" adds its name and navigation.\nsite_name: Plan\n\n'
_DOT = "dot-"
"""Hidden files lie in the package under a plain name, so that no tool takes them for its own."""


PLAN = "plan/plan.yaml"


def starter_files(plan: bytes | None = None) -> Mapping[str, bytes]:
    """Read the files of a small plan that builds at once, or those around another plan, by path below its folder."""
    root = packaged_templates() / "starter"
    paths = [path for path in sorted(root.rglob("*")) if path.is_file()]
    files = {_shown(path.relative_to(root).parts): path.read_bytes() for path in paths}
    if plan is not None:
        files[PLAN] = plan
    return {**files, "mkdocs.yml": _LOOKS + (packaged_templates() / "mkdocs.yml").read_bytes()}


def _shown(parts: tuple[str, ...]) -> str:
    return "/".join(f".{part.removeprefix(_DOT)}" if part.startswith(_DOT) else part for part in parts)
