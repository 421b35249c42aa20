"""Prose of the plan as plain words: a chart has no markup."""

from generator.commonmark import parse


def plain_words(text: str) -> str:
    """Return the words of CommonMark text as a reader sees them, on one line."""
    spans = [span for token in parse(text) for span in token.children or ()]
    return " ".join("".join(" " if span.type.endswith("break") else span.content for span in spans).split())
