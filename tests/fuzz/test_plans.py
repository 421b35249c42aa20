"""Whatever a plan file holds: findings, soon, and nothing else; no other file is read and no code is run."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.checking.reports import report_on
from generator.discovery import modules_by_name
from generator.model.index import SECTIONS
from generator.model.plan import Plan
from generator.snapshot import Outcome, examine
from generator.sources.plan_files import parse_plan
from generator.sources.yaml_traps import lines_of

HERE = Path(__file__).parent.parent
TEXTS = [path.read_bytes() for path in sorted((HERE / "plans").glob("*.yaml"))]
SMALL = [text for text in TEXTS if len(text) < 12_000]
WORDS = sorted({word for text in SMALL for word in text.decode().replace(",", " ").split() if len(word) < 40})
SLOW = settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
SECONDS = 5.0
PLAIN = (
    "~ '' 0 -1 9999999999 1e9 5d 0d 3d/1d/2d 400000w 1ed W1D1 W0D9 W9999999999D1 2026-02-30 0001-01-01 9999-12-31 "
    "1-2 2-1 25:00 60% 140% daily sun yes no [] {} [[]] a b task:a risk:a *x | '<b>' '`a' 😀 #x"
)
TOLD = (
    "9:00 AM · '> 70%' · '< 5 min' · '> 2x baseline for 5 min' · {a: {}} · a SS+2d · a FF-1d · b FS-99d · a SF · "
    "&x y · \"{{ finish('a') }}\" · \"{{ names(['a', 'b']) }}\" · \"{{ value('a') }}\" · \"{{\" · "
    "'{% if x %}' · '[x](javascript:alert(1))' · \"\\u202e\" · !!int 3 · 'Week 9 Day 9' · 'All 7 waves'"
)
VALUES = [*PLAIN.split(" "), *TOLD.split(" · ")]
ATTACKS = [
    "''.__class__.__mro__[1].__subclasses__()",
    "cycler.__init__.__globals__.os.popen('touch /tmp/owned').read()",
    "self.__init__.__globals__['__builtins__']['open']('/etc/passwd').read()",
    "lipsum.__globals__['os'].environ",
    "namespace.__init__.__globals__",
    "joiner.__init__.__globals__",
    "request.application.__globals__",
    "config.items()",
    "finish.__globals__",
    "name.__code__",
    "finish('a').__class__",
    "finish('a').format.__globals__",
    "'%s' | attr('__class__')",
    "('x' * 10 ** 9)",
    "range(10 ** 12) | list",
    "finish(''.join(['a']))",
    "include('/etc/passwd')",
    "name('../../etc/passwd')",
    "name(name('a'))",
    "name(*'a')",
    "name(**{'a': 'b'})",
    "name('a') if true else name('b')",
    "[x for x in ().__class__.__base__.__subclasses__()]",
    "lambda: 1",
    "__import__('os').system('true')",
]
STATEMENTS = [
    "{% include '/etc/passwd' %}",
    "{% import 'os' as os %}",
    "{% set x = cycler %}",
    "{% for x in range(9) %}{% endfor %}",
    "{% raw %}{{ x }}",
]


@pytest.fixture(scope="module", autouse=True)
def _warm() -> None:
    """Import whatever is imported late, so that what is opened afterwards is opened on the plan's behalf."""
    for content in TEXTS:
        reported(examine(parse_plan(content, "plan.yaml")))


class Opened:
    """Watches, once for the whole process, what is opened and run while it is told to."""

    def __init__(self) -> None:
        self.watching = False
        self.seen: list[str] = []
        sys.addaudithook(self.note)

    def note(self, event: str, arguments: tuple[Any, ...]) -> None:
        """Note files, processes, connections and compiled code."""
        if not self.watching or event not in ("open", "os.system", "subprocess.Popen", "socket.connect", "exec"):
            return
        if event == "exec" or (event == "open" and str(arguments[0]).endswith((".pyc", ".py", ".so"))):
            return
        self.seen.append(f"{event} {arguments[0]!r}")


OPENED = Opened()


@contextmanager
def nothing_opened() -> Iterator[None]:
    """Hold that no file is opened and nothing is started."""
    OPENED.seen.clear()
    OPENED.watching = True
    try:
        yield
    finally:
        OPENED.watching = False
    assert OPENED.seen == []


def reported(outcome: Outcome) -> list[str]:
    """Tell the outcome in every format of the command line."""
    report = report_on(outcome, colour=True)
    return [module.format(report) for module in modules_by_name("generator.reporters").values()]


def survives(content: bytes) -> Outcome:
    """Load, validate, schedule and check: only findings at places of the file may come of it, and soon."""
    begun = time.process_time()
    with nothing_opened():
        outcome = examine(parse_plan(content, "plan.yaml"))
        reported(outcome)
    assert time.process_time() - begun < SECONDS
    count = len(lines_of(content.decode(errors="replace")))
    for finding in outcome.findings:
        assert finding.place.column >= 1
        assert 1 <= finding.place.line <= count
    return outcome


IDS = ("a", "b", "c", "wave-1", "checkpoint-2")
FIELDS = {name: tuple(get_args(Plan.model_fields[name].annotation)[1].model_fields) for name in SECTIONS.values()}
SCALARS = st.sampled_from(VALUES) | st.sampled_from(IDS) | st.sampled_from(WORDS)
LISTS = st.lists(SCALARS, max_size=3).map(lambda each: f"[{', '.join(each)}]")
MAPS = st.lists(st.tuples(st.sampled_from(IDS), SCALARS), max_size=2).map(
    lambda each: f"{{{', '.join(f'{key}: {value}' for key, value in each)}}}"
)


def entries(section: str) -> st.SearchStrategy[str]:
    """Entries of a section: ids, each with some of its fields, and any value in each."""
    inner = entries("tasks") if section in ("waves", "phases") else MAPS
    value = st.one_of(SCALARS, LISTS, MAPS, inner)
    fields = st.dictionaries(st.sampled_from(FIELDS[section]), value, max_size=6).map(
        lambda found: (
            ", ".join(f"{key}: {value}" for key, value in {"name": "N", "duration": "2d", **found}.items())
            if section == "tasks"
            else ", ".join(f"{key}: {value}" for key, value in {"name": "N", **found}.items())
        )
    )
    return st.dictionaries(st.sampled_from(IDS), fields, max_size=3).map(
        lambda found: f"{{{', '.join(f'{key}: {{{text}}}' for key, text in found.items())}}}"
    )


OTHERS = st.sampled_from([name for name in Plan.model_fields if name not in FIELDS])
PLANS = st.tuples(
    st.dictionaries(OTHERS, SCALARS | LISTS | MAPS, max_size=4),
    st.lists(st.sampled_from(list(FIELDS)), max_size=6, unique=True).flatmap(
        lambda names: st.fixed_dictionaries({name: entries(name) for name in names})
    ),
).map(lambda parts: "title: T\n" + "".join(f"{key}: {value}\n" for part in parts for key, value in part.items()))


@SLOW
@given(PLANS)
def test_plans_of_any_sections_and_values(text: str) -> None:
    survives(text.encode(errors="replace"))


@SLOW
@given(st.data())
def test_mutated_bytes_of_real_plans(data: st.DataObject) -> None:
    content = bytearray(data.draw(st.sampled_from(SMALL)))
    for _ in range(data.draw(st.integers(1, 10))):
        start = data.draw(st.integers(0, len(content)))
        size = data.draw(st.integers(0, 40))
        content[start : start + size] = data.draw(st.binary(max_size=6))
    survives(bytes(content))


@SLOW
@given(st.data())
def test_words_of_real_plans_in_other_places(data: st.DataObject) -> None:
    """Most of these still read as a plan, so that dates are computed and every rule runs."""
    words = data.draw(st.sampled_from(SMALL)).decode().split(" ")
    for _ in range(data.draw(st.integers(1, 6))):
        words[data.draw(st.integers(0, len(words) - 1))] = data.draw(st.sampled_from(WORDS) | st.sampled_from(VALUES))
    survives(" ".join(words).encode(errors="replace"))


@pytest.mark.parametrize("attack", [*(f"{{{{ {each} }}}}" for each in ATTACKS), *STATEMENTS])
def test_prose_runs_no_code(attack: str) -> None:
    escaped = attack.replace("'", "''")
    text = f"title: T\nsummary: '{escaped}'\ntasks:\n  a: {{name: A, duration: 1d, description: '{escaped}'}}\n"
    outcome = survives(text.encode())
    assert {finding.rule for finding in outcome.findings} == {"unknown-fact"}
    assert outcome.snapshot is None or "root:" not in str(outcome.snapshot.plan)


@pytest.mark.parametrize(
    "text",
    [
        "[" * 50_000,
        "a: " * 20_000,
        "- " * 20_000,
        '"' * 50_001,
        "{{ " * 20_000,
        'title: T\nsummary: "' + "{{ " * 20_000 + '"\n',
        "title: T\nsummary: '" + "{{ finish('a') }} " * 5_000 + "'\n",
        "title: T\nsummary: '" + "Wave 1 Week 2 Day 3 60% " * 5_000 + "'\n",
        "title: T\nsummary: '" + "(" * 30_000 + "'\n",
        "title: T\nsummary: '" + "[a](" * 10_000 + "'\n",
        "title: T\nsummary: '" + "*a_b`" * 10_000 + "'\n",
        "title: T\nsummary: '" + "1" * 100_000 + " weeks'\n",
        "title: T\ntasks: {a: {name: A, duration: " + "9" * 50_000 + "d}}\n",
        "title: T\ntasks: {a: {name: A, duration: 1d, depends_on: [" + "a, " * 10_000 + "a]}}\n",
        "title: T\ntasks:\n"
        + "".join(f"  t{n}: {{name: N{n}, duration: 1d, depends_on: t{n + 1}}}\n" for n in range(800)),
        "title: T\ncheckpoints: {c: {at: W1D1, scope: [c], command: '" + "npm run a -- " * 5_000 + "'}}\n",
    ],
    ids=lambda text: text[-24:].strip(),
)
def test_long_repetitions_take_little_time(text: str) -> None:
    survives(text.encode())


def test_deep_aliases_do_not_unfold() -> None:
    levels = "".join(f"  l{n}: &l{n} [{', '.join([f'*l{n - 1}'] * 9)}]\n" for n in range(1, 12))
    outcome = survives(f"title: T\nchecks:\n  l0: &l0 x\n{levels}".encode())
    assert outcome.has_errors
