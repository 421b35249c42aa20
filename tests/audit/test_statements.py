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

FOUND = {
    "a lead in the list of roles, another in a checklist": ("two-leads", 12, """
## Wave 5: Harvest

- **Lead**: Ida Sund

## Before it starts

- [ ] Ida Sund is on site as harvest lead

| Who | Role |
|---|---|
| Jon Almer | Harvest lead |
"""),
    "a lead in brackets of a cell": ("two-leads", 9, """
| # | Workstream | Lead |
|---|---|---|
| WS1 | Nets | Ana Ruiz |
| WS2 | Boats | Tom Berg |

| Sign | Watched by |
|---|---|
| Torn net | Tom Berg, lead of WS1 |
"""),
    "a decision taken by another one": ("two-leads", 7, """
| Matter | Decides |
|---|---|
| Calling off for storm | Dr. Ada Roy |
| Change of route | Tom Berg |

Decision on storm: Tom Berg, on the evening before.
"""),
    "a surname with another ending": ("misspelt-name", 7, """
## Translation

Owner Greta Lindqvist. The text is set by the end of May.

- Proofs: Tom Berg
- Print: Greta Lindqvall
"""),
    "a code beside others of its list": ("unlisted-code", 8, """
| ID | Finding |
|---|---|
| F1 | Rust |
| F2 | Leak |
| F3 | Noise |

The yard mends F2 and F5 first.
"""),
    "a row of measures for each risk but one": ("code-unanswered", 13, """
## Risks

1. R1 Frost
2. R2 Flood
3. R3 Theft

## Counter-measures

| No. | Measure |
|---|---|
| R1 | Heating |
| R3 | Watchman |
"""),
    "a review of a result of a later month": ("gate-before-end", 7, """
| No. | Deliverable | Month |
|---|---|---|
| D1 | Probe | 6 |
| D2 | Catalogue | 20 |

The month-18 review looks at the probe (D1) and the catalogue (D2).
"""),
    "the one gate whose arrow points to unfinished work": ("gate-before-end", 9, """
| # | Line of work | Weeks |
|---|---|---|
| LW1 | Keel | 1-4 |
| LW2 | Hull | 2-9 |
| LW3 | Mast | 5-8 |

- **Look 1** (end of week 4): keel laid → LW1
- **Look 2** (end of week 7): hull dry → LW2
- **Look 3** (end of week 8): mast stands → LW3
"""),
    "a part that is said to be there before the first window": ("used-before-arrival", 11, """
## Windows

- Tower North: 3 May - 21 May 2027
- Tower South: 24 May - 11 June 2027

## Parts

| Part | Arrives |
|---|---|
| Bearings | 7 May 2027 |
| Oil | 30 April 2027 |

All parts arrive before the first window.
"""),
}  # fmt: skip
SOUND |= {
    "deliveries on the day itself, in two halves, and of other things": """
## Order of work

1. Roof - 17 Aug to 19 Aug 2026
2. Tiles - 26 Aug to 28 Aug 2026
3. Doors - 31 Aug to 2 Sep 2026

## Deliveries

- Roof: 17 Aug 2026
- Tiles: 25 Aug 2026
- Tiles: 27 Aug 2026
- Door handles: 4 Sep 2026
""",
    "parts that come before their own window": """
## Windows

- Tower North: 3 May - 21 May 2027

## Parts

| Part | Arrives |
|---|---|
| Bearings | 30 April 2027 |
| Paint for the end | 1 June 2027 |

The bearings arrive before the first window.
""",
    "gates in the middle of their work": """
| # | Line of work | Weeks |
|---|---|---|
| LW1 | Keel | 1-4 |
| LW2 | Hull | 2-9 |
| LW3 | Mast | 5-8 |

- **Look 1** (end of week 2): keel half laid → LW1
- **Look 2** (end of week 5): hull half dry → LW2
- **Look 3** (end of week 8): mast stands → LW3
""",
    "a result that is first there and later renewed": """
| No. | Deliverable | Month |
|---|---|---|
| D1 | Probe, first build | 6 |
| D2 | Catalogue | 20 |
| D1 | Probe, second build | 24 |

The month-12 review looks at the probe (D1); the month-20 review looks at D2.
""",
    "codes of paper, halves of a year and what is past": """
| ID | Finding |
|---|---|
| F1 | Rust |
| F2 | Leak |
| F3 | Noise |

The list is printed on A4 in H2 2026. F4 was withdrawn. The pump XP5 stays.
""",
    "answers to the top risks alone": """
## Risks

- R1: Frost
- R2: Flood
- R3: Theft

## Answers to the main risks

- R1: Heating
- R2: Dam
""",
    "two people with one first name": """
| Part | Lead |
|---|---|
| Sails | Maria Santos |
| Hull | Maria Sander |
""",
    "shared work, deputies and other roles": """
| Part | Lead |
|---|---|
| Training | Marta Roth |
| Support | Ada Roy |
| Training | Lena Fox |

Support deputy lead: Tom Berg. Marta Roth leads the training, and Ada Roy, lead of support, leads the desk too.
""",
    "a surname and a title": """
| Part | Lead |
|---|---|
| Field trip | Ms. Abel |
| Support | Ada Roy |

The field trip is led by Nora Abel. Dr. Roy leads support.
""",
}


@pytest.mark.parametrize(("rule", "line", "text"), FOUND.values(), ids=list(FOUND))
def test_what_is_wrong_is_found_at_its_line(rule: str, line: int, text: str) -> None:
    found = contradictions([read_document(text, "doc.md")])
    assert [(each.rule, each.place.line) for each in found] == [(rule, line)]


@pytest.mark.parametrize("text", SOUND.values(), ids=list(SOUND))
def test_what_only_looks_wrong_is_no_finding(text: str) -> None:
    assert [finding.message for finding in contradictions([read_document(text, "doc.md")])] == []


def test_a_wrong_member_of_a_list_is_told_once() -> None:
    text = """
| Batch | Contents |
|---|---|
| Batch M1 | Incubators, autoclaves |
| Batch M2 | Microscopes, centrifuges |
| Batch M3 | Freezers, cabinets |

1. Batch M1: incubators and autoclaves
2. Batch M2: microscopes and autoclaves
3. Batch M3: freezers and cabinets
"""
    assert [each.rule for each in contradictions([read_document(text, "doc.md")])] == ["other-members"]


@pytest.mark.parametrize("name", ["QG4", "Gate 4"])
def test_a_part_is_named_as_the_document_names_it(name: str) -> None:
    text = f"""
| Gate | Date | Covers |
|---|---|---|
| {name[:-1]}3 | 2027-02-19 | Cohort Pilot |
| {name} | 2027-02-26 | Cohort North |

## Sprint 3: Cohort Pilot (8-19 February 2027)

## Sprint 4: Cohort North (22 February - 5 March 2027)
"""
    found = contradictions([read_document(text, "doc.md")])
    assert [each.message.split(" (")[0] for each in found] == [f'"{name}"']
