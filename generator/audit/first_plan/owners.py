"""Whoever has something: people with the posts that they hold, teams and offices as roles."""

import re
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.audit.first_plan.columns import SECOND
from generator.audit.first_plan.draft import Entry, entry, id_of, plain
from generator.audit.first_plan.humans import is_below_people, is_label_of_people, is_name, is_somebody
from generator.audit.first_plan.leaders import listed_people, told_leaders
from generator.audit.first_plan.moments import action_of
from generator.audit.first_plan.records import LABELS, Record
from generator.audit.first_plan.wording import Stretch, doer, person_at_end
from generator.audit.understanding.columns import meaning_of
from generator.audit.understanding.holders import posts_behind, told_posts
from generator.audit.understanding.people import Person, persons_in, whole_person
from generator.audit.understanding.phrases import Quote, Reading
from generator.audit.understanding.words import key_of, level

_ANY_POST = frozenset(
    {
        "owner", "responsible", "contact", "who", "name", "person", "author", "accountable", "decide", "charge",
        "present", "apology", "absent", "attendee", "attending", "minute",
    }
)  # fmt: skip
_DEEDS = frozenset(
    {"mitigation", "procedure", "scope", "impact", "probability", "when", "start", "end", "target", "alert"}
)
_BODY = re.compile(r"(?:the )?[A-Z][\w&'/-]*(?: [\w&'/-]+){0,4}")
_CALLED = re.compile(r"\b(?:call|contact|ask|reach|escalat|phone|turn to|questions)", re.IGNORECASE)
_ANY_LEAD = frozenset({"lead", "leader", "head", "manager"})
_MEMBER = "Team member"
Key = frozenset[str]


@dataclass(frozen=True)
class Known:
    """Somebody of the plan, and the post that they hold."""

    id: str
    person: Person
    post: str


@dataclass(frozen=True)
class Owners:
    """The people of a plan by family name, and its roles by the words of their names."""

    people: dict[str, list[Known]]
    given: dict[str, Known]
    """Whoever alone has a first name, by it."""
    roles: dict[Key, tuple[str, str, Quote]]

    def of(self, told: Stretch | None) -> str | None:
        """Return the id of the first person that a text names, else of the role that it is the name of."""
        if told is None:
            return None
        known = self.person(told) or self.given.get(told.text.lower())
        role = self.roles.get(key_of(told.text))
        return known.id if known else role[0] if role else None

    def person(self, told: Stretch) -> Known | None:
        """Find the first person that a text names."""
        named = next((each for each in persons_in(told.phrase) if each.told in told.text), None)
        near = self.people.get(named.family, []) if named else []
        return next((known for known in near if named and known.person.may_be(named)), None)

    @property
    def taken(self) -> list[str]:
        """The ids given."""
        return [*(given for given, _, _ in self.roles.values()), *(known.id for known in self._known())]

    def entries(self) -> Iterator[Entry]:
        """Yield the roles, then the people."""
        for given, name, quote in self.roles.values():
            yield entry(("roles", given), {"name": plain(name)}, quote)
        for known in self._known():
            value = {"name": plain(known.person.told), "role": self.roles[key_of(known.post)][0]}
            yield entry(("people", known.id), value, known.person.quote, translated=[known.post])

    def _known(self) -> Iterator[Known]:
        return (known for each in self.people.values() for known in each)


def owners_of(reading: Reading, records: Sequence[Record]) -> Owners:
    """Collect everybody who holds a post, is listed or has something; a team that has something is a role."""
    held = [told for record in records if (told := record.get("owner"))]
    held += [told for record in records for key, told in record.told.items() if key.startswith("person")]
    holders = [told for record in records if (told := record.told.get("holder"))]
    held += [told for told in holders if is_below_people(told.phrase)]
    ending = [told for record in records if (told := _at_end(record))]
    posts = [each for each in (*told_posts(reading), *posts_behind(reading)) if not _is_topic(*each)]
    posts = [each for each in posts if _is_held(*each)]
    posts = [(post, person) for post, person in posts if not _runs_into_label(person)]
    posts += [(told.label, person) for told in held if (person := whole_person(told.phrase))]
    posts += told_leaders(reading)
    things = {key_of(record.name) for record in records if record.row or record.subject == "person"}
    posts = [(post, person) for post, person in posts if key_of(person.told) not in things]
    posts = [(post, person) for post, person in posts if not _stands_in(post, person)]
    holding = [(post, person) for post, person in posts if _is_post(post) and key_of(post) not in things]
    named = [person for _, person in holding]
    named += [each for told in held for each in _named(told)]
    named += listed_people(reading)
    sure = {each.told for each in named if is_somebody(each, reading)}
    named += [each for told in ending for each in _named(told) if is_name(each, reading) or each.told in sure]
    named = [each for each in named if key_of(each.told) not in things and is_somebody(each, reading)]
    people = _people(named, holding)
    first = _by_first_name(known for each in people.values() for known in each)
    bodies = [told for told in held if _is_body(told, people) and told.text.lower() not in first]
    return Owners(people, first, _roles(people, bodies))


def _roles(people: dict[str, list[Known]], bodies: Iterable[Stretch]) -> dict[Key, tuple[str, str, Quote]]:
    """The posts of people, then teams and offices."""
    known = [each for near in people.values() for each in near]
    names = [
        *((each.post, each.person.quote) for each in known),
        *((told.text, told.phrase.quote()) for told in bodies),
    ]
    taken, roles = {each.id for each in known}, dict[Key, tuple[str, str, Quote]]()
    for name, quote in names:
        if key_of(name) not in roles:
            given = id_of(name, taken, "role")
            taken.add(given)
            roles[key_of(name)] = (given, name[:1].upper() + name[1:], quote)
    return roles


def _by_first_name(people: Iterable[Known]) -> dict[str, Known]:
    found: dict[str, list[Known]] = defaultdict(list)
    for known in people:
        found[known.person.given.lower()].append(known)
    return {name: each[0] for name, each in found.items() if name and len(each) == 1}


def _people(named: list[Person], holding: list[tuple[str, Person]]) -> dict[str, list[Known]]:
    posts: dict[str, list[tuple[str, Person]]] = defaultdict(list)
    for post, person in holding:
        posts[person.family].append((post, person))
    people: dict[str, list[Known]] = {}
    given: set[str] = set()
    for person in named:
        near = people.setdefault(person.family, [])
        if not any(known.person.may_be(person) for known in near):
            held = [words for words, holder in posts[person.family] if holder.may_be(person)]
            post = next((words for words in held if words.lower() not in _ANY_LEAD), held[0] if held else _MEMBER)
            near.append(Known(id_of(person.told, given, "person"), person, post))
            given.add(near[-1].id)
    return people


def _at_end(record: Record) -> Stretch | None:
    """Whoever ends an entry on a risk or a gate."""
    listed = record.row is None and record.subject in {"risk", "checkpoint"}
    if record.row is None and (action := action_of(record.phrase)):
        return action[1]
    if not listed:
        return None
    return person_at_end(record.phrase, record.phrase.plain)[1] or doer(record.phrase, record.phrase.plain)


def _named(told: Stretch) -> list[Person]:
    return [each for each in persons_in(told.phrase) if each.told in told.text]


def _is_held(post: str, person: Person) -> bool:
    """Behind `Logs:` stands no person; what a list of people has before names are posts."""
    return person.phrase.form == "cell" or is_label_of_people(post) or is_below_people(person.phrase)


def _runs_into_label(person: Person) -> bool:
    """`Ward: Castle` and `Report author: P. Ntembe` on the next line: *Castle Report* is nobody."""
    place, behind = person.quote.place, level(person.phrase.plain)[person.end :]
    return place.line != place.end_line and bool(re.match(r"(?: [a-z]+){0,2}:", behind))


def _is_topic(post: str, person: Person) -> bool:
    """Below a heading on whom to call stand things to call about, not posts."""
    above = person.phrase.under[-1].text.plain if person.phrase.under else ""
    return person.phrase.form == "item" and bool(_CALLED.search(above)) and post[:1].isupper()


def _stands_in(post: str, person: Person) -> bool:
    """A column of deputies tells who steps in for the one beside, and no post."""
    return person.phrase.form == "cell" and post.lower() in SECOND


def _is_post(words: str) -> bool:
    """Tell a post from a label such as *Owner* or *Answered by*."""
    is_label = words.lower() in LABELS or words.lower().endswith(" by") or meaning_of(words) in _DEEDS
    return bool(key_of(words) - _ANY_POST) and not is_label


def _is_body(told: Stretch, people: Container[str]) -> bool:
    """Short words with a capital that are nobody's name: `Service Delivery`, `The on-call team`."""
    named = any(each.told in told.text for each in persons_in(told.phrase) if each.family in people)
    return bool(_BODY.fullmatch(level(told.text).strip())) and not named and not re.search(r"\d", told.text)
