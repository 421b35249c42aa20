"""What a document says of itself at its top."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields, replace

from generator import discovery
from generator.errors import PlanpressError
from generator.formatting import did_you_mean, joined
from generator.icons import icon_exists
from generator.model.index import SECTIONS
from generator.snapshot import Snapshot
from generator.sources.template_files import front_matter
from generator.templates.rendering import TemplateText

_FOLDERS = ("documents/", "pages/")
_SUFFIX = ".md.j2"


@dataclass(frozen=True)
class Metadata:
    """A document's front matter; `template` is its file, `path` where its Markdown goes below the site's root."""

    template: str
    path: str
    name: str
    title: str
    order: int = 1000
    icon: str = ""
    description: str = ""
    tells: Mapping[str, str] = field(default_factory=dict)
    group: str = ""
    each: str = ""
    item: str = ""
    pdf: bool = False
    cover: bool = False
    contents: bool = False
    compact: bool = False
    summary: bool = False
    pages: int = 0
    hide: tuple[str, ...] = ()
    needs: str = ""
    needs_view: str = ""


_COLLECTIONS = {"hide": list, "tells": dict}
_GIVEN = {each.name for each in fields(Metadata)} - {"template", "path", "name", "item"}


def documents_of(snapshot: Snapshot, texts: Mapping[str, TemplateText]) -> tuple[Metadata, ...]:
    """List every document there is to render, in the order of the navigation."""
    templates = (name for name in texts if name.startswith(_FOLDERS) and name.endswith(_SUFFIX))
    read = [_metadata(name, texts[name]) for name in templates]
    given = [
        _described(each, snapshot, texts[each.template].path)
        for each in read
        if _has_matter(each, snapshot, texts[each.template].path)
    ]
    sections = Counter(metadata.each for metadata in given)
    found = [
        each
        for metadata in given
        for each in _instances(metadata, snapshot, texts, is_alone=sections[metadata.each] == 1)
    ]
    _check_paths(found, texts)
    return tuple(sorted(found, key=lambda each: (each.order, each.name)))


def _check_paths(documents: Iterable[Metadata], texts: Mapping[str, TemplateText]) -> None:
    """Two documents of one name would overwrite each other."""
    first: dict[str, Metadata] = {}
    for each in documents:
        other = first.setdefault(each.path, each)
        if other is not each:
            where = texts[other.template].path
            message = f'{texts[each.template].path}:1: there is a document "{each.name}" in {where} too'
            raise PlanpressError(message, help="rename one; what overrides another has its folder and its name")


def _metadata(template: str, text: TemplateText) -> Metadata:
    given, _ = front_matter(text)
    for key, value in given.items():
        _check(key, value, text.path)
    if "title" not in given:
        raise PlanpressError(
            f'{text.path}:1: missing "title"', help="front matter begins a document: title: Board Summary"
        )
    name = template.rpartition("/")[2].removesuffix(_SUFFIX)
    hide = tuple(given.pop("hide", ()))
    return Metadata(template=template, path=f"{name}.md", name=name, hide=hide, **given)


def _check(key: str, value: object, path: str) -> None:
    if key not in _GIVEN:
        raise PlanpressError(f'{path}:1: unknown key "{key}" in the front matter', help=did_you_mean(key, _GIVEN))
    expected = _COLLECTIONS.get(key) or type(getattr(Metadata, key, ""))
    if not isinstance(value, expected):
        raise PlanpressError(f'{path}:1: "{key}" must be {expected.__name__}, not {value!r}')
    if key == "icon" and not icon_exists(str(value)):
        raise PlanpressError(f'{path}:1: there is no icon "{value}"', help="Material names them: material/flag")


def _has_matter(metadata: Metadata, snapshot: Snapshot, path: str) -> bool:
    """Tell whether the plan has what `needs` and `needs_view` ask for; without them it has."""
    has_section = _has_any(metadata.needs, snapshot, f"{path}:1: needs")
    return has_section and (not metadata.needs_view or _tells_something(metadata.needs_view, snapshot))


def _has_any(sections: str, snapshot: Snapshot, place: str) -> bool:
    """Tell whether the plan has something in one of the sections; of none it has."""
    kinds = {section: kind for kind, section in SECTIONS.items()}
    for section in sections.split():
        if section not in kinds:
            raise PlanpressError(f'{place}: "{section}" is no section of a plan', help=did_you_mean(section, kinds))
    return not sections or any(snapshot.index.by_kind[kinds[section]] for section in sections.split())


def _described(metadata: Metadata, snapshot: Snapshot, path: str) -> Metadata:
    """Add to the description what the document tells of, as far as the plan has it."""
    place = f"{path}:1: tells"
    told = joined([words for words, sections in metadata.tells.items() if _has_any(sections, snapshot, place)])
    sentences = filter(None, (metadata.description, told and f"{told[0].upper()}{told[1:]}."))
    return replace(metadata, description=" ".join(sentences))


def _tells_something(view: str, snapshot: Snapshot) -> bool:
    return bool(discovery.module("generator.views", view).view(snapshot))


def _instances(
    metadata: Metadata, snapshot: Snapshot, texts: Mapping[str, TemplateText], *, is_alone: bool
) -> Iterator[Metadata]:
    """One document, or one for each item of the section that `each` names.

    They stand in the section's folder; where several templates tell the same section, only those of the template that
    is called as its entries are, the others in a folder named like their template.
    """
    if not metadata.each:
        yield metadata
        return
    kind = next((kind for kind, section in SECTIONS.items() if section == metadata.each), None)
    if kind is None:
        message = f'{texts[metadata.template].path}:1: "each: {metadata.each}" is no section of a plan'
        raise PlanpressError(message, help=did_you_mean(metadata.each, SECTIONS.values()))
    folder = metadata.each if is_alone or metadata.name == kind else metadata.name
    for number, item in enumerate(snapshot.index.by_kind[kind]):
        called = snapshot.names[(kind, item)]
        title = called.name if called.label == called.name else f"{called.label}: {called.name}"
        path, order = f"{folder}/{item}.md", metadata.order + number
        yield replace(metadata, path=path, item=item, title=title, order=order, name=f"{folder}/{item}")
