"""The PDFs of whole plans, page by page: what holds for a plan of any kind, on either paper."""

import re
from dataclasses import dataclass, replace
from functools import cache, cached_property
from io import BytesIO
from pathlib import Path
from typing import Any, cast

import pytest
from pypdf import PageObject, PdfReader

from generator import build
from generator.documents.plain import plain_markdown
from generator.model.publication import Paper
from generator.snapshot import Snapshot, take_snapshot
from generator.sources.template_files import load_templates

ROOT = Path(__file__).parents[2]
PLANS = {path.stem: path for path in sorted((ROOT / "tests" / "plans").glob("*.yaml"))}
SIZES = {Paper.A4: (595, 842), Paper.LETTER: (612, 792)}
_RUNNING_HEAD, _FOOT = 60, 50


@dataclass(frozen=True, eq=False)
class Printed:
    """A PDF and the words of its pages, read once: reading takes its time."""

    reader: PdfReader

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """The words of each page."""
        return tuple(page.extract_text() for page in self.reader.pages)

    @cached_property
    def numbers(self) -> dict[int, int]:
        """The number of each page by its reference."""
        pages = [page.indirect_reference for page in self.reader.pages]
        return {each.idnum: number for number, each in enumerate(pages, 1) if each}

    @cached_property
    def titles(self) -> dict[str, int]:
        """The number of the page on which each heading stands."""
        found = [
            (str(each.title), self.reader.get_destination_page_number(each)) for each in flat(self.reader.outline)
        ]
        return {title: page + 1 for title, page in found if page is not None}

    @cached_property
    def contents(self) -> str:
        """The lists of contents and figures."""
        return "\n".join(text for text in self.texts[2:6] if " . . ." in text)

    def led(self, page: PageObject) -> list[int | None]:
        """The numbers of the pages to which the links of a page lead; nothing where one leads nowhere."""
        links = [each.get_object() for each in cast("list[Any]", page.get("/Annots", []))]
        return [self.numbers.get(self._target(link)) for link in links if "/URI" not in link.get("/A", {})]

    def _target(self, link: dict[str, Any]) -> int:
        place = link.get("/Dest") or link["/A"]["/D"]
        if isinstance(place, str):
            return cast("int", self.reader.named_destinations[place].dest_array[0].idnum)
        return cast("int", place.get_object()[0].idnum)


@cache
def snapshot_of(name: str) -> Snapshot:
    found = take_snapshot(PLANS[name]).snapshot
    assert found is not None
    return found


@cache
def edition_of(name: str) -> build.Edition:
    return build.edit(snapshot_of(name), load_templates(ROOT))


@cache
def document(plan: str, paper: Paper, name: str) -> Printed:
    """Set one PDF of a plan, once for all tests."""
    snapshot = snapshot_of(plan)
    publication = snapshot.plan.publication.model_copy(update={"paper": paper})
    told = replace(snapshot, plan=snapshot.plan.model_copy(update={"publication": publication}))
    edition = replace(edition_of(plan), snapshot=told)
    kept = tuple(each for each in edition.documents if each.metadata.name == name)
    made = build.downloads(replace(edition, documents=kept))
    return Printed(PdfReader(BytesIO(next(each.content for each in made if each.path.name == f"{name}.pdf"))))


@pytest.fixture(params=sorted(PLANS))
def strategy(request: pytest.FixtureRequest) -> Printed:
    return document(request.param, Paper.A4, "execution_strategy")


def lines(page: PageObject) -> list[tuple[float, str]]:
    """Return the height above the foot and the words of each stretch of text between head and foot."""
    found: list[tuple[float, str]] = []

    def visit(words: str, cm: Any, tm: Any, _font: Any, _size: float) -> None:
        if words.strip():
            found.append((float(tm[4]) * float(cm[1]) + float(tm[5]) * float(cm[3]) + float(cm[5]), words.strip()))

    page.extract_text(visitor_text=visit)
    top = float(page.mediabox.height) - _RUNNING_HEAD
    return [each for each in found if _FOOT < each[0] < top]


def flat(outline: Any) -> list[Any]:
    return [each for entry in outline for each in (flat(entry) if isinstance(entry, list) else [entry])]


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


def unnumbered(title: str) -> str:
    return squeezed(re.sub(r"^[\d.]+ ", "", title))


@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize("plan", sorted(PLANS))
def test_quick_reference_is_two_pages_of_its_paper(plan: str, paper: Paper) -> None:
    pages = document(plan, paper, "quick_reference").reader.pages
    sizes = [(round(float(page.mediabox.width)), round(float(page.mediabox.height))) for page in pages]
    assert sizes == [SIZES[paper]] * 2
    assert [f"Page {number} of 2" in page.extract_text() for number, page in enumerate(pages, 1)] == [True, True]


@pytest.mark.parametrize("plan", sorted(PLANS))
def test_second_page_of_the_quick_reference_is_used(plan: str) -> None:
    found = document(plan, Paper.A4, "quick_reference")
    page = found.reader.pages[1]
    assert "Notes" in found.texts[1] or min(height for height, _ in lines(page)) < float(page.mediabox.height) / 3


def test_pages_that_a_small_plan_leaves_show_its_schedule() -> None:
    found = document("stall", Paper.A4, "quick_reference")
    assert "Schedule of Market Stall" in found.texts[1]
    assert "Notes" in found.texts[1]


def test_all_fonts_are_embedded_and_the_pdf_is_tagged(strategy: Printed) -> None:
    root = cast("dict[str, Any]", strategy.reader.trailer["/Root"])
    assert root["/MarkInfo"]["/Marked"]
    resources = [cast("dict[str, Any]", page["/Resources"]) for page in strategy.reader.pages]
    fonts = [font.get_object() for each in resources for font in each.get("/Font", {}).values()]
    described = [each["/DescendantFonts"][0].get_object()["/FontDescriptor"].get_object() for each in fonts]
    assert described
    assert all("/FontFile2" in each or "/FontFile3" in each for each in described)


def test_contents_name_the_page_on_which_a_heading_stands(strategy: Printed) -> None:
    told = re.findall(r"^((?:\d+(?:\.\d+)? )?\S.*?) [ .]{6,}\s*(\d+)$", strategy.contents, flags=re.MULTILINE)
    named = [(title, int(page)) for title, page in told if not title.startswith("Figure")]
    assert named
    for title, page in named:
        assert strategy.titles.get(title, page) == page
        assert unnumbered(title) in squeezed(strategy.texts[page - 1])


def test_no_link_leads_to_the_table_of_contents(strategy: Printed) -> None:
    contents = {number for number, text in enumerate(strategy.texts, 1) if " . . ." in text}
    assert contents
    assert contents.isdisjoint(page for each in strategy.reader.pages for page in strategy.led(each))


def test_captions_are_numbered_one_after_the_other(strategy: Printed) -> None:
    for kind in ("Figure", "Table"):
        pages = [text for text in strategy.texts if " . . ." not in text]
        numbers = [int(each) for text in pages for each in re.findall(rf"^{kind} (\d+) ", text, flags=re.MULTILINE)]
        assert numbers == list(range(1, len(numbers) + 1))


def test_every_link_inside_leads_to_a_page(strategy: Printed) -> None:
    assert all(number is not None for page in strategy.reader.pages for number in strategy.led(page))


def test_page_told_beside_a_link_is_one_that_its_links_lead_to(strategy: Printed) -> None:
    for page, text in zip(strategy.reader.pages, strategy.texts, strict=True):
        told = {int(each) for each in re.findall(r"(?:\(page|\bp\.)\s*(\d+)", text)}
        assert told <= set(strategy.led(page))


def test_no_page_ends_with_a_heading(strategy: Printed) -> None:
    titles = set(map(unnumbered, strategy.titles))
    for page in strategy.reader.pages[1:]:
        found = lines(page)
        foot = min((height for height, _ in found), default=0)
        assert unnumbered(" ".join(words for height, words in found if abs(height - foot) < 2)) not in titles


@pytest.mark.parametrize("plan", sorted(PLANS))
def test_last_row_of_every_table_is_there(plan: str) -> None:
    markdown = next(
        each.markdown for each in edition_of(plan).documents if each.metadata.name == "execution_strategy"
    )
    rows = re.findall(r"^\|(.*)\|\n(?!\|)", plain_markdown(markdown), flags=re.MULTILINE)
    words = [word for row in rows for word in re.findall(r"[A-Za-z]{4,}", re.sub(r"`[^`]*`|\(.*?\)", " ", row))]
    printed = squeezed("".join(document(plan, Paper.A4, "execution_strategy").texts))
    assert [word for word in words if word not in printed] == []
