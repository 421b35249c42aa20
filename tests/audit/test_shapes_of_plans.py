"""Rollouts and moves in many shapes: what agrees has no finding, one changed time is found."""

import pytest

from generator.audit.audit import contradictions
from generator.audit.reading import read_document

_LIBRARY = """\
# Opening of the new library

The move takes eight weeks, from 1 March to 23 April 2027.

| Phase | From | To | Lead |
|---|---|---|---|
| Packing | 1 March 2027 | 19 March 2027 | Ann Bell |
| Carrying | 22 March 2027 | 2 April 2027 | Bo Dahl |
| Shelving | 5 April 2027 | 16 April 2027 | Cy Ek |
| Aftercare | 19 April 2027 | 23 April 2027 | Ann Bell |

Shelving starts only after Carrying is finished. Nothing is open before Aftercare.

## Go/no-go meetings

| Meeting | Date | Looks at | Command |
|---|---|---|---|
| GN1 | Friday 19 March 2027 | Packing | `check pack` |
| GN2 | Friday 2 April 2027 | Carrying | `check carry` |
| GN3 | Friday 16 April 2027 | Shelving | `check shelf` |
"""
_OFFICE = """\
# Office move

Three batches follow each other.

**2. Batches**

| **Batch** | **Days** | **Departments** | **People** |
|---|---|---|---|
| Batch A | Thursday 29 April – Friday 30 April 2027 | Finance, HR | 25 |
| Batch B | Monday 3 May – Tuesday 4 May 2027 | Sales | 40 |
| Batch C | Thursday 6 May – Friday 7 May 2027 | IT | 30 |

**3. Checkpoints**

| Checkpoint | Date | Pass when | Decides |
|---|---|---|---|
| Checkpoint 1 | 30 April 2027, 18:00 | Batch A sits and works | Priya |
| Checkpoint 2 | 4 May 2027, 18:00 | Batch B sits and works | Priya |
| Checkpoint 3 | 7 May 2027, 18:00 | all batches sit and work | Priya |
"""
_EXIT = """\
# Data centre exit

## 2. Phases

### 2.1 Phase 1 – Discover (Weeks 1-3)

*11 January to 29 January 2027*

### 2.2 Phase 2 – Landing zone (Weeks 4-6)

*1 February to 19 February 2027*

### 2.3 Phase 3 – Pilot (Weeks 7-8)

*22 February to 5 March 2027*

### 2.4 Phase 4 – Moves (Weeks 9-14)

*8 March to 16 April 2027*

## 3. Move nights

| Move group | Servers | Night |
|---|---|---|
| Move Group 1 | 40 | Week 9 Day 6 |
| Move Group 2 | 60 | Week 11 Day 6 |
| Move Group 3 | 50 | Week 13 Day 6 |

Move Group 2 follows Move Group 1.

## 4. Quality gates

| Gate | When | Scope |
|---|---|---|
| QG1 | Week 3 Day 5 | Discover |
| QG2 | Week 6 Day 5 | Landing zone |
| QG3 | Week 8 Day 5 | Pilot |
| QG4 | Week 11 Day 7 | Move Groups 1 and 2 |
| QG5 | Week 14 Day 5 | Move Group 3 |
"""
_STREAMS = """\
# Replatforming

## Workstreams

### Workstream A: Schema

**Team**: Ledger

**When**: weeks 1-3

**Ends with**: schema frozen

### Workstream B: Copy

**Team**: Ledger

**Needs**: Workstream A

**When**: weeks 4-5

### Workstream C: Shadow reads

**Needs**: Workstream B

**When**: weeks 6-8

| Milestone | Week | What |
|---|---|---|
| M1 | 3 | Workstream A closed |
| M2 | 5 | Workstream B closed |
| M3 | 8 | Workstream C closed |
"""
_TILLS = """\
# Shop tills

| Tranche | Weeks | Shops | Depends on |
|---|---|---|---|
| Alpha | 1-2 | 12 | |
| Beta | 3-4 | 20 | Alpha |
| Gamma | 5-7 | 30 | Beta |

### Gate 1 (Friday of week 2)

Alpha is through.

### Gate 2 (Friday of week 4)

Beta is through.

### Gate 3 (Friday of week 7)

Gamma is through.
"""
_INTAKE = """\
# Intake

- **Tranche 1** (2 to 13 August 2027): north
  - After: nothing
- **Tranche 2** (16 to 27 August 2027): east
  - After: Tranche 1
- **Tranche 3** (30 August to 10 September 2027): south
  - After: Tranche 2

The tranches run one after the other over six weeks.

- Review 1, 13 August 2027: Tranche 1
- Review 2, 27 August 2027: Tranche 2
- Review 3, 10 September 2027: Tranche 3
"""
_FAULTS = (
    (_LIBRARY, "Friday 2 April 2027 | C", "Friday 26 March 2027 | C", "gate-before-part"),
    (_OFFICE, "Monday 3 May – Tuesday", "Friday 30 April – Tuesday", "out-of-turn"),
    (_OFFICE, "7 May 2027, 18:00", "6 May 2027, 18:00", "gate-before-part"),
    (_EXIT, "*1 February to 19 Feb", "*8 February to 19 Feb", "days-off-weeks"),
    (_EXIT, "| QG2 | Week 6", "| QG2 | Week 5", "gate-before-part"),
    (_STREAMS, "weeks 4-5", "weeks 3-5", "out-of-turn"),
    (_STREAMS, "| M2 | 5", "| M2 | 4", "gate-before-part"),
    (_TILLS, "| 5-7 |", "| 4-7 |", "out-of-turn"),
    (_TILLS, "Friday of week 4", "Friday of week 3", "gate-before-part"),
    (_INTAKE, "16 to 27 August", "9 to 27 August", "out-of-turn"),
    (_INTAKE, "Review 2, 27 August", "Review 2, 20 August", "gate-before-part"),
)
_SOUND = (
    """\
# Mail migration

Twelve weeks in all, three cohorts, 900 mailboxes.

| Cohort | Weeks | Boxes |
|---|---|---|
| Blue | 1-4 | 300 |
| Green | 3-6 | 300 |
| Red | 5-8 | 300 |

Cohorts overlap by two weeks on purpose. Green starts once Blue is half done.

Two weeks of hypercare follow, then two weeks of clean-up.

| Checkpoint | When | Scope |
|---|---|---|
| CP1 | Week 2 Day 5 | Blue: first 100 boxes |
| CP2 | Week 4 Day 5 | Blue |
| CP3 | Week 5 Day 5 | Green: readiness of Red |
| CP4 | Week 6 Day 5 | Green |
| CP5 | Week 8 Day 5 | Red |
""",
    """\
# Branch rollout

| Region | Training | Rollout | Support until |
|---|---|---|---|
| North | Week 1 | Weeks 2-3 | Week 5 |
| East | Week 3 | Weeks 4-5 | Week 7 |
| South | Week 5 | Weeks 6-7 | Week 9 |

East follows North, South follows East. Training of a region takes place before its rollout.

| Region | Weeks of training |
|---|---|
| North | 1 |
| East | 3 |
| South | 5 |

## Reviews

- Week 3, Friday: North rolled out
- Week 5, Friday: East rolled out
- Week 7, Friday: South rolled out
- Week 9, Friday: everything in the hands of the line
""",
    """\
# Warehouse system

The pilot takes 2 weeks. The rollout takes 8 weeks, which is 40 working days. Support lasts 4 weeks.

| Phase | Weeks |
|---|---|
| Pilot | 1-2 |
| Wave 1 | 3-6 |
| Wave 2 | 7-10 |
| Support | 11-14 |

Nothing goes live before the pilot has passed. Wave 2 never begins before Wave 1 is signed off, unless the board
says so.

## Gates

1. **Gate A** (Friday of week 2): pilot passed
2. **Gate B** (Friday of week 4): Wave 1 half done
3. **Gate C** (Friday of week 6): Wave 1 done
4. **Gate D** (Friday of week 10): Wave 2 done
""",
    """\
# Database upgrade

| Ring | Days | Systems |
|---|---|---|
| 0 | 1-2 | 4 |
| 1 | 3-5 | 10 |
| 2 | 6-10 | 40 |

Each ring starts the day after the previous one has ended. The window is ten working days;
two more are kept in reserve, 12 working days in all.

| Gate | Day | Looks at |
|---|---|---|
| G0 | 2 | Ring 0 |
| G1 | 5 | Ring 1 |
| G2 | 10 | Ring 2 |

Each way back fits into 45 minutes:

- Ring 0: restore, 20 min
- Ring 1: restore, 40 min
- Ring 2: failover, 15 min
""",
    """\
# Site closures

| Site | From | To |
|---|---|---|
| Oslo | 1 March 2027 | 12 March 2027 |
| Bergen | 12 March 2027 | 26 March 2027 |
| Tromso | 26 March 2027 | 9 April 2027 |

The sites follow each other; the crew travels on the day in between.

| Review | Date | Site |
|---|---|---|
| R1 | 11 March 2027 | Oslo |
| R2 | 25 March 2027 | Bergen |
| R3 | 8 April 2027 | Tromso |
""",
    """\
# App launch

Three sprints of two weeks, six weeks in all; the campaign runs for 3 weeks.

## Sprint 1: Core (Weeks 1-2)

Needs: Design system

## Sprint 2: Payments (Weeks 3-4)

Needs: Sprint 1

## Sprint 3: Polish (Weeks 5-6)

Needs: Sprint 1, Sprint 2

## Campaign (Weeks 4-6)

Needs: Sprint 1

- Review of Sprint 1: Friday of week 2
- Review of Sprint 2: Friday of week 4
- Demo for the board, Friday of week 3: Payments so far
""",
    """\
# Holiday project

The project takes 10 weeks, which is 48 working days because of two bank holidays.

| Stage | Weeks | Dates |
|---|---|---|
| Plan | 1-3 | 29 November to 17 December 2027 |
| Build | 4-7 | 3 January to 28 January 2028 |
| Test | 8-10 | 31 January to 18 February 2028 |

Plan ends before Christmas. Build follows Plan, Test follows Build.
""",
    """\
# Handover

| Team | When | Shift |
|---|---|---|
| Red | Day 1-3 | early |
| Blue | Day 3-5 | late |
| Green | Day 5-7 | early |

Teams relieve one another: Blue takes over from Red on day 3. No team starts before the previous one has handed over.

| Drill | Day | Team |
|---|---|---|
| Fire | Day 2 | Red |
| Leak | Day 4 | Blue |
| Power | Day 7 | Green |
""",
)


def found(text: str) -> set[str]:
    return {finding.rule for finding in contradictions([read_document(text, "doc.md")])}


@pytest.mark.parametrize(("text", "right", "wrong", "rule"), _FAULTS)
def test_one_changed_time_is_found(text: str, right: str, wrong: str, rule: str) -> None:
    assert found(text) == set()
    assert rule in found(text.replace(right, wrong, 1))


@pytest.mark.parametrize("text", _SOUND)
def test_times_that_agree_are_no_finding(text: str) -> None:
    assert found(text) == set()
