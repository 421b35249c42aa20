"""Documents of other teams: sound ones have no finding, and each planted fault is found at its line."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from generator.audit.audit import contradictions
from generator.audit.reading import read_document
from generator.findings import Finding

DOCUMENTS = Path(__file__).parent / "documents"
CLEAN = sorted(path.relative_to(DOCUMENTS).as_posix() for path in DOCUMENTS.iterdir())


@dataclass(frozen=True)
class Fault:
    """A change to a sound document, and the check that must find it; `other` quotes the place it contradicts."""

    document: str
    before: str
    after: str
    rule: str
    other: str = ""


FAULTS = (
    Fault("readme_plan.md", "in **3 stages** over", "in **4 stages**: it consists of 4 stages over", "wrong-count"),
    Fault("readme_plan.md", "Invoices | 2026-03-23", "Invoices | 2026-03-16", "two-windows", "2026-03-23"),
    Fault("readme_plan.md", "| Squad B | 2 | 0 | 2 |", "| Squad B | 2 | 0 | 3 |", "sum-mismatch"),
    Fault("readme_plan.md", "| **Total** | 9 | 2 | 11 |", "| **Total** | 10 | 2 | 11 |", "sum-mismatch"),
    Fault("readme_plan.md", "Stripe: 30%", "Stripe: 40%", "shares-over-whole"),
    Fault("readme_plan.md", "Gate 1 | Friday, 20 March", "Gate 1 | Thursday, 20 March", "impossible-date"),
    Fault("readme_plan.md", "Gate 2: Invoices + Ledger", "Gate 2: Invoices + Payments", "two-scopes", "Ledger"),
    Fault("readme_plan.md", "| Lost invoices | < 30 min |", "| Lost payments | < 30 min |", "no-counterpart"),
    Fault("readme_plan.md", "* Invoice latency > 2 s for", "* Invoice latency > 5 s for", "loose-alert", "< 2 s"),
    Fault("readme_plan.md", "error rate below 0.1% for", "error rate below 0.5% for", "two-limits", "< 0.1%"),
    Fault("readme_plan.md", "- Squad B migrates the history (2 engineers)", "- Squad B migrates the history (3 "
        "engineers)", "two-sizes"),
    Fault("readme_plan.md", "All squads switch", "Squad D and all others switch", "unknown-part"),
    Fault("readme_plan.md", "(#back-out)", "(#rollback)", "dead-anchor"),
    Fault("readme_plan.md", "- [ ] Gate 3: all tests pass\n", "", "missing-in-list", "Gate 3"),
    Fault("regatta.md", "| **2,730** |", "| **2,370** |", "sum-mismatch"),
    Fault("regatta.md", "+ 150 = 1,650", "+ 150 = 1,850", "spoken-sum"),
    Fault("regatta.md", "*54*", "*45*", "sum-mismatch"),
    Fault("word_export.md", "12&nbsp;weeks", "13&nbsp;weeks", "total-duration"),
    Fault("word_export.md", "(60 working days)", "(55 working days)", "total-duration"),
    Fault("word_export.md", "of four phases", "of five phases", "wrong-count"),
    Fault("word_export.md", "**Phase 3 – Move (Weeks 9–10)**", "**Phase 3 – Move (Weeks 8–10)**", "phase-overlap"),
    Fault("word_export.md", "Team 2 runs in Weeks 9–10", "Team 2 runs in Weeks 9–12", "outside-phase"),
    Fault("word_export.md", "Furniture | 44,500", "Furniture | 45,400", "sum-mismatch"),
    Fault("word_export.md", "Phase 2 | 4–8 | 5 weeks", "Phase 2 | 4–8 | 4 weeks", "window-length"),
    Fault("word_export.md", "Milestone 2 | Week 8", "Milestone 4 | Week 8", "numbering-gap"),
    Fault("word_export.md", "stand-up: 8:45", "stand-up: 9:15", "two-times", "8:45"),
    Fault("word_export.md", "Phase 4 | 11–12 |", "Phase 4 | 10–12 |", "two-windows", "11–12"),
    Fault("german_figures.md", "| Robots | 01.06.2026", "| Robots | 18.05.2026", "wrong-order"),
    Fault("german_figures.md", "Conveyors starts on 04.05.2026", "Conveyors starts on 11.05.2026", "two-windows"),
    Fault("german_figures.md", "live on Monday, 13.07.2026", "live on Friday, 13.07.2026", "impossible-date"),
    Fault("german_figures.md", "> 99,95 % | < 99,95 %", "> 99,95 % | < 99,5 %", "loose-alert"),
    Fault("german_figures.md", "> 1.200 | < 1.200", "> 1.200 | < 1.000", "loose-alert"),
    Fault("german_figures.md", "Pick accuracy of 99,95 %", "Pick accuracy of 99,9 %", "two-limits"),
    Fault("german_figures.md", "37,5 %", "39,5 %", "shares-over-whole"),
    Fault("german_figures.md", "1.600.000,00", "1.650.000,00", "sum-mismatch"),
    Fault("german_figures.md", "| Fire permit | 1 day", "| Flood | 1 day", "no-counterpart"),
    Fault("product_launch.md", "[Track D: Launch]", "[Track D: Opening]", "two-names"),
    Fault("product_launch.md", "Weeks 4-6: [Track C", "Weeks 3-6: [Track C", "two-windows"),
    Fault("product_launch.md", "Track A → Track C → Track D", "Track A → Track D → Track C", "wrong-order"),
    Fault("product_launch.md", "Track D starts in week 7", "Track D starts in week 6", "two-windows"),
    Fault("product_launch.md", "| Track C | 3-5 |", "| Track C | 3-4 |", "two-sizes"),
    Fault("product_launch.md", "| Sum | 15-18 |", "| Sum | 15-17 |", "sum-mismatch"),
    Fault("product_launch.md", "| 7 | D | Invitations |", "| 7 | C | Invitations |", "two-windows"),
    Fault("product_launch.md", "Overall duration: 9 weeks", "Overall duration: 10 weeks", "total-duration"),
    Fault("product_launch.md", "* Event: 25%", "* Event: 35%", "shares-over-whole"),
    Fault("product_launch.md", "approved (Track A + Track B)", "approved (Track A + Track C)", "absent-partner"),
    Fault("product_launch.md", "## Top 3 risks", "## Top 5 risks", "wrong-count"),
    Fault("product_launch.md", "event | Low | Medium |", "event | High | High |", "wrong-rank"),
    Fault("product_launch.md", "must stay under 2 s", "must stay under 3 s", "two-limits"),
    Fault("datacentre_move.md", "move is made in 3 waves; all three waves", "move is made in 3 waves; all four "
        "waves", "wrong-count"),
    Fault("datacentre_move.md", "<td>24 Oct 2026</td>", "<td>17 Oct 2026</td>", "two-windows"),
    Fault("datacentre_move.md", "(Sat 7 Nov 2026", "(Fri 7 Nov 2026", "impossible-date"),
    Fault("datacentre_move.md", "<td>250</td>", "<td>240</td>", "sum-mismatch"),
    Fault("datacentre_move.md", "Wave II must be finished before Wave III", "Wave III must be finished before "
        "Wave II", "wrong-order"),
    Fault("datacentre_move.md", "| Checkpoint 2 | 25 Oct 2026", "| Checkpoint 2 | 24 Oct 2026", "test-before-work"),
    Fault("datacentre_move.md", "--checkpoint-3`", "--checkpoint-2`", "numbering-gap"),
    Fault("datacentre_move.md", "| < 30 s | > 30 s |", "| < 30 s | > 60 s |", "loose-alert"),
    Fault("datacentre_move.md", "2. [ ] Checkpoint 2: Internal systems, Test systems", "2. [ ] Checkpoint 2: "
        "Internal systems, "
        "Printers", "two-scopes"),
    Fault("datacentre_move.md", "Sun 25 Oct 2026)", "Sun 18 Oct 2026)", "impossible-date"),
    Fault("festival.md", "| All | | 30 |", "| All | | 32 |", "sum-mismatch"),
    Fault("festival.md", "daily briefing: 9:30", "daily briefing: 9:45", "two-times"),
    Fault("festival.md", "| Water | Tom | 0151", "| Water | Eva | 0151", "two-entries"),
    Fault("festival.md", "- Sprint 3 (Day 5)", "- Sprint 3 (Days 5-4)", "impossible-date"),
    Fault("several", "Workstream 2 ends in week 4", "Workstream 2 ends in week 5", "two-windows", "overview.md"),
    Fault("several", "| Gate 2 | 4 |", "| Gate 2 | 3 |", "test-before-work", "overview.md"),
    Fault("several", "success rate of 99.5%", "success rate of 99%", "two-limits", "tests.md"),
    Fault("several", "issue time > 200 ms", "issue time > 500 ms", "loose-alert", "tests.md"),
    Fault("several", "error rate > 0.5%", "error rate > 2%", "loose-alert", "tests.md"),
    Fault("several", "risks.md#register", "risks.md#list", "dead-anchor"),
    Fault("several", "Workstream 3.", "Workstream 4.", "unknown-part"),
    Fault("roadmap.md", "## M2 \u2013 Disk tier (due 2026-05-29)",
        "## M2 \u2013 Disk tier (due 2026-06-12)", "two-windows"),
    Fault("roadmap.md", "## M3 \u2013 Clustering (due 2026-08-14)\n\nLead: @chen.",
        "## M3 \u2013 Clustering (due 2026-08-14)\n\nLead: @bo.", "two-owners"),
    Fault("roadmap.md", "| Test coverage | > 85% |",
        "| Test coverage | > 80% |", "two-limits"),
    Fault("roadmap.md", "| Recovery time | < 30s |",
        "| Recovery time | < 60s |", "two-limits"),
    Fault("roadmap.md", "in **4 milestones**",
        "in **5 milestones**", "wrong-count"),
    Fault("confluence_export.md", "| **Stage 2: Build** | 30.03.2026 | 26.06.2026 | €310,000 |",
        "| **Stage 2: Build** | 30.03.2026 | 26.06.2026 | €330,000 |", "sum-mismatch"),
    Fault("confluence_export.md", "in three\u00a0stages",
        "in four\u00a0stages", "wrong-count"),
    Fault("confluence_export.md", "| UX Designer | Jonas Weber | 0.5 |",
        "| UX Designer | Jonas Weber | 1.0 |", "sum-mismatch"),
    Fault("confluence_export.md", "|  | New front end | Ayşe Demir | 13.04.2026 | 26.06.2026 |",
        "|  | New front end | Ayşe Demir | 13.04.2026 | 10.07.2026 |", "row-outside-phase"),
    Fault("confluence_export.md", "Risk R3 is owned by Tom O\u2019Neill",
        "Risk R3 is owned by Ayşe Demir", "two-owners"),
    Fault("confluence_export.md", "|  | Process maps | Petra Lindqvist | 09.03.2026 | 20.03.2026 |",
        "|  | Process maps | Petra Lindqvist | 23.03.2026 | 20.03.2026 |", "impossible-date"),
    Fault("confluence_export.md", "runs from 02.03.2026 to 31.07.2026",
        "runs from 02.03.2026 to 28.08.2026", "two-ends"),
    Fault("hospital_migration.md", "in 3 go-lives",
        "in 4 go-lives", "wrong-count"),
    Fault("hospital_migration.md", "| Sat May 16, 2026 |",
        "| Sat May 17, 2026 |", "impossible-date"),
    Fault("hospital_migration.md", "The technical lead, Siobhan Reilly, decides",
        "The technical lead, Pawel Nowak, decides", "two-owners"),
    Fault("hospital_migration.md", "Go-live 3 on June 13 the last",
        "Go-live 3 on June 20 the last", "two-dates"),
    Fault("thesis.md", "consists of three papers",
        "consists of four papers", "wrong-count"),
    Fault("thesis.md", "30 ECTS in total",
        "35 ECTS in total", "spoken-sum"),
    Fault("thesis.md", "### WP2 Flume experiments\nMonths 5\u201312.",
        "### WP2 Flume experiments\nMonths 5\u201314.", "two-windows"),
    Fault("thesis.md", "| Paper 2 submitted | 26 | November 2027 |",
        "| Paper 2 submitted | 28 | November 2027 |", "two-windows"),
    Fault("thesis.md", "| Paper 3 submitted | 33 | June 2028 |",
        "| Paper 3 submitted | 33 | August 2028 |", "week-off-beat"),
    Fault("thesis.md", "Midterm evaluation in month 18",
        "Midterm evaluation in month 20", "two-dates"),
    Fault("upgrade_runbook.md", "Total: 220 min",
        "Total: 240 min", "sum-in-words"),
    Fault("upgrade_runbook.md", "- [ ] P95Latency below 250ms",
        "- [ ] P95Latency below 300ms", "two-limits"),
    Fault("upgrade_runbook.md", "Total rollback time: 17 min",
        "Total rollback time: 15 min", "sum-in-words"),
    Fault("upgrade_runbook.md", "| 4. Switch pgbouncer | 01:45 | 5 min |",
        "| 4. Switch pgbouncer | 01:40 | 5 min |", "broken-chain"),
    Fault("upgrade_runbook.md", "above 1% for 5 minutes or",
        "above 1% for 10 minutes or", "two-limits"),
    Fault("sprint_plan.md", "| Sprint 15 | Apr 20 \u2013 May 1 | Address book | 32 |",
        "| Sprint 15 | Apr 20 \u2013 May 1 | Address book | 30 |", "sum-mismatch"),
    Fault("sprint_plan.md", "| FAL-201 | Passkey registration | 13 | Ana |",
        "| FAL-201 | Passkey registration | 8 | Ana |", "sum-in-words"),
    Fault("sprint_plan.md", "| Sprint 17 | May 18 \u2013 May 29 |",
        "| Sprint 17 | May 11 \u2013 May 29 |", "phase-overlap"),
    Fault("sprint_plan.md", "FAL-221 depends on FAL-220",
        "FAL-221 depends on FAL-229", "unknown-code"),
    Fault("campaign.md", "| Tondi | 12,500 | 6 |",
        "| Tondi | 13,500 | 6 |", "sum-mismatch"),
    Fault("campaign.md", "in 4 districts",
        "in 5 districts", "wrong-count"),
    Fault("campaign.md", "Seven teams vaccinate",
        "Eight teams vaccinate", "two-figures"),
    Fault("campaign.md", "must reach at least 90 %",
        "must reach at least 80 %", "two-limits"),
    Fault("data_warehouse.md", "### Increment 2: Core model (weeks 7-14)",
        "### Increment 2: Core model (weeks 7-13)", "two-windows"),
    Fault("data_warehouse.md", "| Increment 3 | 15 | 20 | 110 | 180 |",
        "| Increment 3 | 15 | 20 | 120 | 180 |", "sum-mismatch"),
    Fault("data_warehouse.md", "| Duration | 20 weeks |",
        "| Duration | 22 weeks |", "total-duration"),
    Fault("data_warehouse.md", "The reconciliation takes place in week 14",
        "The reconciliation takes place in week 15", "two-dates"),
    Fault("data_warehouse.md", "- Difference: < 0.1 %",
        "- Difference: < 0.5 %", "two-limits"),
    Fault("data_warehouse.md", "| User test | 3 | 19 |",
        "| User test | 3 | 21 |", "total-duration"),
    Fault("game.md", "**MS1 Vertical slice**\n\nDue on 30 Jan 2026.",
        "**MS1 Vertical slice**\n\nDue on 27 Feb 2026.", "two-windows"),
    Fault("game.md", "* Outsourcing: 17 %",
        "* Outsourcing: 27 %", "shares-over-whole"),
    Fault("game.md", "24 levels: 8 in",
        "26 levels: 8 in", "spoken-sum"),
    Fault("game.md", "Certification is handled by Ravi Shah",
        "Certification is handled by Lena Fox", "two-owners"),
    Fault("game.md", "Friday, 16 October 2026",
        "Monday, 16 October 2026", "impossible-date"),
    Fault("conference.md", "| Friday, 18 September | 7 | 7 | 7 | 21 |",
        "| Friday, 18 September | 7 | 7 | 8 | 21 |", "sum-mismatch"),
    Fault("conference.md", "| Catering | 56,000 |",
        "| Catering | 65,000 |", "sum-mismatch"),
    Fault("conference.md", "The call for proposals closes on 30 April 2026",
        "The call for proposals closes on 15 April 2026", "two-dates"),
    Fault("conference.md", "The programme team is led by Elin Dahl",
        "The programme team is led by Noor Aziz", "two-owners"),
    Fault("conference.md", "| Thursday, 17 September |",
        "| Wednesday, 17 September |", "impossible-date"),
    Fault("conference.md", "| 10:30 | Coffee |",
        "| 10:15 | Coffee |", "broken-chain"),
)  # fmt: skip


def texts_of(name: str) -> dict[str, str]:
    """Read the files of a document."""
    path = DOCUMENTS / name
    files = sorted(path.iterdir()) if path.is_dir() else [path]
    return {file.name: file.read_text(encoding="utf-8") for file in files}


def audited(texts: dict[str, str]) -> tuple[Finding, ...]:
    return contradictions([read_document(text, file) for file, text in texts.items()])


@pytest.mark.parametrize("name", CLEAN)
def test_a_sound_document_has_no_finding(name: str) -> None:
    assert [f"{each.place.line}: {each.message}" for each in audited(texts_of(name))] == []


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: f"{fault.document}: {fault.after[:50]}")
def test_a_planted_fault_is_found(fault: Fault) -> None:
    texts = texts_of(fault.document)
    file, text = next((file, text) for file, text in texts.items() if fault.before in text)
    found = [
        each
        for each in audited({**texts, file: text.replace(fault.before, fault.after, 1)})
        if each.rule == fault.rule
    ]
    assert found
    assert any(fault.other in each.message for each in found)


@pytest.mark.parametrize("name", CLEAN)
def test_faults_hide_few_of_each_other(name: str) -> None:
    texts, planted = texts_of(name), set[str]()
    for fault in FAULTS:
        file = next((file for file, text in texts.items() if fault.document == name and fault.before in text), None)
        if file:
            texts[file] = texts[file].replace(fault.before, fault.after, 1)
            planted.add(fault.rule)
    found = {each.rule for each in audited(texts)}
    assert len(planted & found) >= len(planted) * 3 / 4
