"""Statements of plans in many fields: what is wrong is found at its line, what only looks wrong is not."""

import pytest

from generator.audit.audit import contradictions
from generator.audit.reading import read_document

SOUND = {
    "a part drawn in two stretches that follow each other": """
```
Week 1-2: [Wave 1: Engine]        [Wave 2: Track]
Week 3:   [Wave 1: Engine cont.]  [Wave 2: Track cont.]
```

| Wave | Weeks |
|---|---|
| Wave 1: Engine | 1-3 |
| Wave 2: Track | 1-3 |
""",
    "parallel parts on one side of an arrow": "**Parallel waves**: Wave 3 + Wave 4 → Wave 5",
    "a way back of something else than what may stand still": """
## Rollback

| Sign | Go back to | Within |
|---|---|---|
| Ledger missing | old bank for new payments | 1 h |

The tolerated outage of the shop is 15 minutes; routing back takes 10 minutes at most.
""",
    "limits with a consequence each": """
- Gusts above 50 km/h: no lifting
- Gusts above 70 km/h: site closed
""",
    "a product in brackets": "The four valves are proven in 64 runs (15 rigs per group, 3 groups, 45 rigs).",
}


@pytest.mark.parametrize("text", SOUND.values(), ids=list(SOUND))
def test_what_only_looks_wrong_is_no_finding(text: str) -> None:
    assert [finding.message for finding in contradictions([read_document(text, "doc.md")])] == []
