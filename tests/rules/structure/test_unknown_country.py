"""Countries whose public holidays nobody knows, and what may be meant."""

import pytest

from generator.snapshot import examine
from generator.sources.plan_files import parse_plan


@pytest.mark.parametrize(
    ("country", "help_text"),
    [
        ("GER", 'write the code of two letters of ISO 3166: "DE", "US"'),
        ("Germany", 'write the code of two letters of ISO 3166: "DE", "US"'),
        ("de", 'did you mean "DE"?'),
    ],
)
def test_no_other_country_is_guessed(country: str, help_text: str) -> None:
    plan = f"title: T\nstart: 2026-01-05\ncalendar: {{country: {country}}}\ntasks: {{a: {{name: A, duration: 1d}}}}\n"
    (finding,) = examine(parse_plan(plan.encode(), "plan.yaml")).findings
    assert (finding.rule, finding.help) == ("unknown-country", help_text)
