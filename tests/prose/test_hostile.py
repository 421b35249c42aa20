"""Whatever a text holds, reading it for facts ends soon, and only tells places that are in it."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.literals.found import Literals
from generator.literals.reading import read_literals
from generator.model.index import index_of
from generator.model.naming import names_of
from generator.prose import Facts
from generator.scheduling.schedule import compute_schedule
from generator.sources.plan_files import parse_plan
from generator.validation import validate

PLAN = validate(parse_plan(b"title: T\ntasks:\n  wall: {name: Build Wall 1, duration: 1d}\n", "plan.yaml")).plan
FRAGMENTS = (
    "Build Wall 1", "Wave 3", "finishes", " (", "Week 1 Day 1", "W9D9", "32 Jan", "2026-13-40",
    "{{ name('wall') }}", "{{", "}}",
    "`", "``", '"', "“", "**", "60%", "> 70%", "0 days", "all 3 tasks", "\n\n", "- ", "| ", ". ", "Tuesday, ",
    "999999999", "٣", "²", "Ⅷ", "\t", "one", "[x](", ")", "<a:", "May 99", "00.00.0000", "Day 0 of Week 0", "9:99",
)  # fmt: skip
LONG = {
    "braces": "{{ " * 30_000,
    "backquotes": "`` ` " * 20_000,
    "quotes": "“ " * 30_000,
    "capitals": "A-" * 50_000,
    "words": "Aaaa " * 20_000,
    "blanks": "Build Wall 1" + " " * 100_000 + "x",
    "lines": "\n \t" * 30_000 + "x",
    "open brackets": "Build Wall 1 (Week 1 Day 1 " * 2_000,
    "digits": "1" * 100_000,
}


def read(text: str) -> Literals:
    assert PLAN is not None
    plan = PLAN.model_copy(update={"summary": text})
    index = index_of(plan)
    return read_literals(Facts(plan, index, names_of(index), compute_schedule(plan)))


@given(st.lists(st.one_of(st.sampled_from(FRAGMENTS), st.text(max_size=5)), max_size=30))
def test_nothing_in_a_text_is_an_error(parts: list[str]) -> None:
    text = " ".join(parts)
    found = read(text)
    spans = [*(claim.span for claim in found.claims), *(name.span for name in found.strange)]
    assert all(text[span.begin : span.end].strip() for span in spans)


@pytest.mark.parametrize("text", LONG.values(), ids=LONG)
def test_a_long_text_is_read_in_time(text: str) -> None:
    begun = time.process_time()
    read(text)
    assert time.process_time() - begun < 10
