"""How long hypothesis searches: `--hypothesis-profile=long` searches hard; no test is timed."""

from hypothesis import settings

settings.register_profile("default", deadline=None)
settings.register_profile("long", deadline=None, max_examples=5000)
settings.load_profile("default")
