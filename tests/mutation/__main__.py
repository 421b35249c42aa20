"""The mutation run as a table: `python -m tests.mutation [WORDS]` tries the kinds whose names hold some words."""

import sys

from tests.mutation.run import kinds, table, tried

tallies = [tried(name) for name in kinds() if " ".join(sys.argv[1:]) in name]
sys.stdout.write(table(tallies) + "\n")
sys.exit(sum(len(each.missed) for each in tallies) * 20 > sum(each.tried for each in tallies))
