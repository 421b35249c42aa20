"""An address is nobody's in the plan, or is told for somebody whose address it is not.

At night a contact list is not read but dialled. An address with a letter too few reaches nobody.

Fails: the plan reaches Rafael Costa at rafael.costa@example.com, and the page at rafa.costa@example.com.

Passes: the page has the plan's address.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from generator.audit.blocks import Text, texts_of
from generator.audit.rendered.disagreement import Disagreement, short
from generator.audit.rendered.pages import Page
from generator.audit.rendered.published import Published
from generator.audit.rendered.statements import refs_in
from generator.audit.rendered.truth import Ref, Truth
from generator.findings import Severity

SEVERITY = Severity.ERROR
JUDGES_ALONE = True
_MAIL = re.compile(r"[\w.+-]{1,64}@\w[\w-]*(?:\.\w[\w-]*)+")
_MAILTO = "mailto:"


def check(published: Published, truth: Truth) -> Iterator[Disagreement]:
    """Yield addresses of mail that the plan has not, or not for the person named beside."""
    known = _known(truth)
    for page in published.everything.values():
        for block in page.document.blocks:
            for text in texts_of(block) if any("@" in each.plain for each in texts_of(block)) else ():
                yield from _strange(text, page, known)
                yield from _of_another(text, page, truth)


@lru_cache(maxsize=2)
def _known(truth: Truth) -> frozenset[str]:
    """Every address that stands anywhere in the plan."""
    return frozenset(found.lower() for _, text in truth.texts for found in _MAIL.findall(text))


def _strange(text: Text, page: Page, known: frozenset[str]) -> Iterator[Disagreement]:
    for found in _MAIL.finditer(text.plain):
        if found[0].lower() not in known:
            yield Disagreement(f'the plan has no address "{short(found[0])}"', text.place(*found.span()))
    for link in page.links_in(text):
        address = link.target.removeprefix(_MAILTO)
        if link.target.startswith(_MAILTO) and _MAIL.fullmatch(address) and address.lower() not in known:
            yield Disagreement(f'this writes to "{short(address)}", an address that the plan has not', link.place)


def _of_another(text: Text, page: Page, truth: Truth) -> Iterator[Disagreement]:
    """One person and one address in a text belong together, where the address is somebody's."""
    people = {ref for ref in refs_in(text, page, truth) if ref.kind == "person"}
    told = {found.lower() for found in _MAIL.findall(text.plain)}
    if len(people) != 1 or len(told) != 1:
        return
    person, address = people.pop(), told.pop()
    holders = _holders(truth).get(address, frozenset())
    if holders and person not in holders:
        yield Disagreement(f'"{address}" is not the address of "{truth.name(person)}"', text.place())


@lru_cache(maxsize=2)
def _holders(truth: Truth) -> dict[str, frozenset[Ref]]:
    """Who is reached at each address."""
    found: dict[str, frozenset[Ref]] = {}
    for person in truth.snapshot.plan.people.values():
        for address in _MAIL.findall(str(person.contact or "")):
            found[address.lower()] = found.get(address.lower(), frozenset()) | {Ref("person", person.id)}
    return found
