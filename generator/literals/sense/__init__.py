"""What a clause says of the plan whatever its wording: its things, its values, and whether they fit together."""
