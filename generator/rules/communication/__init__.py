"""Whether people who must act together meet, and are told."""
