"""How npm reads the options of a command that it runs for somebody else."""

import re
from collections.abc import Iterator

from generator.rules.commands._walk import Word, parts_of

_RUNNING = frozenset({"run", "run-script", "rum", "urn", "exec", "x", "init", "create", "innit"})
_SCRIPTS = frozenset({"test", "tst", "t", "start", "stop", "restart"})
_WITH_VALUE = frozenset(
    {"-w", "--workspace", "-C", "--prefix", "--loglevel", "--script-shell", "-c", "--call", "-p", "--package"}
    | {"--cache", "--registry", "--userconfig", "--scope", "--init-type", "--init-module"}
)
_OWN = _WITH_VALUE | frozenset(
    {"-ws", "--workspaces", "--include-workspace-root", "-iwr", "--if-present", "--ignore-scripts"}
    | {"--foreground-scripts", "-s", "--silent", "-q", "--quiet", "-d", "-dd", "-ddd", "--verbose", "-y", "--yes"}
    | {"--no", "-n", "--offline", "--prefer-offline", "--prefer-online", "-g", "--global", "-f", "--force"}
    | {"-h", "--help", "-v", "--version", "--color", "--no-color", "--timing", "--json", "--no-workspaces"}
)
_ASSIGNMENT = re.compile(r"[A-Za-z_]\w*=")


def swallowed(command: str) -> Iterator[tuple[tuple[Word, ...], tuple[Word, ...]]]:
    """Yield each call of npm in a command together with the options that npm keeps for itself."""
    for words in parts_of(command):
        arguments = _arguments(words)
        lost = tuple(word for word in arguments if word.text.startswith("-") and not _is_own(word))
        if lost:
            yield words, lost


def mended(command: str) -> str:
    """Write a command so that what npm runs gets its options: npm's own before a lone `--`, all others behind it."""
    for words, _ in reversed(list(swallowed(command))):
        arguments = _arguments(words)
        behind = [word.text for word in _behind(words)]
        first = next(index for index, word in enumerate(arguments) if _is_lost(word))
        own, others = _sorted_out(arguments[first:])
        text = " ".join([*own, "--", *others, *behind])
        command = command[: arguments[first].begin] + text + command[words[-1].end :]
    return command


def _arguments(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """What npm reads after the name of what it runs, up to a lone `--`; nothing where it runs nothing."""
    index = next((at for at, word in enumerate(words) if not _ASSIGNMENT.match(word.text)), len(words))
    if index == len(words) or words[index].text != "npm":
        return ()
    named = _after_options(words, index + 1)
    name = words[named].text if named < len(words) else ""
    begin = _after_options(words, named + 1) + 1 if name in _RUNNING else named + 1
    if name not in _RUNNING | _SCRIPTS:
        return ()
    end = next((at for at, word in enumerate(words) if word.text == "--"), len(words))
    return words[begin:end]


def _behind(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """What stands behind a lone `--` already."""
    at = next((at for at, word in enumerate(words) if word.text == "--"), len(words))
    return words[at + 1 :]


def _after_options(words: tuple[Word, ...], index: int) -> int:
    """The place of the first word that is neither an option of npm's own nor its value."""
    while index < len(words) and words[index].text.startswith("-") and words[index].text != "--":
        index += 2 if words[index].text in _WITH_VALUE else 1
    return index


def _sorted_out(arguments: tuple[Word, ...]) -> tuple[list[str], list[str]]:
    """Npm's own options with their values, and all that is meant for what it runs."""
    own: list[str] = []
    others: list[str] = []
    takes_value = False
    for word in arguments:
        is_own = takes_value or _is_own(word)
        (own if is_own else others).append(word.text)
        takes_value = not takes_value and word.text in _WITH_VALUE
    return own, others


def _is_own(word: Word) -> bool:
    return word.text.partition("=")[0] in _OWN


def _is_lost(word: Word) -> bool:
    return word.text.startswith("-") and not _is_own(word)
