"""Errors that a person can mend: a message, and help on what to do."""


class PlanpressError(Exception):
    """Stops a command; the message says what is wrong, the help what to do."""

    def __init__(self, message: str, *, help: str | None = None) -> None:
        """Keep both texts apart, so that each output can set them in its own way."""
        super().__init__(message)
        self.message = message
        self.help = help


class BadValueError(ValueError):
    """A value in a plan that its type cannot read."""

    def __init__(self, message: str, *, help: str | None = None) -> None:
        """Keep both texts apart: the finding shows the help on a line of its own."""
        super().__init__(message)
        self.message = message
        self.help = help
