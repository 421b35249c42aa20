"""What a few words may mean."""

from generator.literals.about import Topics
from generator.model.index import index_of
from generator.model.naming import names_of
from generator.prose import Facts
from generator.scheduling.schedule import compute_schedule
from generator.sources.plan_files import parse_plan
from generator.validation import validate

GATES = b"""
title: T
tasks:
  gates-sunday: {name: Open the gates, duration: 1d}
  gates-closed: {name: Close the gates, duration: 1d}
  gates-open: {name: Watch the gates, duration: 1d}
  stage: {name: Build the stage, duration: 1d}
"""


def topics(text: bytes) -> Topics:
    plan = validate(parse_plan(text, "plan.yaml")).plan
    assert plan is not None
    index = index_of(plan)
    return Topics(Facts(plan, index, names_of(index), compute_schedule(plan)))


def test_what_a_word_may_mean_is_told_in_one_order_in_every_run() -> None:
    meant = [name for _, name in topics(GATES).touched_by(frozenset({"gat"}), ("task",))]
    assert meant == ["gates-closed", "gates-open", "gates-sunday"]


def test_a_kind_that_is_not_asked_about_is_not_meant() -> None:
    assert not list(topics(GATES).touched_by(frozenset({"gat"}), ("wave",)))
