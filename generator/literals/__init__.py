"""Facts that are typed into prose: found there, and held against what the plan says."""
