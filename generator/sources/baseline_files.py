"""Reads the file in which findings are kept that are known already."""

from pathlib import Path

from generator.errors import PlanpressError

_MAX_BYTES = 50_000_000


def load_baseline(path: Path) -> str:
    """Read the text of a baseline; where there is none, say how one is written."""
    try:
        with path.open("rb") as stream:
            content = stream.read(_MAX_BYTES + 1)
        return content.decode("utf-8-sig") if len(content) <= _MAX_BYTES else ""
    except FileNotFoundError:
        help_text = f"write one: planpress check --baseline {path} --write-baseline"
        raise PlanpressError(f'no baseline at "{path}"', help=help_text) from None
    except OSError as error:
        raise PlanpressError(f'cannot read "{path}": {error.strerror or error}') from None
    except UnicodeDecodeError:
        raise PlanpressError(f'"{path}" is no baseline: not UTF-8') from None
