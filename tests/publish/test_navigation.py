import json
from pathlib import Path
from typing import Any

from generator.charts._palette import variables
from generator.documents.metadata import Metadata
from generator.documents.navigation import SiteConfig, mkdocs_config, navigation
from generator.publish.project import Project, in_reading_order

CSS = Path(__file__).parents[2] / "site_templates" / "assets" / "plan.css"


def _page(name: str, group: str = "") -> Metadata:
    return Metadata(template=f"pages/{name}.md.j2", path=f"{name}.md", name=name, title=name.title(), group=group)


def _values(text: str) -> dict[str, Any]:
    pairs = (line.partition(": ") for line in text.splitlines() if not line.startswith("#"))
    return {key: json.loads(value) for key, _, value in pairs}


def test_a_group_stands_where_its_first_page_stands() -> None:
    pages = [_page("a"), _page("b", "Group"), _page("c"), _page("d", "Group")]
    assert navigation(pages) == [{"A": "a.md"}, {"Group": [{"B": "b.md"}, {"D": "d.md"}]}, {"C": "c.md"}]


def test_a_long_group_stands_on_shelves_of_like_length() -> None:
    waves = [_page(f"wave {number}: part {number}", "Waves") for number in range(1, 101)]
    (entry,) = navigation(waves)
    assert [(name, len(pages)) for shelf in entry["Waves"] for name, pages in shelf.items()] == [
        ("Wave 1 – Wave 25", 25),
        ("Wave 26 – Wave 50", 25),
        ("Wave 51 – Wave 75", 25),
        ("Wave 76 – Wave 100", 25),
    ]
    assert [
        path for shelf in entry["Waves"] for pages in shelf.values() for page in pages for path in page.values()
    ] == [wave.path for wave in waves]


def test_the_guide_comes_last_with_its_index_first() -> None:
    config = SiteConfig("Plan", "", "../mkdocs.yml", ("guide/a.md", "guide/index.md"), ())
    assert _values(mkdocs_config(config, [_page("a")]))["nav"][-1] == {"Guide": ["guide/index.md", "guide/a.md"]}


def test_the_guide_is_read_in_the_order_of_its_index(tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    docs.mkdir()
    for name in ("alpha", "beta", "gamma", "delta"):
        (docs / f"{name}.md").write_text(f"# {name}\n", encoding="utf-8")
    (docs / "index.md").write_text(
        "# Guide\n\n1. [G](gamma.md#top)\n2. [B](beta.md), [G](gamma.md)\n", encoding="utf-8"
    )
    pages = in_reading_order(Project(tmp_path / "plan.yaml", tmp_path).guide)
    assert [name.removeprefix("guide/") for name in pages if name != "guide/index.md"] == [
        "gamma.md",
        "beta.md",
        "alpha.md",
        "delta.md",
    ]


def test_every_style_sheet_script_and_picture_is_named() -> None:
    assets = ("brand.css", "charts.js", "favicon.svg", "logo.svg", "photo.png")
    values = _values(mkdocs_config(SiteConfig("Plan", "", "defaults.yml", (), assets), [_page("a")]))
    assert values["extra_css"] == ["assets/brand.css"]
    assert values["extra_javascript"] == [{"path": "assets/charts.js", "defer": True}]
    assert values["theme"]["logo"] == "assets/logo.svg"
    assert values["theme"]["favicon"] == "assets/favicon.svg"


def test_a_name_with_any_letters_is_written_whole() -> None:
    name = 'Größe: "100 %" # {yes}'
    assert _values(mkdocs_config(SiteConfig(name, "", "x", (), ()), [_page("a")]))["site_name"] == name


def test_the_style_sheet_defines_every_colour_of_the_charts_for_light_and_dark() -> None:
    light, _, dark = CSS.read_text(encoding="utf-8").partition('[data-md-color-scheme="slate"] {')
    for text, wanted in ((light, variables()), (dark, variables(dark=True))):
        missing = [name for name, value in wanted.items() if f"  {name}: {value};" not in text]
        assert missing == []
