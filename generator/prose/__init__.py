"""Prose: the plan's texts with their live facts filled in from plan and schedule."""

from generator.prose.facts import FACTS, Facts, tell
from generator.prose.filling import Prose, resolve

__all__ = ["FACTS", "Facts", "Prose", "resolve", "tell"]
