"""A text links to something other than a page of the web or a mail address.

Links of other kinds run code or open files on the reader's machine; pictures from elsewhere tell their owner who
reads the plan. A relative link leads nowhere: the text stands on several pages, in PDFs and in downloads. Links with
http, https and mailto are allowed.

Fails:

```yaml
title: Example
summary: "See [the notes](file:///home/me/notes.txt)."
```

Passes:

```yaml
title: Example
summary: "See [the notes](https://example.org/notes)."
```
"""

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from generator.findings import Problem, Severity, Span
from generator.model.plan import Plan
from generator.model.walk import prose as texts_of
from generator.prose import Prose

if TYPE_CHECKING:
    from generator.commonmark import Token

SEVERITY = Severity.ERROR
_SCHEMES = frozenset({"http", "https", "mailto"})
_LEFT = re.compile(r"(?:\]\(|\]:|<)\s*<?((javascript|vbscript|file|data):[^\s)>]*)", re.IGNORECASE)
"""Links that the parser itself has left as text."""
_UNTOLD = re.compile(r"\{\{[^{}]*\}\}")
"""A fact that could not be told, which is a finding of its own."""
_LINK_LIKE = re.compile(r"\]\(|\]:|<\s*<?[a-zA-Z]|<\S*@")
"""Occurs wherever a link or a picture does."""


def check(plan: Plan, prose: Prose) -> Iterator[Problem]:
    """Yield each link with another scheme, and each picture."""
    for pointer, written in texts_of(plan):
        after = 0
        for target, message, help_text in _faults(prose.texts[pointer]):
            span = _span(target, written, after)
            after = span.end if span else after
            yield Problem(pointer, message, help_text, span=span)


def _faults(text: str) -> Iterator[tuple[str, str, str]]:
    """Yield the target of each link that is not allowed, what to say of it and what to do."""
    if not _LINK_LIKE.search(text):
        return
    from generator.commonmark import parse  # noqa: PLC0415 - slow to import, and few texts have links

    for token in _flattened(parse(_UNTOLD.sub("", text))):
        if token.type == "image":
            source = str(token.attrGet("src") or "")
            yield source, f'picture "{source}" in a text', "link to it instead: leave the exclamation mark out"
        elif (target := _target(token)) is not None and _scheme(target) not in _SCHEMES:
            yield _refused(target)


def _refused(target: str) -> tuple[str, str, str]:
    if _scheme(target):
        return target, f'link to "{target}" is not allowed', "use http, https or mailto"
    message = f'link to "{target}" leads nowhere from where this text is told'
    return target, message, "write the whole address, with https://, or name what is meant"


def _span(target: str, written: str, after: int) -> Span | None:
    """Find a target in the text as it is written, behind those found before; nothing where it reads otherwise."""
    begin = written.find(target, after) if target else -1
    return Span(begin, begin + len(target)) if begin >= 0 else None


def _flattened(tokens: "Iterable[Token]") -> "Iterator[Token]":
    for token in tokens:
        yield token
        yield from _flattened(token.children or ())


def _target(token: "Token") -> str | None:
    if token.type == "link_open":
        return str(token.attrGet("href") or "")
    refused = _LEFT.search(token.content) if token.type == "text" else None
    return refused.group(1) if refused else None


def _scheme(target: str) -> str:
    try:
        return urlsplit(target).scheme
    except ValueError:
        return "unreadable"
