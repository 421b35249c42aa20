"""The published folder, built twice in the same place, keeps nothing of the first edition."""

import gzip
import json
from pathlib import Path

from generator.publish import build_site
from generator.sources.source import Source
from tests.consistency.conftest import text_of
from tests.consistency.facts import SORTS, at, edited, facts

_BINARY = (".png", ".woff2", ".ico")
_LENIENT = {rule: {"severity": "warning"} for rule in ("prose-figure", "prose-share")}
"""What decisions say of earlier texts and of ranks is typed, goes with no figure, and is to stop no build."""


def test_a_second_edition_keeps_nothing_of_the_first(source: Source, tmp_path: Path) -> None:
    """Every name, figure and time gets a value of its own; then another, in the same folder."""
    places = [(sort, number, place) for sort in SORTS for number, place in enumerate(facts(source, sort))]
    first = {place: sort.first(number) for sort, number, place in places}
    second = {place: sort.second(number) for sort, number, place in places}
    output = tmp_path / "build"
    for changes in (first, second):
        plan = tmp_path / "plan.yaml"
        data = {**at(edited(source, changes), ()), "checks": _LENIENT}
        plan.write_text(json.dumps(data), encoding="utf-8")
        assert not build_site(plan, output).has_errors
    published = {path: _text(path) for path in sorted(output.rglob("*")) if path.is_file()}
    marks = [sort.told(sort.first(number)) for sort, number, _ in places]
    assert any("Qebyx" in text for text in published.values())
    assert [(path.name, mark) for path, text in published.items() for mark in marks if mark in text] == []


def _text(path: Path) -> str:
    content = path.read_bytes()
    if path.suffix in _BINARY:
        return ""
    if path.suffix == ".gz":
        return gzip.decompress(content).decode()
    return text_of(path.name, content)
