"""What a column, a section or a line is about, whatever words its author chose."""

import re

from generator.audit.understanding.units import USUAL, Labels, header_kind
from generator.audit.understanding.words import level

_COLUMNS = (
    ("total", (r"(?:grand |sub)?total\b.*|sum\b.*|overall|.*\btotal|(?:in )?all(?: together)?|(?:al)?together"
        r"|combined")),
    ("week", r"(?:calendar |project )?weeks?(?: no\.?| #)?|wks?|cw|kw"),
    ("day", r"(?:project )?days?(?: no\.?| #)?"),
    ("month", r"months?"),
    ("start", r"(?:planned )?(?:starts?|begins?|start date|from|kick-?off|start week|start day|first day)"),
    ("end", (r"(?:planned )?(?:ends?|finish(?:es)?|until|to|due|due date|deadline|end date|end week|end day"
        r"|last day|completed? by|done by)")),
    ("rollback time", (r"(?:max\.?|maximum )?\s*(?:time to (?:roll ?back|recover|restore|revert|undo)"
        r"|roll ?back time|recovery time.*|rto|time limit|back-?out time|time to back out"
        r"|revert within|within)")),
    ("when", (r"when|dates?|time|time ?frames?|timeline|schedule|period|window|timing|planned(?: for)?|target dates?"
        r"|scheduled?(?: for)?|calendar|weeks? / days?")),
    ("duration", (r"durations?|length|lasts?|takes|estimate|time needed|working days|minutes|min\.?|hours"
        r"|duration \(.*\)|days needed")),
    ("scope", (r"(?:test )?scope|covers?|(?:what is )?(?:tested|checked|tried|inspected|looked at|examined)|looks at"
        r"|tests|checks|verif(?:ies|ied)|validates?|includes?|systems? under test|focus|subject")),
    ("score", r"(?:risk )?scores?|exposure|risk (?:value|level|number)|p ?[x*] ?i"),
    ("impact", r"impact|i|severity|consequences?|damage|effect"),
    ("probability", r"probability|likelihood|chance|prob\.?|p"),
    ("mitigation", r"mitigations?|counter-?measures?|response|prevention|mitigation .*|how we (?:reduce|prevent) it"),
    ("procedure", (r"procedures?|steps|roll ?back (?:plan|procedure|steps|action)|back-?out(?: plan)?|recovery"
        r"|how|action")),
    ("owner", (r"owners?|responsible|leads?|leaders?|accountable|contact|who|driver|assignee|owned by|in charge"
        r"|sponsors?|contractors?|managers?|assigned to|supervisors?|decides|decided by|led by|persons?"
        r"|responsib.*")),
    ("depends", (r"depend(?:s on|enc(?:y|ies))|predecessors?|requires|needs|after|blocked by|prerequisites?"
        r"|waits for")),
    ("target", r"(?:success )?targets?|goals?|objectives?|slos?|target value|must be|aim"),
    ("alert", (r"alerts?(?: (?:at|when|threshold|if))?|alarms?(?: (?:at|when|threshold))?|page(?:s)? (?:at"
        r"|when)|critical|warn(?:ing)?(?: at)?|alert level")),
    ("limit", r"thresholds?|conditions?|limits?|trigger(?:s|ed)? (?:at|when)|fires (?:at|when)"),
    ("share", (r"(?:.*\b)?(?:shares?|split|quotas?|proportion|weight(?:ing)?|% of .*|distribution"
        r"|portion)(?: \(?%\)?)?")),
    ("money", r".*(?:cost|budget|price|spend|€|\$|eur|usd|gbp).*"),
    ("identity", r"#|no\.?|nr\.?|ids?|rank|priority|prio\.?|step|order"),
    ("people", (r".*\b(?:devs?|developers?|people|persons?|staff|ftes?|head ?count|engineers?|team size|heads"
        r"|testers?|qa|designers?|crew size|size)\b.*")),
    ("deliverable", r"(?:key |main )?(?:deliverables?|outputs?|results?|outcomes?|highlights?|deliveries)"),
    ("metric", r"metrics?|kpis?|indicators?|measures?|signals?|figures?"),
    ("risk", r"risks?|threats?|what (?:can|could|may|might) go wrong"),
    ("scenario", r"scenarios?|failures?|incidents?|trigger|problem|situation|what failed|if"),
    ("parts", r"tasks|items|contents?|work|components|services|modules|scope of work|topics|contains|features"),
    ("name", r"names?|titles?|descriptions?|tasks?|activit(?:y|ies)|what|items?|names? of .*|theme|focus area"),
)  # fmt: skip
_SECTIONS = (
    ("alert", r"\balerts?\b|\balarms?\b|critical metrics|page (?:us|somebody|on)|warn"),
    ("target", (r"\btargets?\b|\bgoals?\b|\bslos?\b|\bkpis?\b|objectives?|success (?:metrics|measures|figures)"
        r"|service levels?")),
    ("rollback", r"roll(?:ing)? ?-?backs?|back-?outs?|fall-?backs?|recovery|revert"),
    ("criteria", (r"criteria|checklist|definition of done|acceptance|(?:done|ready|finished) (?:when|if)"
        r"|success looks")),
    ("risk", r"\brisks?\b|threats?|what (?:can|could|may|might) go wrong"),
    ("timeline", r"time ?lines?|schedule|calendar|week by week|road ?map|at a glance"),
    ("meeting", r"communications?|meetings?|rituals|ceremonies|cadence|who talks"),
    ("resource", r"resources?|teams?|staffing|people|head ?count|allocation|capacity"),
    ("test", r"checkpoints?|gates?|testing|verification|quality"),
    ("coordination", r"coordination|hand-?overs?|hand-?offs?|alignment|dependenc"),
)  # fmt: skip
_COLUMN_PATTERNS = tuple((meaning, re.compile(pattern)) for meaning, pattern in _COLUMNS)
_SECTION_PATTERNS = tuple((meaning, re.compile(pattern)) for meaning, pattern in _SECTIONS)
_BEGINS = re.compile(
    r"(?:the )?(?:opens?|opening|doors? open|commences?|commencement|first (?:week|date|day)|starting|beginning"
    r"|(?:starts?|begins?|opens?) on|in|get-?in|move-?in|arrives?|arrival|check-?in|hire from|booked from"
    r"|goes in|on site)",
    re.IGNORECASE,
)
_ENDS = re.compile(
    r"(?:the )?(?:closes?|closing|closed|last (?:week|date|day)|ending|(?:ends?|closes?) on|completion"
    r"|go-?live|out|get-?out"
    r"|move-?out|leaves?|departure|departs?|check-?out|till|through|hire to|booked (?:to|until)|back"
    r"|comes out|off site|ready)",
    re.IGNORECASE,
)
_NOISE = re.compile(r"[^\w\s#%€$./()&-]")
_BRACKET = re.compile(r"\s*\([^)]*\)\s*$")
_LONGEST = 60


def meaning_of(header: str, labels: Labels = USUAL) -> str:
    """Tell what a column holds: `unit:wave`, `when`, `owner`; nothing where its heading is none that is known."""
    plain = " ".join(_NOISE.sub(" ", level(header)).lower().split())[:_LONGEST]
    kind = header_kind(plain, labels)
    if kind:
        return f"unit:{kind}"
    bare = _BRACKET.sub("", plain)
    for words in dict.fromkeys((plain, bare)):
        for meaning, pattern in _COLUMN_PATTERNS:
            if words and pattern.fullmatch(words):
                return meaning
    return ""


def in_pairs(headers: list[str], meanings: list[str]) -> tuple[str, ...]:
    """Take columns such as *Opens* and *Closes*, or *Start* and *Go-live*, for the two ends of a stretch."""
    timed = [index for index, meaning in enumerate(meanings) if meaning in {"when", "start", "end"}]
    if len(timed) != len("ab") or timed[1] != timed[0] + 1 or "when" not in (meanings[timed[0]], meanings[timed[1]]):
        return tuple(meanings)
    first, last = timed
    begins = meanings[first] == "start" or _BEGINS.fullmatch(level(headers[first]).strip())
    ends = meanings[last] == "end" or _ENDS.fullmatch(level(headers[last]).strip())
    if not (begins and ends):
        return tuple(meanings)
    return tuple({first: "start", last: "end"}.get(index, each) for index, each in enumerate(meanings))


def unit_of_figures(header: str) -> str:
    """Return what a column of figures counts, as far as its heading tells: `week`, `day`, `hour`, `%`."""
    found = re.search(r"\b(week|day|hour|month|minute)s?\b|(%)", level(header).lower())
    return (found[1] or found[2]) if found else ""


def section_meanings(titles: list[str]) -> list[str]:
    """Tell what a stretch of a document is about, from the innermost heading outwards."""
    found: list[str] = []
    for title in reversed(titles):
        plain = level(title).lower()
        found += [meaning for meaning, pattern in _SECTION_PATTERNS if pattern.search(plain)]
    return found
