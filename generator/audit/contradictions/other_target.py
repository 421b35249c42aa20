"""The words of a link name one file, and it leads to another one.

Whoever reads the page printed looks for the one, whoever reads it on a screen gets the other.

Fails:

```markdown
For details see [`strategy.md`](plan.md).
```

Passes:

```markdown
For details see [`strategy.md`](docs/strategy.md#risks).
```
"""

import re
from collections.abc import Iterator
from urllib.parse import unquote

from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.phrases import Quote
from generator.findings import Severity

SEVERITY = Severity.WARNING

_FILE = re.compile(r"\W*(?:[\w.-]+/)*(?P<name>[\w-]+\.(?P<kind>[a-z]{2,5}))\W*", re.IGNORECASE)


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield each link whose words are the name of a file, and whose target is another file of its kind.

    A number is the name that a wiki gave to what was attached.
    """
    for document in facts.reading.documents:
        for link in document.links:
            path = unquote(re.split(r"[?#]", link.target)[0])
            words, leads = _FILE.fullmatch(link.text), _FILE.fullmatch(path.rsplit("/", 1)[-1])
            if words and leads and leads["name"].split(".")[0].isdecimal():
                continue
            if words and leads and words["kind"].lower() == leads["kind"].lower() and words["name"] != leads["name"]:
                message = f'"{words["name"]}" leads to {leads["name"]}'
                yield Contradiction(message, Quote(link.text, link.place), (), "name the file that it leads to")
