"""What YAML itself does to a plan: its error messages put into words that name the trap."""

import re

import yaml

_STARTS_WITH_SYMBOL = re.compile(r"(?:[-:?]\s+|^\s*)(>=?\s*\S|\{\{|[@`%*&!|\[])")
_BARE_COMMENT = re.compile(r"\s+#(?=[^\s#])")


def help_for_error(error: yaml.MarkedYAMLError, text: str) -> tuple[str, str | None]:
    """Return the message and the help for a syntax error."""
    mark = error.problem_mark or error.context_mark
    lines = text.splitlines() or [""]
    number = min(mark.line, len(lines) - 1) if mark else 0
    line = lines[number]
    message = f"not valid YAML: {error.problem or error.context}"
    return message, _trap(line, str(error.problem)) or _trap(_line_of(error.context_mark, lines), "")


def hides_text(rest: str) -> bool:
    """Tell whether the rest of a line after a value is a comment that may be meant as text (`#channel`)."""
    return _BARE_COMMENT.match(rest) is not None


def _line_of(mark: yaml.Mark | None, lines: list[str]) -> str:
    return lines[mark.line] if mark and mark.line < len(lines) else ""


def _trap(line: str, problem: str) -> str | None:
    if "\t" in line[: len(line) - len(line.lstrip())] or "tab" in problem or "\\t" in problem:
        return "YAML allows no tabs for indentation: use spaces"
    found = _STARTS_WITH_SYMBOL.search(line)
    if found:
        return (
            f'a value that begins with "{found.group(1)[:2].strip()}" means something else to YAML: quote it'
        )
    if "mapping values are not allowed" in problem:
        return 'a ": " inside a text must be quoted, or the line above is indented wrongly'
    if line.count('"') % 2 or line.count("'") % 2:
        return "a quote is opened and not closed"
    return None
