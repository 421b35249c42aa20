"""A link leads to a heading that the document does not have.

A heading was renamed, and those who follow the link end at the top of the page.

Fails:

```markdown
See [the risks](#risks).

## Dangers
```

Passes:

```markdown
See [the risks](#risks).

## Risks
```
"""

from collections.abc import Iterator

from generator.audit.blocks import Document
from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.phrases import Quote
from generator.findings import Severity
from generator.formatting import did_you_mean

SEVERITY = Severity.WARNING


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield each link into its own document, or into another one of this audit, without a target there."""
    by_name = {document.file.replace("\\", "/").rsplit("/", 1)[-1]: document for document in facts.reading.documents}
    for document in facts.reading.documents:
        for link in document.links:
            path, _, anchor = link.target.partition("#")
            target = document if not path else by_name.get(path.rsplit("/", 1)[-1])
            if anchor and target and "://" not in path and not _is_there(anchor, target):
                message = f'no heading has the anchor "#{anchor}"'
                yield Contradiction(
                    message,
                    Quote(link.text, link.place),
                    (),
                    did_you_mean(anchor, sorted(target.anchors)) or "name a heading that is there",
                )


def _is_there(anchor: str, document: Document) -> bool:
    """Sites and editors make anchors differently from one title: only letters and digits are compared."""
    return _bare(anchor) in {_bare(each) for each in document.anchors} or anchor == "top"


def _bare(anchor: str) -> str:
    return "".join(char for char in anchor.lower() if char.isalnum())
