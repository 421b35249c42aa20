"""A file of the build is not as the build has written it, is gone, or was written from an older plan.

The build notes every file's digest in `manifest.json`, and each line's of documents and tables, so that just the
lines which are others are told. What was changed since then is lost with the next build; what the plan no longer says
is still read.

Fails: `docs/risks.md` was opened in an editor and saved with another mitigation.

Passes: every file is as it was written, and the plan has not changed since.
"""

from collections.abc import Iterator

from generator.audit.rendered.disagreement import Disagreement
from generator.audit.rendered.edits import Run, changed_runs
from generator.audit.rendered.published import Published
from generator.audit.rendered.truth import Truth
from generator.findings import Place, Severity
from generator.formatting import counted
from generator.manifest import MANIFEST, Manifest, digest, fingerprint, is_listed, line_digests, read_manifest

SEVERITY = Severity.ERROR
_EDITED = "edited by hand since the build"
_MOST_LINES = 200_000


def check(published: Published, truth: Truth) -> Iterator[Disagreement]:
    """Yield files that differ from the manifest, and the manifest itself where it is stale."""
    content = published.contents.get(MANIFEST)
    if content is None:
        return
    manifest = read_manifest(content)
    if manifest is None:
        yield Disagreement("the manifest cannot be read", _top(published, MANIFEST))
        return
    if manifest.plan != fingerprint(truth.snapshot.source.data) or manifest.as_of != truth.snapshot.as_of:
        file = truth.snapshot.source.file
        yield Disagreement(f"the build is stale: {file} says something else since", _top(published, MANIFEST))
    yield from _files(published, manifest)


def _files(published: Published, manifest: Manifest) -> Iterator[Disagreement]:
    for name, known in manifest.files.items():
        content = published.contents.get(name)
        if content is None:
            yield Disagreement(f"{name} is gone since the build", _top(published, MANIFEST))
        elif digest(content) != known:
            yield from _edits(published, manifest, name)
    for name in published.contents:
        if is_listed(name) and name not in manifest.files and name not in (manifest.others or ()):
            yield Disagreement("not written by the build", _top(published, name), "remove it, or make it a template")


def _edits(published: Published, manifest: Manifest, name: str) -> Iterator[Disagreement]:
    """Yield each run of lines that are others; the whole file where its lines are not known."""
    advice = "change the plan, and build anew"
    content = published.contents[name]
    known, lines = manifest.lines.get(name), content.split(b"\n")
    runs = list(changed_runs(known, line_digests(content))) if known and len(lines) <= _MOST_LINES else []
    if not runs:
        yield Disagreement(_EDITED, _top(published, name), advice)
    for run in runs:
        yield Disagreement(_told(run), _span(published.place(name), lines, run), advice)


def _told(run: Run) -> str:
    if run.now == 0:
        return f"{_EDITED}: {counted(run.built, 'line')} taken out here"
    if run.built == 0:
        return f"{_EDITED}: {counted(run.now, 'line')} added"
    return _EDITED


def _span(file: str, lines: list[bytes], run: Run) -> Place:
    first = min(run.first, len(lines))
    last = first + max(run.now, 1) - 1
    width = len(lines[last - 1].decode(errors="replace"))
    return Place(file, first, 1, last, width + 1)


def _top(published: Published, name: str) -> Place:
    return Place(published.place(name), 1, 1, 1, 1)
