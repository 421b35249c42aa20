"""From a plan file to a published folder: Markdown tree, site, PDFs, downloads."""

import shutil
from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path, PurePosixPath
from typing import Literal

from generator import build
from generator.artifacts import Artifact
from generator.manifest import is_listed, manifest_artifact
from generator.pdf.compile import has_begun
from generator.publish import bundles, folders, mkdocs
from generator.publish.foreign import written_below
from generator.publish.project import Project, brand_style, configuration, project_of
from generator.publish.wave_colours import wave_colours
from generator.side_by_side import beside
from generator.snapshot import Outcome, Snapshot, take_snapshot
from generator.sources.template_files import load_templates

Only = Literal["markdown", "site", "pdf"]
_WITH_SITE = (None, "site")
Stage = Callable[[str], None]


@dataclass(frozen=True)
class _Job:
    """One build: what is published, whence, and where to, and the process that is to make the site."""

    snapshot: Snapshot
    edition: build.Edition
    project: Project
    folder: Path
    stage: Stage
    maker: mkdocs.Maker | None


def build_site(
    plan: Path | Project,
    output: Path,
    *,
    as_of: date | None = None,
    only: Only | None = None,
    stage: Stage = lambda _: None,
) -> Outcome:
    """Build everything, or one part; a plan with errors is refused, and the old output stays as it is."""
    project = project_of(plan)
    folders.refuse(output)
    with mkdocs.started() if only in _WITH_SITE else nullcontext() as maker:
        outcome = take_snapshot(project.plan, as_of=as_of, stage=stage, simulates=True)
        if outcome.snapshot is None or outcome.has_errors:
            return outcome
        stage("documents")
        edition = build.edit(outcome.snapshot, load_templates(project.folder))
        with folders.replacing(output, keep=only is not None) as folder:
            _PARTS[only](_Job(outcome.snapshot, edition, project, folder, stage, maker))
            folders.write([_manifest(outcome.snapshot, folder)], folder)
            stage("publish")
    return outcome


def _manifest(snapshot: Snapshot, folder: Path) -> Artifact:
    """Note what was written, for the audit that comes later."""
    files = [(name, path) for name, path in folders.files_below(folder) if is_listed(name)]
    others = set(written_below(folder)) - {name for name, _ in files}
    read = ((name, path.read_bytes()) for name, path in files)
    return manifest_artifact(snapshot.source.data, snapshot.as_of, read, others)


def _all(job: _Job) -> None:
    downloads = partial(build.downloads, job.edition, job.project.fonts, job.project.logo)
    with beside(lambda: list(downloads()), is_worth_it=job.edition.is_long and not has_begun()) as made:
        _markdown(job)
        job.stage("site")
        with mkdocs.running(job.maker, job.folder / "mkdocs.yml", build.timestamp(job.snapshot)):
            job.stage("pdf")
            files = made()
    folders.write(files, job.folder / "site")
    folders.copy(job.project.root_files.items(), job.folder / "site")


def _markdown(job: _Job) -> None:
    """Write the tree that MkDocs reads, and nothing that an earlier build has left there."""
    docs = job.folder / "docs"
    shutil.rmtree(docs, ignore_errors=True)
    folders.write(build.pages(job.edition), job.folder)
    folders.copy(job.project.guide, docs)
    folders.write(job.project.handed_files, docs)
    assets, plan = job.project.assets, job.snapshot.plan
    folders.copy(((f"assets/{name}", path) for name, path in bundles.whole(assets).items()), docs)
    sheets = (wave_colours(plan.waves), brand_style(plan.publication.colour))
    folders.write(bundles.bundles(assets, sheets), job.folder)
    folders.write(configuration(job.project, job.edition.pages, job.snapshot, job.folder), job.folder)


def _site(job: _Job) -> None:
    """Leave the downloads of an earlier build where they are: MkDocs empties its folder first."""
    _markdown(job)
    job.stage("site")
    _drop_what_is_gone(job)
    kept = folders.files_below(job.folder / "site" / "downloads")
    downloads = [Artifact(PurePosixPath("downloads", name), path.read_bytes()) for name, path in kept]
    with mkdocs.running(job.maker, job.folder / "mkdocs.yml", build.timestamp(job.snapshot)):
        pass
    folders.write(downloads, job.folder / "site")
    folders.copy(job.project.root_files.items(), job.folder / "site")


def _pdf(job: _Job) -> None:
    job.stage("pdf")
    _drop_what_is_gone(job)
    made = build.downloads(job.edition, job.project.fonts, job.project.logo)
    folders.write((each for each in made if each.path.suffix == ".pdf"), job.folder / "site")


def _drop_what_is_gone(job: _Job) -> None:
    """Take away what an earlier build has left for download of documents and waves that are no more."""
    known = {f"downloads/{name}" for name in build.download_names(job.edition)} | set(job.project.root_files)
    for name, path in folders.files_below(job.folder / "site"):
        if name.startswith("downloads/") and not name.endswith(".html") and name not in known:
            path.unlink()


_PARTS: dict[str | None, Callable[[_Job], None]] = {None: _all, "markdown": _markdown, "site": _site, "pdf": _pdf}
