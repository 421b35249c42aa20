"""The streams that a command begins with: closed ones, readers that leave, letters that a terminal does not know."""

import io
import os
import sys

_INPUT, _OUTPUT, _ERRORS = 0, 1, 2


def prepare() -> None:
    """Make the three streams usable, whatever the command was started with."""
    _open_closed()
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout = _Leaving(
            sys.stdout.detach(),
            encoding=sys.stdout.encoding,
            errors="backslashreplace",
            line_buffering=sys.stdout.line_buffering,
        )
    if isinstance(sys.stderr, io.TextIOWrapper):
        sys.stderr.reconfigure(errors="backslashreplace")


class _Leaving(io.TextIOWrapper):
    """Standard output whose reader may leave (`| head`): the rest goes nowhere, and the command ends as it would."""

    def write(self, text: str) -> int:
        """Write, as long as somebody reads."""
        try:
            return super().write(text)
        except BrokenPipeError:
            _send(os.O_WRONLY, _OUTPUT)
            return len(text)

    def flush(self) -> None:
        """Flush, as long as somebody reads."""
        try:
            super().flush()
        except BrokenPipeError:
            _send(os.O_WRONLY, _OUTPUT)
            super().flush()


def _open_closed() -> None:
    """Take the places of closed streams, so that no other file gets them: to write to a closed output fails."""
    if sys.stdin is None:
        _send(os.O_RDONLY, _INPUT)
        sys.stdin = open(_INPUT, encoding="utf-8", closefd=False)  # noqa: SIM115 - open to the end
    if sys.stdout is None:
        _send(os.O_RDONLY, _OUTPUT)
        sys.stdout = open(_OUTPUT, "w", encoding="utf-8", closefd=False)  # noqa: SIM115 - open to the end
    if sys.stderr is None:
        _send(os.O_WRONLY, _ERRORS)
        sys.stderr = open(_ERRORS, "w", encoding="utf-8", closefd=False)  # noqa: SIM115 - open to the end


def _send(how: int, number: int) -> None:
    nowhere = os.open(os.devnull, how)
    if nowhere != number:
        os.dup2(nowhere, number)
        os.close(nowhere)
