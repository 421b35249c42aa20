"""A line that begins with the name of an item, or stands in its heading, tells something else of it than the plan.

Lists of targets, meetings and points of coordination name each item and tell it in a few words; headings tell the
weeks of a phase. They are what is read aloud.

Fails: the target is "> 70%", and its line says "Cache Hit Rate: > 75%".

Passes: the line says "Cache Hit Rate: > 70%".
"""

import re
from collections.abc import Iterator

from generator.audit.blocks import Heading, Item, Listing, Text
from generator.audit.rendered.disagreement import Disagreement, short
from generator.audit.rendered.pages import Page
from generator.audit.rendered.published import Published
from generator.audit.rendered.spoken import meets_as
from generator.audit.rendered.statements import about
from generator.audit.rendered.truth import Ref, Truth, plain
from generator.findings import Severity
from generator.model.breakdown import Phase, Wave
from generator.model.communication import Coordination, Meeting
from generator.model.monitoring import Alert, Target
from generator.model.risk import Risk

SEVERITY = Severity.ERROR
JUDGES_ALONE = True
_NAMED = re.compile(r"(?P<name>[^:]{2,120}):\s+(?P<rest>\S.*)", re.DOTALL)
_WEEKS = re.compile(r"^(?P<name>.+) \((?P<told>weeks? \d+(?:[-–]\d+)?)\)$", re.IGNORECASE)
_CALL = "#call-"
_BEHIND = (" →", ";", ",")
"""What stands between the bound of an alert and what is done then."""
_POINT = re.compile(r"^Week (?P<week>\d+): (?P<topic>.+)$", re.DOTALL)


def check(published: Published, truth: Truth) -> Iterator[Disagreement]:
    """Yield each line, heading and row of actions that says otherwise."""
    for page in published.everything.values():
        calls = {link.place.line for link in page.document.links if _CALL in link.target}
        for block in page.document.blocks:
            if isinstance(block, Heading):
                yield from _heading(block.text, truth)
            elif isinstance(block, Listing):
                for item in block.items:
                    yield from _named(item, truth, "alert" if item.text.spot[0] in calls else "target")
                    yield from _point(item.text, truth)
        yield from _actions(page, truth)


def _heading(text: Text, truth: Truth) -> Iterator[Disagreement]:
    found = _WEEKS.match(text.plain.strip())
    ref = truth.named(found["name"], ("phase", "wave")) if found else None
    if not found or not ref or not isinstance(truth.item(ref), Phase | Wave):
        return
    weeks = truth.snapshot.schedule.weeks(ref.id)
    told = f"week{'s' * (weeks.first != weeks.last)} {weeks}"
    if plain(found["told"]).lower() != plain(told):
        start = text.plain.index(found["told"], found.start("told"))
        message = f'"{truth.name(ref)}" takes {told}, but this says "{found["told"]}"'
        yield Disagreement(message, text.place(start, start + len(found["told"])))


def _named(item: Item, truth: Truth, figure: str) -> Iterator[Disagreement]:
    """A target with its bound, a meeting with its time; what leads to a call is an alert, maybe named as a target."""
    found = _NAMED.fullmatch(item.text.plain)
    ref = truth.named(found["name"], (figure, "meeting")) if found else None
    entry = truth.item(ref) if ref else None
    if not found or not ref or truth.says(item.text.plain):
        return
    told = found["rest"]
    if isinstance(entry, Target) and plain(told) != plain(str(entry.threshold)):
        yield _otherwise(ref, str(entry.threshold), item.text, found.span("rest"), truth)
    if isinstance(entry, Alert) and not _is_bound(plain(told), plain(str(entry.threshold))):
        yield _otherwise(ref, str(entry.threshold), item.text, found.span("rest"), truth)
    if isinstance(entry, Meeting):
        meant = meets_as(entry, told)
        if meant is not None:
            yield _otherwise(ref, meant, item.text, found.span("rest"), truth)


def _is_bound(told: str, bound: str) -> bool:
    return told == bound or told.startswith(tuple(f"{bound}{each}" for each in _BEHIND))


def _point(text: Text, truth: Truth) -> Iterator[Disagreement]:
    """A point of coordination with its week and, behind its topic, with its waves."""
    found = _POINT.match(text.plain.strip())
    if not found:
        return
    for point in truth.snapshot.plan.coordination.values():
        topic, said = plain(point.topic), plain(found["topic"])
        if said != topic and not said.startswith(f"{topic} ("):
            continue
        waves = _waves(point, truth)
        told = said.removeprefix(topic).strip(" ()")
        if int(found["week"]) != point.week:
            yield Disagreement(f'"{topic}" is of week {point.week}, not {found["week"]}', text.place())
        if told != plain(waves):
            message = f'"{topic}" is between "{waves}" in the plan, but "{short(told)}" stands here'
            yield Disagreement(message, text.place())
        return


def _waves(point: Coordination, truth: Truth) -> str:
    between, providers, receivers = (
        " + ".join(truth.snapshot.names[("wave", wave)].label for wave in waves)
        for waves in (point.between, point.providers, point.receivers)
    )
    return between or " → ".join(filter(None, (providers, receivers)))


def _actions(page: Page, truth: Truth) -> Iterator[Disagreement]:
    """Whoever does a step of a risk's mitigation."""
    for table in page.document.tables:
        columns = [plain(cell.plain).lower() for cell in table.header]
        ref = about(table.under, page, truth) if {"action", "who"} <= set(columns) else None
        risk = truth.item(ref) if ref else None
        if not ref or not isinstance(risk, Risk):
            continue
        action, who = columns.index("action"), columns.index("who")
        for row, step in zip(table.rows, risk.actions, strict=False):
            owner = truth.snapshot.names[truth.person(step.owner)].name if step.owner else "open"
            if plain(row[who].plain) != plain(owner):
                message = f'"{short(row[action].plain)}" is done by "{owner}", but "{row[who].plain}" stands here'
                yield Disagreement(message, row[who].place())


def _otherwise(ref: Ref, meant: str, text: Text, span: tuple[int, int], truth: Truth) -> Disagreement:
    told = text.plain[slice(*span)]
    return Disagreement(f'"{truth.name(ref)}" is "{meant}" in the plan, but "{short(told)}" here', text.place(*span))
