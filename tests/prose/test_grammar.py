"""What stands between braces in prose: a live fact, or text that stays as it is written."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.templates import grammar
from generator.templates.facts import FactCall, FactSyntaxError, parse_facts


@pytest.mark.parametrize("text", ["see {#42}", "{# not lost #} text", "a {# b", "{ a }", "}} {"])
def test_braces_that_ask_for_nothing_stay_as_they_are(text: str) -> None:
    assert parse_facts(text) == [text]


@pytest.mark.parametrize("text", ["{{ ''.__class__ }}", "{% for x in y %}{% endfor %}", "{{ 7 * 7 }}", "{{ a"])
def test_what_is_no_fact_is_refused(text: str) -> None:
    with pytest.raises(FactSyntaxError):
        parse_facts(text)


_FACTS = st.sampled_from(
    [
        "{{ name('a') }}", '{{name("a-b")}}', "{{ names(['a', \"b\"]) }}", "{{ share('q', 'x') }}", "{{ version() }}",
        "{{- name('a') -}}", "{{ not('a') }}", "{{ name('a',) }}", "{{ name('a\\'b') }}", "{{ total( 'p' , 'r' ) }}",
        "{{ names([]) }}", "{{ name(1) }}", "{{ true('a') }}", "{{ name ('a') }}", "{{ name('}}') }}",
        "{{ f(['a'], 'b') }}",
    ]
)  # fmt: skip
_BETWEEN = st.text(alphabet="{}%#'\"-[]()a \n\r\\|", max_size=4)


def _read(parse: Callable[[str], list[str | FactCall]], text: str) -> object:
    """What a text asks for with every place, or where it is refused."""
    try:
        parts = parse(text)
    except FactSyntaxError as error:
        return str(error), error.span
    return [
        part if isinstance(part, str) else (part, part.span, part.name_span, part.argument_spans) for part in parts
    ]


@given(st.lists(_FACTS | _BETWEEN, max_size=6).map("".join))
def test_facts_in_their_plain_form_are_read_as_by_the_grammar(text: str) -> None:
    assert _read(parse_facts, text) == _read(grammar.parse_facts, text)
