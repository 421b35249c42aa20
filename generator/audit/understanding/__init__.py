"""What a planning document says, as statements about phases, teams, tests, risks, figures and days."""
