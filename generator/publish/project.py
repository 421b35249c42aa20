"""The folder that a plan belongs to, and what lies in it beside the plan."""

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path, PurePosixPath

from generator.artifacts import Artifact, text_artifact
from generator.documents.navigation import SiteConfig, mkdocs_config
from generator.documents.render import Document
from generator.model.publication import WHITE, Colour
from generator.publish import bundles
from generator.publish.folders import files_below
from generator.snapshot import Snapshot
from generator.sources.plan_files import STANDARD_INPUT
from generator.sources.template_files import asset_files, packaged_guide, packaged_templates

PLOTLY = "plotly.min.js"
_PAGE_LINK = re.compile(r"\]\(([^)#\s]+\.md)[)#]")


@dataclass(frozen=True)
class Project:
    """A plan file, the folder of its templates, guide and site configuration, and guide pages from elsewhere."""

    plan: Path
    folder: Path
    handed: Mapping[str, bytes] = field(default_factory=dict)

    @property
    def config(self) -> Path | None:
        """The project's own `mkdocs.yml`, if it has one."""
        path = self.folder / "mkdocs.yml"
        return path if path.is_file() else None

    @property
    def assets(self) -> Mapping[str, Path]:
        """Style sheets, scripts and pictures; plotly.js comes out of the Python package."""
        return {**asset_files(self.folder, "assets"), PLOTLY: _plotly()}

    @property
    def root_files(self) -> Mapping[str, Path]:
        """What is copied as it is into the root of the site."""
        return asset_files(self.folder, "root")

    @property
    def fonts(self) -> tuple[Path, ...]:
        """The folders of fonts for the PDFs."""
        return tuple(sorted({path.parent for path in asset_files(self.folder, "fonts").values()}))

    @property
    def logo(self) -> bytes | None:
        """The picture on covers and in the site's header."""
        path = self.assets.get("logo.svg")
        return path.read_bytes() if path else None

    @property
    def guide(self) -> list[tuple[str, Path]]:
        """The project's hand-written pages, by their path in the site; none that are handed in as well."""
        is_handed = self.handed and (self.folder / "docs").resolve() == packaged_guide().resolve()
        found = [] if is_handed else files_below(self.folder / "docs")
        return [(f"guide/{name}", path) for name, path in found]

    @property
    def handed_files(self) -> tuple[Artifact, ...]:
        """The pages from elsewhere, below a folder of their own where the project has pages, too."""
        folder = "guide/planpress" if self.guide else "guide"
        return tuple(Artifact(PurePosixPath(folder, name), content) for name, content in self.handed.items())

    @property
    def watched(self) -> tuple[Path, ...]:
        """Whatever a preview is built anew for, there or not there yet."""
        return (self.plan, *(self.folder / name for name in ("site_templates", "docs", "mkdocs.yml")))


def project_of(plan: Path | Project) -> Project:
    """Find the folder of a plan: its own or the one above, whichever holds templates or a site configuration.

    A plan from standard input is one of the folder in which the command runs.
    """
    if isinstance(plan, Project):
        return plan
    here = Path.cwd() if plan == STANDARD_INPUT else plan.resolve().parent
    marks = ("mkdocs.yml", "site_templates")
    marked = (folder for folder in (here, here.parent) if any((folder / mark).exists() for mark in marks))
    return Project(plan, next(marked, here.parent if here.name == "plan" else here))


def configuration(
    project: Project, documents: tuple[Document, ...], snapshot: Snapshot, output: Path
) -> list[Artifact]:
    """Write `mkdocs.yml`, and the packaged defaults beside it where the project has no configuration of its own."""
    publication = snapshot.plan.publication
    inherits = os.path.relpath(project.config, output) if project.config else "defaults.yml"
    config = SiteConfig(
        name=snapshot.plan.title,
        description=snapshot.plan.subtitle or "",
        inherits=Path(inherits).as_posix(),
        guide=in_reading_order(project.guide) + tuple(_pages(project.handed_files)),
        assets=bundles.linked(name for name in project.assets if name != PLOTLY),
        notice=" · ".join(filter(None, (publication.company, publication.confidentiality))),
        head=bundles.HEAD,
    )
    written = [text_artifact("mkdocs.yml", mkdocs_config(config, tuple(each.metadata for each in documents)))]
    if not project.config:
        defaults = packaged_templates() / "mkdocs.yml"
        written.append(text_artifact("defaults.yml", defaults.read_text(encoding="utf-8")))
    return written


def brand_style(colour: Colour | None) -> str:
    """Write the style sheet that gives the site the plan's colour: dark enough for white type, in dark pages too."""
    if colour is None:
        return ""
    return (
        "/* Written by planpress: the colour of the plan's publication. */\n"
        f":root {{ --pp-brand: {colour.readable_on(WHITE)}; }}\n"
        f'[data-md-color-scheme="slate"] {{ --pp-brand: {colour.darkened(0.55).readable_on(WHITE)}; }}\n'
    )


def in_reading_order(guide: list[tuple[str, Path]]) -> tuple[str, ...]:
    """Return the guide's pages as its index links to them, then the others by name."""
    pages = {name: path for name, path in guide if name.endswith(".md")}
    index = pages.get("guide/index.md")
    links = _PAGE_LINK.findall(index.read_text(encoding="utf-8")) if index else []
    places = {f"guide/{link}": place for place, link in enumerate(dict.fromkeys(links))}
    return tuple(sorted(pages, key=lambda name: (places.get(name, len(places)), name)))


def _pages(files: Iterable[Artifact]) -> Iterator[str]:
    return (str(file.path) for file in files if file.path.suffix == ".md")


def _plotly() -> Path:
    """Found without importing the package, which would take longer than all the rest."""
    spec = find_spec("plotly")
    places = (spec.submodule_search_locations if spec else None) or ["plotly"]
    return Path(next(iter(places))) / "package_data" / PLOTLY
