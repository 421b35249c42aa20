"""Reading: the plan with the place of every value, the templates as text."""
