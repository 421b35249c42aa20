"""Names a place in a plan by ids and contents rather than by line or index, so that it keeps when others move."""

from generator.findings import Pointer

_LONGEST = 40


def path_of(data: object, pointer: Pointer) -> str:
    """Write a pointer as `waves.wave-1.tasks.auth.depends_on[db-setup]`; a list's entry is told by what it says."""
    told = ""
    for step in pointer:
        told += _entry(data, step) if isinstance(step, int) else f".{step}" if told else str(step)
        data = _inside(data, step)
    return told


def _inside(data: object, step: str | int) -> object:
    """Step down; an entry that stands for a list of one is its own first."""
    if isinstance(step, int):
        entries = data if isinstance(data, list) else [data]
        return entries[step] if step < len(entries) else None
    return data.get(step) if isinstance(data, dict) else None


def _entry(data: object, index: int) -> str:
    return f"[{_content(_inside(data, index)) or index}]"


def _content(value: object) -> str:
    """The first text that a value holds."""
    while isinstance(value, dict | list):
        value = next(iter(value.values() if isinstance(value, dict) else value), "")
    return str(value or "")[:_LONGEST]
