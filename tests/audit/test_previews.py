"""What previews and lists of uses say is held against the plan."""

from pathlib import Path
from types import ModuleType

import pytest

from generator.audit.disagreements import wrong_preview, wrong_use
from generator.audit.rendered.published import ITEMS, Published
from generator.audit.rendered.truth import Truth
from generator.build import edit, pages
from generator.snapshot import Snapshot, take_snapshot
from generator.sources.template_files import load_templates

ROOT = Path(__file__).parents[2]
Made = tuple[Snapshot, dict[str, bytes]]


@pytest.fixture(scope="module")
def made() -> Made:
    outcome = take_snapshot(ROOT / "tests" / "plans" / "every-feature.yaml")
    assert outcome.snapshot is not None
    files = {str(each.path): each.content for each in pages(edit(outcome.snapshot, load_templates(ROOT)))}
    return outcome.snapshot, files | {f"site/{name[5:]}": files[name] for name in files if name.endswith(".json")}


def told(check: ModuleType, made: Made, changed: dict[str, bytes]) -> list[str]:
    published = Published(Path("build"), Path("build/docs"), made[1] | changed)
    return [each.message for each in check.check(published, Truth(made[0]))]


@pytest.mark.parametrize("check", [wrong_preview, wrong_use], ids=["wrong-preview", "wrong-use"])
def test_nothing_is_said_of_what_was_just_written(made: Made, check: ModuleType) -> None:
    assert told(check, made, {}) == []


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('"name":"Main Stage"', '"name":"Other Stage"', '"Main Stage" is called "Other Stage" here'),
        ("Week 2 Day 1 (Mon 11 May) to", "Week 2 Day 2 (Tue 12 May) to", '"Cable Run" is not done "Week 2 Day 2'),
        ('"owner":"Bo Ek"', '"owner":"Ada Lind"', 'is "Bo Ek" in the plan, "Ada Lind" here'),
        ("40% done", "90% done", '"Cable Run" is not "90% done" in the plan'),
        ("By the harbour master", "By the mayor", 'the plan does not say "By the mayor" of "Permit granted"'),
        ('"milestone-permit"', '"milestone-licence"', 'the plan has no "milestone-licence"'),
    ],
)
@pytest.mark.parametrize("name", ITEMS)
def test_a_wrong_card_is_told(made: Made, old: str, new: str, message: str, name: str) -> None:
    text = made[1][name].decode()
    assert old in text
    assert any(message in each for each in told(wrong_preview, made, {name: text.replace(old, new).encode()}))


def test_a_strange_user_is_told(made: Made) -> None:
    page = made[1]["docs/risks.md"].decode()
    changed = page.replace('#rollback-lower-tower">Tower in a storm</a>', '#risk-late">Late Delivery</a>')
    assert page != changed
    found = told(wrong_use, made, {"docs/risks.md": changed.encode()})
    assert '"Late Delivery" does not refer to "Storm"' in found
    assert '"Tower in a storm" refers to "Storm", and is missing' in found


def test_a_list_that_is_gone_is_told(made: Made) -> None:
    page = made[1]["docs/risks.md"].decode()
    begin, end = page.index('<details class="pp-used"'), page.index("</details>", page.index('class="pp-used"'))
    found = told(wrong_use, made, {"docs/risks.md": (page[:begin] + page[end + 10 :]).encode()})
    assert found == ['where "Storm" is used is not told']
