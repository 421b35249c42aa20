"""Neutral Markdown to Markdown for anybody: directives become plain words, for the downloads."""

import html
import json
import re

from generator.documents.markup import code
from generator.documents.site import ANCHOR, BLOCK

_INLINE = re.compile("\ue000([a-z]+)\ue002[^\ue002]*\ue002([^\ue001]*)\ue001")


def plain_markdown(markdown: str) -> str:
    """Write a document so that it reads well without Planpress."""
    text = BLOCK.sub(_block, markdown)
    return _INLINE.sub(_words, ANCHOR.sub("", text))


def _block(found: re.Match[str]) -> str:
    kind, body = found.group("kind"), json.loads(found.group("body"))
    if kind == "callout":
        quoted = "\n".join(f"> {line}".rstrip() for line in [f"**{body['title']}**", "", *body["text"].split("\n")])
        return f"{quoted}\n"
    return ""


def _words(found: re.Match[str]) -> str:
    if found.group(1) != "code":
        return found.group(2)
    return code(html.unescape(found.group(2))).replace("|", "\\|")  # only ever in tables, where a pipe ends a cell
