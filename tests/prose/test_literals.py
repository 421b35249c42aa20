"""What prose says of the plan's facts: false, true, or nothing at all."""

import pytest

from tests.prose.conftest import Said

FALSE = {
    "Auth finishes Week 1 Day 5.": '"auth" finishes Week 1 Day 4, the text says Week 1 Day 5',
    "Auth is finished on W1D3, as agreed.": '"auth" finishes Week 1 Day 4, the text says W1D3',
    "Authentication ends on 9 January 2026.": '"auth" finishes 8 January 2026, the text says 9 January 2026',
    "Auth ends on January 9, 2026": '"auth" finishes 8 January 2026, the text says January 9, 2026',
    "Auth ends on 2026-01-09.": '"auth" finishes 8 January 2026, the text says 2026-01-09',
    "Auth ends on 9 Jan.": '"auth" finishes 8 January 2026, the text says 9 Jan',
    "Auth ends on Jan 9th.": '"auth" finishes 8 January 2026, the text says Jan 9th',
    "Auth ends on 09.01.2026.": '"auth" finishes 8 January 2026, the text says 09.01.2026',
    "{{ name('auth') }} finishes {{ name('auth') }}, and **Auth** ends on Week 2 Day 1.": (
        '"auth" finishes Week 1 Day 4, the text says Week 2 Day 1'
    ),
    "Wave 2 starts Week 2 Day 2.": '"wave-2" starts Week 2 Day 1, the text says Week 2 Day 2',
    "Wave 2 begins on Day 2 of Week 2.": '"wave-2" starts Week 2 Day 1, the text says Day 2 of Week 2',
    "Checkpoint 1 (Week 1 Day 4) comes first.": '"checkpoint-1" is on Week 1 Day 5, the text says Week 1 Day 4',
    "Checkpoint 1 takes place on 12 January 2026.": (
        '"checkpoint-1" is on 9 January 2026, the text says 12 January 2026'
    ),
    "The team completes sign-in Week 2 Day 3, then rests.": (
        '"auth" finishes Week 1 Day 4, the text says Week 2 Day 3'
    ),
    "Contract Freeze: Week 2 Day 2.": '"freeze" is on Week 3 Day 1, the text says Week 2 Day 2',
    "Auth is done by Week 1 Day 2.": '"auth" finishes Week 1 Day 4, the text says Week 1 Day 2',
    "Wave 2: Weeks 3-4.": '"wave-2" is at work in weeks 2-3, the text says 3-4',
    "Wave 2 runs in Weeks 2 and 4.": '"wave-2" is at work in weeks 2-3, the text says 2 and 4',
    "All is done on Tuesday, 5 January 2026.": "2026-01-05 is a Monday, the text says Tuesday, 5 January 2026",
    "We meet on Week 2 Day 1 (13 January 2026).": "Week 2 Day 1 is 12 January 2026, the text says 13 January 2026",
}
DURATIONS = {
    "Database Setup takes 4 days.": '"db-setup" takes 5d, the text says 4 days',
    "Database Setup (2 weeks) comes first.": '"db-setup" takes 5d, the text says 2 weeks',
    "CRUD Endpoints takes five days and is tested.": '"crud" takes 6d, the text says five days',
    "A failed migration takes less than ten minutes to undo.": (
        'the time limit of "migration-failure" is < 5 min, the text says ten minutes'
    ),
    "The plan takes 5 weeks.": "the plan takes 3 weeks, the text says 5 weeks",
    "The whole takes eleven weeks.": "the plan takes 3 weeks, the text says eleven weeks",
    "We build. In all, it lasts five weeks.": "the plan takes 3 weeks, the text says five weeks",
    "We build. It runs for two weeks.": "the plan takes 3 weeks, the text says two weeks",
    "This 4-week plan moves us.": "the plan takes 3 weeks, the text says 4-week",
    "Phase 2 takes 3 weeks.": '"phase-2" takes 2 weeks, the text says 3 weeks',
}
FIGURES = {
    "Cache hit rate must stay above 60%.": 'the target "hit-rate" is > 70%, the text says above 60%',
    "Cache Hit Rate > 75%, always.": 'the target "hit-rate" is > 70%, the text says > 75%',
    "P95 response time is under 400ms.": 'the target "p95" is under 500ms, the text says under 400ms',
    "P95 Response Time (under 0.4 s) is measured.": 'the target "p95" is under 500ms, the text says under 0.4 s',
    "Migration Failure is rolled back within ten minutes.": (
        'the time limit of "migration-failure" is < 5 min, the text says within ten minutes'
    ),
    "Daily Standup at 9:30 AM.": '"standup" is at 9:00 AM, the text says 9:30 AM',
}
SHARES = {
    "Quotas are kept (Wave 1: 70%, the rest is free).": 'the share of "wave-1" in "api" is 60%, the text says 70%',
    "Of the quota Wave 2 gets 50%.": 'the share of "wave-2" in "api" is 40%, the text says 50%',
    "The split is 30% for Wave 2.": 'the share of "wave-2" in "api" is 40%, the text says 30%',
}
COUNTS = {
    "All five waves are needed.": "the plan has 2 waves, the text says five",
    "The plan has 3 phases.": "the plan has 2 phases, the text says 3",
    "There are 4 checkpoints in all.": "the plan has 2 checkpoints, the text says 4",
    "3-Phase Parallel Execution": "the plan has 2 phases, the text says 3",
    "All 9 developers are named.": 'the role "developer" counts 8, the text says 9',
    "Wave 1: 3-4 developers.": '"wave-1" has 2-3 of role "developer", the text says 3-4',
    "Wave 2 has 3 developers.": '"wave-2" has 2 of role "developer", the text says 3',
}
ORDERS = {
    "CRUD Endpoints begins before Auth.": (
        '"crud" is not finished before "auth", the text says CRUD Endpoints begins before Auth'
    ),
    "Auth starts after CRUD Endpoints.": (
        '"auth" begins before the end of "crud", the text says Auth starts after CRUD Endpoints'
    ),
    "Auth begins once the endpoints are done.": (
        '"auth" begins before the end of "crud", the text says Auth begins once the endpoints'
    ),
    "Auth runs beside CRUD Endpoints.": (
        '"auth" is not at work beside "crud", the text says Auth runs beside CRUD Endpoints'
    ),
    "Auth never runs beside Database Setup.": (
        '"auth" is at work beside "db-setup", the text says Auth never runs beside Database Setup'
    ),
}
MEMBERS = {
    "Auth belongs to Wave 2.": '"auth" belongs to "phase-1", the text says Wave 2',
    "CRUD Endpoints is part of Platform.": '"crud" belongs to "phase-2", the text says Platform',
}
VERSIONS = {"This is version 3.7 of the plan.": "the plan is version 1.0, the text says 3.7"}
WEEKS = {
    "Auth ends on Friday of week 1.": '"auth" finishes Week 1 Day 4, the text says Friday of week 1',
    "Auth starts in week 2.": '"auth" is in week 1, the text says week 2',
    "CRUD Endpoints runs in the fifth week.": '"crud" is in weeks 2-3, the text says the fifth week',
    "Auth ends on a Friday.": '"auth" is on Thursday, the text says Friday',
    "The contract freeze is on the twentieth of January.": (
        '"freeze" is on 19 January 2026, the text says the twentieth of January'
    ),
    "Contracts are frozen on Week 2 Day 2.": (
        'nothing that is named there begins or ends then, "freeze" does on Week 3 Day 1, the text says Week 2 Day 2'
    ),
    "On Friday all is ready (8 January).": "2026-01-08 is a Thursday, the text says 8 January",
    "The contract freeze on {{ date('auth') }} is held.": (
        "\"freeze\" is on 19 January 2026, the text says {{ date('auth') }}"
    ),
}
QUANTITIES = {
    "Twelve developers are on it.": 'the role "developer" counts 8, the text says Twelve',
    "They make up the total of 5-7.": "no team and no phase has a total like it, the text says 5-7",
}
NAMES = {
    "Wave 7 is over.": 'the plan has no "Wave 7"',
    "Before Checkpoint 9, all rest.": 'the plan has no "Checkpoint 9"',
    "The Contract Freze is near.": 'the plan has no "Contract Freze"',
    "Ask Pryia Nair.": 'the plan has no "Pryia Nair"',
}
AGREEING = {
    "Auth finishes Week 1 Day 4.": "{{ finish('auth') }}",
    "Auth finishes on 8 January 2026.": "{{ date('auth') }}",
    "Auth starts on 5 January 2026.": "{{ first_day('auth') }}",
    "Auth (Week 1 Day 1) opens the plan.": "{{ start('auth') }}",
    "Platform runs in Weeks 1.": "{{ weeks('wave-1') }}",
    "Cache hit rate > 70% is the aim.": "{{ value('hit-rate') }}",
    "Error rate > 10% for 2 min calls somebody.": "{{ value('errors') }}",
    "Quotas are kept (Platform: 60%).": "{{ share('api', 'wave-1') }}",
    "In {{ count('waves') }} waves and 2 phases in all.": "{{ count('phases') }}",
    "The plan takes 3 weeks.": "{{ length('weeks') }}",
    "Database Setup takes 5 days.": "{{ duration('db-setup') }}",
    "Daily Standup at 9:00 AM.": "{{ time('standup') }}",
    "All 8 developers are named.": "{{ headcount('developer') }}",
    "Services has 2 developers.": "{{ team('wave-2', 'developer') }}",
    "Wave 2 is next.": "{{ label('wave-2') }}",
    "Ask Priya Nair.": "{{ label('priya') }}",
    "After the Contract Freeze nothing moves.": "{{ label('freeze') }}",
}


def kinds() -> list[tuple[str, str, str]]:
    tables = {
        "date": FALSE,
        "duration": DURATIONS,
        "figure": FIGURES,
        "share": SHARES,
        "count": COUNTS,
        "name": NAMES,
        "order": ORDERS,
        "member": MEMBERS,
        "version": VERSIONS,
    }
    every = (*tables.items(), ("date", WEEKS), ("count", QUANTITIES))
    return [(kind, *each) for kind, table in every for each in table.items()]


@pytest.mark.parametrize(("kind", "sentence", "message"), kinds(), ids=[each[1] for each in kinds()])
def test_what_is_false_is_found_by_its_rule(said: Said, kind: str, sentence: str, message: str) -> None:
    assert f"prose-{kind}: {message}" in said(sentence)


@pytest.mark.parametrize("sentence", AGREEING)
def test_what_is_true_is_suggested_as_a_live_fact(said: Said, sentence: str) -> None:
    assert f"literal-fact: write {AGREEING[sentence]}" in said(sentence)


ORDINARY = [
    "It took 5 weeks last year.",
    "A week has 5 days.",
    "A fault found here costs one wave a day; found later it costs three waves a week.",
    "The leads of the two waves at the seam work at one desk.",
    "Two people on each day's rota hold the right to switch flags.",
    "Health checks fail within ten minutes after it.",
    "Coverage > 80% in every service.",
    "If Auth finishes Week 1 Day 5, nobody waits.",
    "Auth would finish Week 1 Day 5.",
    "Auth does not finish on Week 1 Day 5.",
    "Auth finishes in Week 1 Day 5 or later.",
    "Originally Auth finished on Week 1 Day 5.",
    "The old text says Auth finishes Week 1 Day 5.",
    'It read "Auth finishes Week 1 Day 5" before.',
    "Run `npm test -- --checkpoint=9` after Auth.",
    "Is Auth finished on Week 1 Day 5?",
    "Auth waits; on Week 1 Day 5 the team reviews it.",
    "After Auth, Week 1 Day 5 is kept free.",
    "Auth is done by Week 2 Day 2.",
    "Authorities finish Week 1 Day 5 reports.",
    "Wave 2 hands over on Week 3 Day 1 to operations.",
    "Wave 2 in Week 2 delivers what is needed.",
    "Wave 2 (Week 2 Day 3) is half done.",
    "Cache hit rate below 50% wakes somebody.",
    "When the cache hit rate is above 60%, caching pays.",
    "Cache hit rate > 60% in the first week.",
    "Error rate above 5% is looked at next morning.",
    "P95 response time under 800ms at twice the load.",
    "Wave 1: 70% done.",
    "Wave 1: 70% of its tests pass.",
    "Wave 1 is 70% complete.",
    "Auth: 3 tests remain.",
    "Auth (4 hours of downtime) is announced.",
    "Auth takes 5 people away.",
    "Auth takes 5 days of somebody else.",
    "Database Setup takes 5-6 days.",
    "Auth takes 5 days.",
    "The migration takes at most three minutes to roll back.",
    "It takes less than ten minutes to undo a typing error.",
    "Ask whether its owner is Priya Nair.",
    "Wave 1 has 2 developers.",
    "Wave 1 has 3 developers on leave.",
    "All three tasks of Wave 1 are small.",
    "All waves in Phase 1 are small.",
    "Of all 12 services, two are old.",
    "Two tasks wait for the others.",
    "The first two waves are small.",
    "Phase 3 trials ended in May.",
    "Wave 2.5 GHz radios are used.",
    "Version 7 of the library is used.",
    "Section 9 tells more, Table 3 the rest.",
    "See https://example.org/wave-9/Wave%207.",
    "Contract Freezes are common.",
    "The Contract Freeze's date is kept.",
    "Database Setups differ.",
    "CRUD endpoints are written by hand.",
    "John Nair and Priya are others.",
    "The checkpoint of Week 2 was moved.",
    "Meet at 9:30 in room 5.",
    "Daily Standup lasts at most 15 minutes.",
    "Every day at 9:00 the build runs.",
    "`db-schema` and `api-client` are packages.",
    "`auths` and `db-setups` are tables.",
    "In 2026 all is done, and 12 January is a Monday.",
    "| Wave 2 | Week 5 | 80% |",
    "May 5 people come, and 3 of 4 tests pass.",
    "On 5 January we begin, on 6 February we rest.",
    "{{ label('wave-2') }} runs in weeks {{ weeks('wave-2') }}, at {{ finish('auth') }}.",
    "Costs fell 60% for the whole company.",
    "Ranks 1 to 5 are shown, 24 days of leave are granted.",
]


@pytest.mark.parametrize("sentence", ORDINARY)
def test_ordinary_prose_is_left_alone(said: Said, sentence: str) -> None:
    assert [found for found in said(sentence, "approach") if not found.startswith("literal-fact")] == []


def test_a_sentence_without_a_subject_speaks_of_its_item(said: Said) -> None:
    risen = "risks:\n  late: {name: Late, impact: low, probability: low, mitigation: Ends Week 1 Day 1.}\nsummary"
    assert said("Nothing.", risen) == []


def test_a_false_day_in_a_tasks_own_description_is_found(said: Said) -> None:
    task = "tasks:\n  plan: {name: Planning, duration: 2d, description: Finishes Week 1 Day 3.}\nsummary"
    assert said("Nothing.", task) == ['prose-date: "plan" finishes Week 1 Day 2, the text says Week 1 Day 3']


@pytest.mark.parametrize(
    ("told", "findings"),
    [
        ("The dullest work of all, on a Friday at noon.", ['prose-date: "plan" is on Monday, the text says Friday']),
        ("On a Wednesday, without telephones.", ['prose-date: "plan" is on Monday, the text says Wednesday']),
        ("The dullest work of all, on a Monday.", []),
        ("Boxes are packed, on a Friday as on other days.", []),
    ],
)
def test_a_description_without_a_verb_tells_the_day_of_its_item(said: Said, told: str, findings: list[str]) -> None:
    task = f'tasks:\n  plan: {{name: Planning, duration: 1d, description: "{told}"}}\nsummary'
    assert said("Nothing.", task) == findings


@pytest.mark.parametrize(
    ("told", "findings"),
    [
        ("It takes three days.", ['prose-duration: "plan" takes 2d, the text says three days']),
        ("The planning lasts a day and a half.", ['prose-duration: "plan" takes 2d, the text says a day and a half']),
        ("It takes two days and ends on Tuesday of week 1.", []),
        (
            "It is done on Wednesday of week 1.",
            ['prose-date: "plan" finishes Week 1 Day 2, the text says Wednesday of week 1'],
        ),
        ("She has four days for it.", ['prose-duration: "plan" takes 2d, the text says four days']),
        ("There are two days for it.", []),
        ("They have a laptop for it.", []),
        ("She takes four days for it.", ['prose-duration: "plan" takes 2d, the text says four days']),
        ("Four days are set aside for it.", ['prose-duration: "plan" takes 2d, the text says Four days']),
        ("Two days are reserved.", []),
        ("Four days are reserved for the inspector.", []),
        (
            "It is kept open for three working weeks.",
            ['prose-duration: "plan" takes 2d, the text says three working weeks'],
        ),
        ("It runs for two working days.", []),
        ("It is open for three days a week.", []),
        (
            "It lasts three quarters of an hour.",
            ['prose-duration: "plan" takes 2d, the text says three quarters of an hour'],
        ),
        ("Four days of work.", ['prose-duration: "plan" takes 2d, the text says Four days']),
    ],
)
def test_it_is_the_item_that_a_text_belongs_to(said: Said, told: str, findings: list[str]) -> None:
    task = f"tasks:\n  plan: {{name: Planning, duration: 2d, description: {told}}}\nsummary"
    assert [each for each in said("Nothing.", task) if not each.startswith("literal-fact")] == findings


@pytest.mark.parametrize("told", ["Priya Nair owns it.", "Priya is its owner.", "Its owner is Priya Nair."])
@pytest.mark.parametrize(("owner", "is_false"), [("priya", False), ("developer", False), ("tester", True)])
def test_somebody_else_in_charge_is_found(said: Said, owner: str, told: str, *, is_false: bool) -> None:
    task = f"{{name: Planning, duration: 2d, owner: {owner}, description: {told}}}"
    plan = f"tasks:\n  plan: {task}\nsummary"
    found = [each for each in said("Nothing.", plan) if each.startswith("prose-owner")]
    name = "Priya Nair" if "Nair" in told else "Priya"
    assert found == ([f'prose-owner: "plan" has "tester" in charge, the text says {name}'] if is_false else [])


def test_two_texts_that_count_the_same_things_otherwise_are_found(said: Said) -> None:
    task = "tasks:\n  plan: {name: Forty Stands, duration: 2d}\nsummary"
    told = 'prose-count: elsewhere it is "Forty Stands", the text says sixty stands (line 46)'
    assert told in said("There are sixty stands.", task)


def test_a_misspelt_id_between_backquotes_is_found(said: Said) -> None:
    assert said("See `db-stup`.") == ['prose-id: the plan has no id "db-stup"']


@pytest.mark.parametrize(
    ("sentence", "message"),
    [
        (
            "{{ name('crud') }} begins on {{ start('auth') }}.",
            '"crud" starts Week 2 Day 1, the text says Week 1 Day 1',
        ),
        ("Contract Freeze ({{ finish('auth') }})", '"freeze" is on 19 January 2026'),
        ("CRUD Endpoints takes {{ duration('auth') }}.", '"crud" takes 6d, the text says 4 days'),
    ],
)
def test_a_live_fact_of_another_item_is_as_wrong_as_typed_words(said: Said, sentence: str, message: str) -> None:
    assert any(message in line for line in said(sentence)), said(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "{{ name('crud') }} begins on {{ start('crud') }}.",
        "{{ name('crud') }} begins after {{ finish('auth') }}.",
        "Auth begins on {{ start('db-setup') }}.",
        "The freeze of the endpoints ({{ finish('crud') }})",
        "{{ name('errors') }} calls at {{ value('errors') }}, {{ name('hit-rate') }} is looked at each week.",
    ],
)
def test_a_live_fact_that_may_be_meant_is_left_alone(said: Said, sentence: str) -> None:
    assert not [line for line in said(sentence) if line.startswith("prose-")]
