"""A text links to something other than a page, a mail address or a place in the documents.

Links of other kinds run code or open files on the reader's machine; pictures from elsewhere tell their owner who
reads the plan. Links with http, https and mailto, and relative ones, are allowed.

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
from urllib.parse import urlsplit

from generator.commonmark import Token, parse
from generator.findings import Problem, Severity
from generator.prose import Prose

SEVERITY = Severity.ERROR
_SCHEMES = frozenset({"http", "https", "mailto", ""})
_REFUSED = re.compile(r"(?:\]\(|\]:|<)\s*<?((javascript|vbscript|file|data):[^\s)>]*)", re.IGNORECASE)
"""Links that the parser itself has left as text."""


def check(prose: Prose) -> Iterator[Problem]:
    """Yield each link with another scheme, and each picture."""
    for pointer, text in prose.texts.items():
        for token in _links(text):
            told = _fault(token)
            if told:
                yield Problem(pointer, *told)


def _links(text: str) -> Iterator[Token]:
    if "[" in text or "<" in text:
        yield from _flattened(parse(text))


def _flattened(tokens: Iterable[Token]) -> Iterator[Token]:
    for token in tokens:
        yield token
        yield from _flattened(token.children or ())


def _fault(token: Token) -> tuple[str, str] | None:
    if token.type == "image":
        return f'picture "{token.attrGet("src")}" in a text', "link to it instead: leave the exclamation mark out"
    target = _target(token)
    scheme = _scheme(target)
    if scheme in _SCHEMES:
        return None
    return f'link to "{target}" is not allowed', "use http, https, mailto or a relative link"


def _target(token: Token) -> str:
    if token.type == "link_open":
        return str(token.attrGet("href") or "")
    refused = _REFUSED.search(token.content) if token.type == "text" else None
    return refused.group(1) if refused else ""


def _scheme(target: str) -> str:
    try:
        return urlsplit(target).scheme
    except ValueError:
        return "unreadable"
