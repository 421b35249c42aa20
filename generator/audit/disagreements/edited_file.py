"""A file of the build is not as the build has written it, is gone, or was written from an older plan.

The build notes every file's digest in `manifest.json`. What was changed since then is lost with the next build; what
the plan no longer says is still read.

Fails: `docs/risks.md` was opened in an editor and saved with another mitigation.

Passes: every file is as it was written, and the plan has not changed since.
"""

from collections.abc import Iterator

from generator.audit.rendered.disagreement import Disagreement
from generator.audit.rendered.published import Published
from generator.audit.rendered.truth import Truth
from generator.findings import Place, Severity
from generator.manifest import MANIFEST, Manifest, digest, fingerprint, is_listed, read_manifest

SEVERITY = Severity.ERROR


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
            yield Disagreement(
                "edited by hand since the build", _top(published, name), "change the plan, and build anew"
            )
    for name in published.contents:
        if is_listed(name) and name not in manifest.files:
            yield Disagreement("not written by the build", _top(published, name), "remove it, or make it a template")


def _top(published: Published, name: str) -> Place:
    return Place(published.place(name), 1, 1, 1, 1)
