"""Single faults put into one file of a build, kind by kind."""

import re
import zlib
from collections.abc import Callable, Iterator

Contents = dict[str, bytes]
Fault = Callable[[str], Iterator[str]]
"""Given a file's text, yields it with one fault in it, a different one each time."""

_NAME = re.compile(r"\b(?:[A-Z][a-z]{3,})\b")
_NUMBER = re.compile(r"\d+")
_LETTERS = re.compile(r"[a-z]{4,}")


def faults(contents: Contents, each: int) -> Iterator[tuple[str, str, bytes]]:
    """Yield kind of fault, name of the file and its content, so many of each kind, spread over the files."""
    for kind, (suffix, fault) in KINDS.items():
        files = [name for name in contents if _holds(name, suffix)]
        found = [(name, made) for name in files for made in _some(fault, contents[name], each)]
        step = max(1, len(found) // each)
        yield from ((kind, name, made) for name, made in found[::step][:each])


def _some(fault: Fault, content: bytes, each: int) -> Iterator[bytes]:
    text = content.decode("latin-1" if content.startswith(b"%PDF") else "utf-8")
    made = [other for other in fault(text) if other != text]
    step = max(1, len(made) // each)
    for other in made[::step][:each]:
        yield other.encode("latin-1" if content.startswith(b"%PDF") else "utf-8")


def _holds(name: str, suffix: str) -> bool:
    if suffix == "docs":
        return name.startswith("docs/") and name != "docs/checks.md"
    return name.endswith(suffix) and name not in ("site/404.html", "site/checks/index.html") and not _is_copied(name)


def _is_copied(name: str) -> bool:
    """Tell whether the site holds a file as it is in the documents' folder, where it is read."""
    return name.startswith("site/assets/charts/")


def _lines(wanted: Callable[[str], bool], change: Callable[[str], str]) -> Fault:
    def make(text: str) -> Iterator[str]:
        lines = text.split("\n")
        for index, line in enumerate(lines):
            if wanted(line):
                yield "\n".join([*lines[:index], change(line), *lines[index + 1 :]])

    return make


def _row(line: str) -> bool:
    return line.startswith("| ") and "---" not in line and re.search(r"\d|\]\(", line) is not None


def _prose(line: str) -> bool:
    return line[:1].isalpha() and line[:1].isupper() and ": " not in line[:8] and len(line) > 40


def _item(line: str) -> bool:
    return re.match(r"(?:- |\d+\. )(?!<span)", line) is not None


def _bump(text: str) -> str:
    """Change the last number that a reader sees."""
    seen = [found for found in _NUMBER.finditer(text) if not _is_hidden(text, found.start())]
    if not seen:
        return text
    last = seen[-1]
    return f"{text[: last.start()]}{int(last.group()) + 1}{text[last.end() :]}"


def _is_hidden(text: str, at: int) -> bool:
    """Tell whether a character stands in an address or a tag."""
    hidden = re.finditer(r"\]\([^)]*\)|</?[a-z][^>]*>", text)
    return any(found.start() <= at < found.end() for found in hidden)


def _word(pattern: re.Pattern[str], other: str) -> Callable[[str], str]:
    def change(line: str) -> str:
        seen = [found for found in pattern.finditer(line) if not _is_hidden(line, found.start())]
        return f"{line[: seen[-1].start()]}{other}{line[seen[-1].end() :]}" if seen else line

    return change


def _dropped(wanted: Callable[[str], bool]) -> Fault:
    def make(text: str) -> Iterator[str]:
        lines = text.split("\n")
        for index, line in enumerate(lines):
            if wanted(line) and index and lines[index - 1][:1] in "|-0123456789":
                yield "\n".join([*lines[:index], *lines[index + 1 :]])

    return make


def _swapped(wanted: Callable[[str], bool]) -> Fault:
    def make(text: str) -> Iterator[str]:
        lines = text.split("\n")
        for index in range(len(lines) - 1):
            one, other = lines[index : index + 2]
            if wanted(one) and wanted(other) and one != other and "---" not in lines[max(index - 1, 0)] + other:
                yield "\n".join([*lines[:index], other, one, *lines[index + 2 :]])

    return make


def _sub(pattern: str, other: str | Callable[[re.Match[str]], str]) -> Fault:
    def make(text: str) -> Iterator[str]:
        for found in re.finditer(pattern, text):
            yield (
                text[: found.start()] + found.expand(other) + text[found.end() :]
                if isinstance(other, str)
                else (text[: found.start()] + other(found) + text[found.end() :])
            )

    return make


def _next(found: re.Match[str]) -> str:
    return f"{found[1]}{int(found[2]) + 1}"


def _pdf(text: str) -> Iterator[str]:
    """Change one letter in one stream of text."""
    content = text.encode("latin-1")
    for found in re.finditer(rb"\bstream\r?\n(.*?)\nendstream", content, re.DOTALL):
        try:
            stream = zlib.decompress(found[1])
        except zlib.error:
            continue
        for shown in list(re.finditer(rb"MCID \d+>>BDC\nq.*?\[\(\\000(\\\d\d\d)\\000(\\\d\d\d)", stream, re.DOTALL))[
            ::4
        ]:
            if shown[1] != shown[2]:
                changed = stream[: shown.start(1)] + shown[2] + stream[shown.end(1) :]
                made = content[: found.start(1)] + zlib.compress(changed) + content[found.end(1) :]
                yield made.decode("latin-1")


_LINK = r"\]\(([^)#]*)#([a-z]+-[a-z0-9-]+)\)"
_WAYS = ("prev", "next")
_HTML = r"<(?:td|p|li)[^>]*>[^<]*?"


def _crossed(text: str) -> Iterator[str]:
    """Let each link lead to where the next one of the same sort leads."""
    links = list(re.finditer(r"\]\([^)#]*#(?:([a-z]+)-[a-z0-9-]+)\)", text))
    for one in links:
        after = (each for each in links if each.start() > one.end() and each[1] == one[1] and each[0] != one[0])
        other = next(after, None)
        if other:
            yield text[: one.start()] + other[0] + text[one.end() :]


def _turned(text: str) -> Iterator[str]:
    """Let the way on lead back."""
    back, on = (
        re.search(rf'<a href="([^"]*)" class="md-footer__link md-footer__link--{way}"', text) for way in _WAYS
    )
    if back and on:
        yield text[: on.start(1)] + back[1] + text[on.end(1) :]


KINDS: dict[str, tuple[str, Fault]] = {
    "a number in a table": ("docs", _lines(_row, _bump)),
    "a name in a table": ("docs", _lines(_row, _word(_NAME, "Qavox"))),
    "a word in a table": ("docs", _lines(_row, _word(_LETTERS, "qavox"))),
    "a rating in a table": (
        "docs",
        _sub(r"(?<=>)(High|Medium|Low)(?=<)", lambda found: "Low" if found[1] != "Low" else "High"),
    ),
    "a rating without a chip": (
        "docs",
        _sub(r"(?<=\| )(High|Medium|Low)(?= \|)", lambda found: "Low" if found[1] != "Low" else "High"),
    ),
    "a date by week": ("docs", _sub(r"(?<=\| )(W\d+D)(\d)", _next)),
    "a week and day": ("docs", _sub(r"(Week \d+ Day )(\d)", _next)),
    "a date by month": ("docs", _sub(r"()\b(\d{1,2})(?= (?:Jan|Feb|May|Jul)\b)", _next)),
    "a length": ("docs", _sub(r"()\b(\d+)(?= (?:days?|hours?|minutes)\b)", _next)),
    "a threshold": ("docs", _sub(r"((?:[<>]|under|over) )(\d+)", _next)),
    "people in a table": ("docs", _sub(r"(?<=\| )(\d+-)(\d+)", _next)),
    "a row dropped": ("docs", _dropped(_row)),
    "rows swapped": ("docs", _swapped(_row)),
    "a row doubled": ("docs", _lines(_row, lambda line: f"{line}\n{line}")),
    "an entry dropped": ("docs", _dropped(_item)),
    "entries swapped": ("docs", _swapped(_item)),
    "a number in an entry": ("docs", _lines(_item, _bump)),
    "a word in an entry": ("docs", _lines(_item, _word(_LETTERS, "qavox"))),
    "a number in prose": ("docs", _lines(_prose, _bump)),
    "a word in prose": ("docs", _lines(_prose, _word(_LETTERS, "qavox"))),
    "prose dropped": ("docs", _lines(_prose, lambda _: "")),
    "a heading": ("docs", _lines(lambda line: line.startswith("#"), _word(_LETTERS, "qavox"))),
    "a link to another item": ("docs", _sub(_LINK, r"](\1#task-qavox)")),
    "a link to another's anchor": ("docs", _crossed),
    "a link to another page": ("docs", _sub(_LINK, r"](qavox.md#\2)")),
    "words of a link": ("docs", _sub(r"\[[A-Z][a-z]+(?=[^\]\n]*\]\([^)]*#)", "[Qavox")),
    "an anchor": ("docs", _sub(r'<a id="([a-z]+)-[a-z0-9-]+"></a>', r'<a id="\1-qavox"></a>')),
    "a state": ("docs", _sub(r"(?<=>)(?:Critical|critical|Done|done|reached)(?=</span>)", "qavox")),
    "a command": ("docs", _sub(r"```bash\n[^\n]*?([a-z]{4,})", "```bash\nqavox")),
    "a label of a picture": ("docs", _sub(r"(<text [^>]*>[^<]*?)(\d+)", _next)),
    "a title in a picture": ("docs", _sub(r"(<title>[^<]*?)(\d+)", _next)),
    "a name in a picture": ("docs", _sub(r"<title>[A-Z][a-z]+", "<title>Qavox")),
    "a caption": ("docs", _sub(r"<figcaption>[A-Z][a-z]+", "<figcaption>Qavox")),
    "a title beside a bar": ("docs", _sub(r'(<li[^>]* title="[^"]*?)(\d+)', _next)),
    "a bar": ("docs", _sub(r'("(?:begin|end|slack)":)(\d+)', _next)),
    "a mark of a bar": ("docs", _sub(r'"critical":true,"end', '"end')),
    "an arrow": ("docs", _sub(r'("(?:from|to)":)(\d+)', _next)),
    "a live chart": (".js", _sub(r'("(?:hovertext|text)":\[?"[^"]*?)(\d+)', _next)),
    "a chart's table": ("docs", _sub(r"(<td>[^<]*?)(\d+)", _next)),
    "a name in a chart's table": ("docs", _sub(r"<tr><td>[A-Z][a-z]+", "<tr><td>Qavox")),
    "a row of a chart's table dropped": ("docs", _sub(r"<tr><td>.*?</tr>", "")),
    "a figure on the front page": ("docs/index.md", _sub(r"(<strong><a [^>]*>|__note\">)(\d+)", _next)),
    "a number in the Markdown to take away": (".md", _lines(_row, _bump)),
    "a word in the Markdown to take away": ("strategy.md", _lines(_item, _word(_LETTERS, "qavox"))),
    "a load": ("load.csv", _sub(r"(,\d*,)(\d+)(?=,[a-z])", _next)),
    "a day of loads dropped": ("load.csv", _sub(r"\nrole,[a-z-]+,[^,\n]+,,[^\n]*", "")),
    "the name of a calendar": (".ics", _sub(r"\bX-WR-CALNAME:\w", "X-WR-CALNAME:Q")),
    "a title in the browser": ("index.html", _sub(r"<title>[^<]+(?= - )", "<title>Qavox")),
    "a way on": ("index.html", _turned),
    "a page of the navigation": ("mkdocs.yml", _sub(r'\{"[^"]+": "[^"]+"\}, ', "")),
    "a word of the search": ("search_index.json", _sub(r"(?<=[a-z] )[a-z]{5,}(?= [a-z])", "qavox")),
    "how many people a card tells": ("items.json", _sub(r'("state":")(\d+)(?= p)', _next)),
    "a value of the CSV": ("schedule.csv", _sub(r"(,|W\d+D)(\d+)(?=[,d-])", _next)),
    "a name in the CSV": ("schedule.csv", _sub(r"(?<=,)[A-Z][a-z]{3,}(?=[ ,])", "Qavox")),
    "a line of the CSV dropped": ("schedule.csv", _sub(r"\n(?:task|wave)[^\n]*", "")),
    "a value of the JSON": (
        "schedule.json",
        _sub(r'("(?:start|finish|duration|total_float|depth)": "?[W\d]*?D?)(\d+)', _next),
    ),
    "a flag of the JSON": (
        "schedule.json",
        _sub(r'("critical": )(true|false)', lambda found: found[1] + ("false" if found[2] == "true" else "true")),
    ),
    "a number on the site": ("index.html", _sub(rf"({_HTML})(\d+)(?=[^<]*</)", _next)),
    "a row on the site dropped": ("strategy/index.html", _sub(r"<tr>\n<td>[\s\S]*?</tr>", "")),
    "a letter in a PDF": (".pdf", _pdf),
}
"""Where a fault is put, and how."""
