"""The site's facts of items, read back from the files that its previews are made from."""

import json
from collections.abc import Iterator, Mapping

from generator.audit.rendered.truth import Ref, Truth

Told = Mapping[str, str]


def told_items(content: bytes) -> Iterator[tuple[str, Told]]:
    """Yield what is told of each anchor; of none where it cannot be read."""
    try:
        data = json.loads(content)
    except (ValueError, RecursionError):
        yield "", {}
        return
    for anchor, told in data.items() if isinstance(data, dict) else ():
        yield anchor, {str(key): str(value) for key, value in told.items()} if isinstance(told, dict) else {}


def ref_of(anchor: str, truth: Truth) -> Ref | None:
    """The item that an anchor belongs to."""
    kind, _, item = anchor.partition("-")
    ref = Ref(kind, item)
    return ref if truth.has(ref) else None
