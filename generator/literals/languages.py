"""In which language something is, as prose says it of what the plan calls by another."""

from collections.abc import Iterator

from generator.literals.claims import Claim, Reading
from generator.literals.context import is_sure
from generator.patterns import Pattern, any_of

LANGUAGES = any_of(
    "english german french italian spanish portuguese dutch danish swedish norwegian finnish polish czech hungarian"
    " greek"
    " turkish russian ukrainian romanian croatian serbian arabic hebrew hindi chinese japanese korean welsh irish"
)
_LANGUAGE = "|".join(sorted(map(str.capitalize, LANGUAGES)))
_IN = Pattern(
    rf"\b(?:an?|the|its)\s+(?P<said>(?P<language>{_LANGUAGE})\s+(?P<noun>[a-z]{{3,16}}))(?![\w-])",
    words=(LANGUAGES,),
)
_KINDS = ("task", "deliverable", "milestone")


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield "an English summary" where the plan has a German summary alone."""
    passage = reading.passage
    for found in _IN.finditer(passage.plain, passage.begin, passage.end):
        said = found["language"].lower()
        if said not in LANGUAGES or not is_sure(reading, *found.span("said")):
            continue
        whole = reading.topics.by_whole_name
        others = [
            known
            for language in sorted(LANGUAGES)
            for known in whole.get(f"{language} {found['noun']}", ())
            if known[0] in _KINDS
        ]
        names = {reading.facts.names[known].name for known in others}
        languages = {name.split()[0].lower() for name in names}
        if len(languages) == 1 and said not in languages:
            told = min(names)
            yield reading.claim("member", found.span("said"), f'"{others[0][1]}" is called "{told}"', agrees=False)
