"""What stands between braces in prose: a live fact, or text that stays as it is written."""

import pytest

from generator.templates import FactSyntaxError, parse_facts


@pytest.mark.parametrize("text", ["see {#42}", "{# not lost #} text", "a {# b", "{ a }", "}} {"])
def test_braces_that_ask_for_nothing_stay_as_they_are(text: str) -> None:
    assert parse_facts(text) == [text]


@pytest.mark.parametrize("text", ["{{ ''.__class__ }}", "{% for x in y %}{% endfor %}", "{{ 7 * 7 }}", "{{ a"])
def test_what_is_no_fact_is_refused(text: str) -> None:
    with pytest.raises(FactSyntaxError):
        parse_facts(text)
