"""What is done beside what was to be done: recorded dates, the baseline, earned value, earned schedule."""
