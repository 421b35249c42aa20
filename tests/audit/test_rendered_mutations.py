"""One fault in one file of a build is found by what the file says, not by its digest."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from generator.audit.rendered.audit import checks, disagreements
from generator.audit.rendered.published import Published, read_published
from generator.publish import build_site
from generator.snapshot import Snapshot
from tests.audit.faults import KINDS, faults

PLANS = Path(__file__).parents[1] / "plans"
DIGESTS = frozenset({"edited-file"})
EACH = 3
LEAST = 0.95

Built = tuple[Snapshot, Published]


@pytest.fixture(scope="module", params=["every-feature", "staffed"])
def built(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Built:
    output = tmp_path_factory.mktemp("mutants") / "build"
    outcome = build_site(PLANS / f"{request.param}.yaml", output)
    assert outcome.snapshot is not None
    return outcome.snapshot, read_published(output)


def test_nothing_is_said_of_what_was_just_built(built: Built) -> None:
    snapshot, published = built
    assert [f"{each.place}: {each.message}" for each in disagreements(published, snapshot)] == []


def test_nearly_every_fault_is_found(built: Built, capsys: pytest.CaptureFixture[str]) -> None:
    found, tried = Counter[str](), Counter[str]()
    missed: list[str] = []
    for kind, name, mutant in mutants(built[1]):
        tried[kind] += 1
        findings = disagreements(mutant, built[0], DIGESTS)
        found[kind] += bool(findings)
        if not findings:
            missed.append(f"{kind}: {name}: {difference(built[1].contents[name], mutant.contents[name])}")
    with capsys.disabled():
        print(f"\n{found.total()} of {tried.total()} faults found")  # noqa: T201 - the run's result
        for kind in KINDS:
            print(f"  {found[kind]:3} of {tried[kind]:3}  {kind}")  # noqa: T201 - as above
        print("\n".join(missed))  # noqa: T201 - as above
    assert found.total() >= LEAST * tried.total(), missed
    assert tried.total() > 2 * len(KINDS)


def mutants(published: Published) -> Iterator[tuple[str, str, Published]]:
    for kind, name, content in faults(dict(published.contents), EACH):
        yield kind, name, replace(published, contents={**published.contents, name: content})


def difference(one: bytes, other: bytes) -> str:
    here, there = (content.decode(errors="replace") for content in (one, other))
    at = next((index for index, pair in enumerate(zip(here, there, strict=False)) if pair[0] != pair[1]), 0)
    return f"{here[max(at - 60, 0) : at + 40]!r} -> {there[max(at - 20, 0) : at + 40]!r}"


def test_every_check_has_a_page() -> None:
    for check in checks().values():
        assert check.summary.endswith(".")
        assert "Fails:" in check.page
        assert "Passes:" in check.page
