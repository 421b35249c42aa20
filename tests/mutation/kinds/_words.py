"""What faults of several kinds share: words with a slip, and what the plan refers to."""

from collections.abc import Iterator

from tests.mutation.fault import Good
from tests.mutation.plan_text import Pointer

REFERENCES = [
    "owner",
    "chair",
    "by",
    "lead",
    "phase",
    "wave",
    "source",
    "notify",
    "channel",
    "rollback",
    "role",
    "ready",
    "before",
    "depends_on",
    "items",
    "scope",
    "affects",
    "covers",
    "providers",
    "receivers",
    "between",
    "delivers",
    "highlights",
    "risks",
    "counts_as",
    "target",
]
ITEMS = ("phases", "waves", "tasks", "milestones", "checkpoints")


def slip(word: str) -> str:
    """Let two letters in the middle change places, as a hurried hand does."""
    middle = max(1, len(word) // 2)
    pairs = [*range(middle, len(word) - 1), *range(middle, 1, -1)]
    at = next((at for at in pairs if word[at - 1] != word[at] and word[at - 1 : at + 1].isalpha()), 0)
    return word[: at - 1] + word[at] + word[at - 1] + word[at + 1 :] if at else word + "x"


def references(good: Good, *keys: str) -> Iterator[tuple[Pointer, str]]:
    """Yield what refers to something by id, with the id alone: no lag, no kind."""
    for pointer in good.text.pointers(*(keys or REFERENCES)):
        value = good.text.at(pointer)
        if value and not _is_prose(pointer) and pointer[0] not in ("waivers", "checks"):
            yield pointer, value.split()[0]


def _is_prose(pointer: Pointer) -> bool:
    """Tell texts whose keys mean a reference elsewhere: what a checkpoint covers, what stands before a rollback."""
    return ("covers" in pointer and pointer[0] != "meetings") or ("before" in pointer and pointer[0] == "rollbacks")


def ids(good: Good, *sections: str) -> Iterator[str]:
    """Yield the ids of some sections."""
    yield from (str(pointer[-1]) for pointer, _ in good.entries(*sections))
