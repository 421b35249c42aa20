"""Numbers that ids, labels and names end in."""

import re

_NUMBER = re.compile(r"(?P<stem>.*?)(?P<number>\d{1,9})", re.DOTALL)


def numbered(text: str) -> tuple[str, int] | None:
    """Divide `checkpoint-2` or `Wave 3` into stem and number; nothing where no number ends it."""
    found = _NUMBER.fullmatch(text)
    return (found["stem"], int(found["number"])) if found else None
