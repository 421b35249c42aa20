"""Prose to canonical Markdown: re-written from its parse, so that every parser reads it alike.

Text is escaped by entities alone; links keep only safe targets; what prose cannot hold (headings, images, rules)
becomes plain text.
"""

import re

from generator.commonmark import LISTS, SyntaxTreeNode, in_a_row, parse_tree
from generator.documents.directives import code_span
from generator.formatting import escape_markdown

_WHOLE = re.compile(r"(?:https?|mailto):", re.IGNORECASE)
"""Begins an address that leads to the same place from every page, from PDFs and downloads."""
_MARKS = {"strong": "**", "em": "*"}
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.ASCII)
_PHONE = re.compile(r"\+?\(?\d[\d ()/.-]{4,}\d")
_WEB = re.compile(r"https?://[\w./~%?=&#+:@-]+", re.ASCII | re.IGNORECASE)
_TICKS = re.compile(r"`+")


def inline(text: str, *, cell: bool = False) -> str:
    """Write prose as one paragraph; in a table cell nothing may hold a pipe."""
    blocks = parse_tree(text).children
    return " ".join(filter(None, (_flat(block, cell=cell) for block in blocks)))


def blocks(text: str, *, indent: str = "") -> str:
    """Write prose that may hold several paragraphs and lists."""
    written = [_block(block) for block in parse_tree(text).children]
    joined = "\n\n".join(filter(None, written))
    return "\n".join(f"{indent}{line}" if line else line for line in joined.split("\n"))


def code(text: str) -> str:
    """Write inline code for use outside tables."""
    content = " ".join(text.split("\n")).strip()
    if not content:
        return ""
    longest = max((len(run) for run in _TICKS.findall(content)), default=0)
    fence = "`" * (longest + 1)
    pad = " " if content.startswith("`") or content.endswith("`") else ""
    return f"{fence}{pad}{content}{pad}{fence}"


def code_cell(text: str) -> str:
    """Write inline code for a table cell."""
    return code_span(text) if set(text) & set("|\\`") else code(text)


def reach(contact: str) -> str:
    """Write how somebody is reached: a mail, telephone or web address leads there, a handle is text."""
    target = _reached(contact.strip())
    return f"[{escape_markdown(contact)}]({target})" if target else escape_markdown(contact)


def _reached(contact: str) -> str:
    if _MAIL.fullmatch(contact):
        return f"mailto:{contact}"
    if _PHONE.fullmatch(contact):
        return f"tel:{re.sub(r'[^0-9+]', '', contact.replace('(0)', ''))}"
    return contact if _WEB.fullmatch(contact) else ""


def _flat(node: SyntaxTreeNode, *, cell: bool) -> str:
    if node.type in ("code_block", "fence"):
        return _code(node.content.strip(), cell=cell)
    if node.type == "inline":
        return _spans(node, cell=cell)
    if node.type in LISTS:
        return in_a_row(_flat(child, cell=cell) for child in node.children)
    return " ".join(filter(None, (_flat(child, cell=cell) for child in node.children)))


def _spans(node: SyntaxTreeNode, *, cell: bool, marked: bool = False) -> str:
    """Emphasis inside emphasis, or right after it, is dropped: parsers disagree on runs of asterisks."""
    children, before = [], False
    for child in node.children:
        children.append(_span(child, cell=cell, marked=marked or before))
        before = child.type in _MARKS
    return "".join(children)


def _span(node: SyntaxTreeNode, *, cell: bool, marked: bool) -> str:
    if node.type == "code_inline":
        return _code(node.content, cell=cell)
    if node.type in ("softbreak", "hardbreak"):
        return " "
    if node.type in _MARKS:
        mark = "" if marked else _MARKS[node.type]
        return f"{mark}{_spans(node, cell=cell, marked=True)}{mark}"
    if node.type == "link":
        return _link(node, cell=cell, marked=marked)
    if node.type == "text":
        return escape_markdown(node.content)
    return escape_markdown(node.content) if not node.children else _spans(node, cell=cell, marked=marked)


def _link(node: SyntaxTreeNode, *, cell: bool, marked: bool) -> str:
    words, target = _spans(node, cell=cell, marked=marked), str(node.attrs.get("href", ""))
    if not _WHOLE.match(target):
        return words
    safe = target.replace("(", "%28").replace(")", "%29").replace("|", "%7C").replace(" ", "%20")
    return f"[{words}]({safe})"


def _code(text: str, *, cell: bool) -> str:
    return code_cell(text) if cell else code(text)


def _block(node: SyntaxTreeNode) -> str:
    if node.type in ("bullet_list", "ordered_list"):
        return "\n".join(_item(node, number, item) for number, item in enumerate(node.children, 1))
    if node.type in ("code_block", "fence"):
        return "```\n" + node.content.rstrip("\n").replace("```", "'''") + "\n```"
    return _flat(node, cell=False)


def _item(parent: SyntaxTreeNode, number: int, item: SyntaxTreeNode) -> str:
    marker = "- " if parent.type == "bullet_list" else f"{number}. "
    first, *rest = [_block(child) for child in item.children] or [""]
    nested = "".join("\n\n" + "\n".join(f"    {line}" if line else "" for line in each.split("\n")) for each in rest)
    return f"{marker}{first}{nested}"
