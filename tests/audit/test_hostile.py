"""Whatever bytes a document consists of: findings or an error in words, never a traceback, and soon."""

import time
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.audit.audit import contradictions
from generator.audit.first_plan.compose import first_plan
from generator.audit.reading import MAX_BYTES, decode_document, read_document
from generator.errors import PlanpressError
from generator.snapshot import examine
from generator.sources.plan_files import parse_plan

HERE = Path(__file__).parent
TEXTS = [
    path.read_bytes() for path in (HERE.parent / "seed" / "quick_reference.md", *sorted(HERE.glob("documents/*.md")))
]
SLOW = settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
HOSTILE = (
    "| · | --- · \n · \n\n · #  · - [ ]  · Wave  · Phase  · Week  · 1- · 9999 · 0 · - · 2026-02-31 · % · >  · "
    "** · ` · ```\n · [ · ]( · &#0; · \u00a0 · <table><tr><td> · total · Checkpoint  ·  depends on  · Day  · "
    "\ue000 · \r · "
    "{{ · :  · \t · 31 Feb · → · Waves 1,  · W1D9 · -- · 12:99"
)
PIECES = st.sampled_from(HOSTILE.split(" · "))


def survives(content: bytes) -> None:
    """Read, audit and turn into a plan; only an error in words may come of it."""
    with suppress(PlanpressError):
        document = read_document(decode_document(content, "doc.md"), "doc.md")
        for finding in contradictions([document]):
            assert 1 <= finding.place.line <= len(document.lines)
            assert finding.place.column >= 1
        text = first_plan([document]).text
        assert examine(parse_plan(text.encode(), "plan.yaml")).snapshot is not None


@SLOW
@given(st.data())
def test_mutated_documents(data: st.DataObject) -> None:
    content = bytearray(data.draw(st.sampled_from(TEXTS)))
    for _ in range(data.draw(st.integers(1, 12))):
        start = data.draw(st.integers(0, len(content)))
        size = data.draw(st.integers(0, 40))
        content[start : start + size] = data.draw(st.binary(max_size=6))
    survives(bytes(content))


@SLOW
@given(st.data())
def test_lines_in_any_order(data: st.DataObject) -> None:
    lines = data.draw(st.sampled_from(TEXTS)).decode().split("\n")
    survives("\n".join(data.draw(st.permutations(lines))).encode())


@SLOW
@given(st.lists(PIECES | st.text(max_size=4), max_size=60).map("".join))
def test_pieces_of_plans_in_any_order(text: str) -> None:
    survives(text.encode(errors="replace"))


@pytest.mark.parametrize(
    "text",
    [
        "[" * 20_000,
        "**" * 20_000,
        "> " * 3_000 + "x",
        "- " * 3_000 + "x",
        "|" * 20_000 + "\n" + "|-" * 10_000 + "|\n" + "|a" * 10_000,
        "Wave 1-999 " * 2_000,
        "Waves " + ", ".join(str(number) for number in range(1, 4_000)),
        "Week 1 Day 1 - " * 4_000,
        "Week 1 Day 1 - Week " * 3_000,
        "1,1" * 20_000,
        "`" * 20_001,
        "&amp;" * 10_000,
        "a" * 200_000,
        "<table>" * 3_000,
        "<a " * 10_000,
        "(" * 20_000 + "Wave 1: 60%, Wave 2: 50%",
        "Wave 1 needs " * 3_000,
        "| Wave | Weeks |\n|---|---|\n" + "".join(f"| Wave {n} | {n} |\n" for n in range(1, 400)),
        "# " + "Phase 1 (Weeks 1-2) " * 300,
        "# Phase 1\n\n" + "Wave 1: " * 2_000,
        "\n".join("# Wave 1 (Week 1)" for _ in range(400)),
        "9:00 daily standup " * 3_000,
        "total duration " * 5_000 + "5 weeks",
        "A" * 60_000,
        "\t" * 60_000 + "x",
        "(" * 30_000 + "3h" + ")" * 30_000,
        "Week 1 " * 6_000,
        "3 of 4 " * 6_000,
        "two " * 8_000,
        "1 January " * 4_000,
        "10:00-11:00 " * 4_000,
        "- Effort: " + "about " * 10_000 + "\n- Total " + "estimated " * 10_000,
    ],
    ids=lambda text: text[:20].replace("\n", " "),
)
def test_long_repetitions_take_little_time(text: str) -> None:
    begun = time.process_time()
    contradictions([read_document(text, "doc.md")])
    assert time.process_time() - begun < 4


def test_what_is_too_large_or_no_text_is_told() -> None:
    with pytest.raises(PlanpressError, match="larger than 2 MB"):
        decode_document(b"x" * (MAX_BYTES + 1), "big.md")
    with pytest.raises(PlanpressError, match="not UTF-8"):
        decode_document(b"\xff\xd8\xff", "photo.md")
