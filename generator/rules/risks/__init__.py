"""The risk register against the work, the procedures and the people it names."""
