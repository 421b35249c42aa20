"""Lines that stand for something else than text: the head of a file, bullets that were typed, entries without any."""

import re

_FRONT_KEY = re.compile(r"[\w-]+\s*:|#|\s|$|-\s")
_LED = re.compile(r"[*_]{0,2}(?:(?P<letters>[A-Z]{1,4})-?\d{1,3}[*_]{0,2}(?:[.:)]|\s)|\d{1,2}[:.]\d\d(?!\d|\.\d))")
_TYPED = re.compile(r"^(\s{0,6})([▪•‣◦●○■□☐☑☒✓✔➢►])(?=\s+\S)")
_BOXES = {"☐": "- [ ]", "☑": "- [x]", "☒": "- [x]"}
_ESCAPED = re.compile(r"^(\s{0,6})(?:\\(?P<dash>[-*+])|(?P<number>\d{1,2})\\(?P<dot>[.)]))(?=\s+\S)")
_BOXED = re.compile(r"^(\s{0,6})(?:[-*+]\s+)?\\?\[(?P<mark>[ xX])\\?\](?=\s+\S)")
_LETTERED = re.compile(r"^(?P<indent>\s{0,3})(?P<open>\(?)(?P<letter>[a-z])\\?[).](?=\s+\S)")
_FEWEST_LED = 3
_NUMBERED = re.compile(r"( {0,3}\d{1,2}[.)]) (?=\S)")
_RULE = re.compile(r" {0,3}(?:-{3,}|={3,})\s*")
_SHORTEST = 0.6


def with_bullet(line: str) -> str:
    """A bullet or a box that was typed, or that a converter took for a mere character, begins an entry of a list."""
    if not line.isascii():
        line = _TYPED.sub(lambda found: f"{found[1]}{_BOXES.get(found[2], '-')}", line)
    if "[" in line[:16]:
        return _BOXED.sub(lambda found: f"{found[1]}- [{found['mark']}]", line)
    if "\\" in line[:10]:
        return _ESCAPED.sub(lambda found: f"{found[1]}{found['dash'] or found['number'] + found['dot']}", line)
    return line


def with_numbered_letters(lines: list[str]) -> list[str]:
    """Lines that begin with *a)*, *b)*, *c)* are the entries of a numbered list."""
    told = [(number, found) for number, line in enumerate(lines) if (found := _LETTERED.match(line))]
    numbered = list(lines)
    for index, (number, found) in enumerate(told):
        near = [each["letter"] for _, each in (*told[max(0, index - 1) : index], *told[index + 1 : index + 2])]
        place = ord(found["letter"]) - ord("a") + 1
        if any(abs(ord(letter) - ord(found["letter"])) == 1 for letter in near):
            numbered[number] = f"{found['indent']}{place}){lines[number][found.end() :]}"
    return numbered


def with_numbered_headings(lines: list[str]) -> list[str]:
    """An underlined `5. Risks` is a heading, no entry of a list: the space behind its number becomes a hard one."""
    return [
        _NUMBERED.sub("\\1\u00a0", line, count=1) if _is_underlined(lines, number) else line
        for number, line in enumerate(lines)
    ]


def _is_underlined(lines: list[str], number: int) -> bool:
    """A rule as long as the line that it stands below, and nothing right before or after them."""
    below = lines[number + 1 : number + 3]
    if not below or not _NUMBERED.match(lines[number]) or not _RULE.fullmatch(below[0]):
        return False
    alone = (number == 0 or not lines[number - 1].strip()) and not any(line.strip() for line in below[1:])
    return alone and len(below[0].strip()) >= _SHORTEST * len(lines[number].strip())


_BOLD_LABEL = re.compile(
    r"(?P<mark>\*\*|__)[^*_:\n]{2,40}(?:(?::(?P=mark)|(?P=mark):)\s+\S|:\s[^*_\n]{1,80}(?P=mark)\s*$)"
)
"""`**Owner:** Ada Lind` or `**Owner: Ada Lind**`, a line of its own."""


def front_matter(lines: tuple[str, ...]) -> int:
    """Count the lines of a YAML head; none where the dashes are a rule."""
    if lines[0].rstrip() != "---":
        return 0
    for number, line in enumerate(lines[1:200], start=1):
        if line.rstrip() in {"---", "..."}:
            return number + 1 if number > 1 else 0
        if not _FRONT_KEY.match(line):
            return 0
    return 0


def are_led(lines: list[str]) -> bool:
    """Tell whether each begins with a code of one series, with a time of day, or with a label in bold."""
    found = [_LED.match(line.strip()) for line in lines]
    coded = len(lines) >= _FEWEST_LED and all(found) and len({each["letters"] for each in found if each}) == 1
    return coded or (len(lines) > 1 and all(_BOLD_LABEL.match(line.strip()) for line in lines))
