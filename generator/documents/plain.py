"""Neutral Markdown to Markdown for anybody: directives become plain words, for the downloads."""

import html
import json
import re
from collections.abc import Container
from functools import partial

from generator.documents.markup import code
from generator.documents.site import ANCHOR, BLOCK

_INLINE = re.compile("\ue000([a-z]+)\ue002[^\ue002]*\ue002([^\ue001]*)\ue001")


_LINK = re.compile(
    r"(?P<code>(?:^|(?<=\n))```.*?\n```|(?P<ticks>`+)(?!`)[^\n]+?(?<!`)(?P=ticks)(?!`))"
    r"|\[(?P<words>(?:`[^`\n]*`|[^\[\]`\n])*)\]\((?P<path>[a-z0-9_/-]+\.md)(?P<anchor>#[a-z0-9-]+)?\)",
    re.DOTALL,
)


def plain_markdown(markdown: str, path: str = "", beside: Container[str] = ()) -> str:
    """Write a document so that it reads well without Planpress.

    It has its own path, and links to those that are to be had beside it; of a link to another page the words stay.
    """
    text = _LINK.sub(partial(_linked, up="../" * path.count("/"), beside=beside), BLOCK.sub(_block, markdown))
    return _INLINE.sub(_words, ANCHOR.sub("", text))


def _linked(found: re.Match[str], up: str, beside: Container[str]) -> str:
    if found["code"]:
        return found[0]
    if found["path"] not in beside:
        return found["words"]
    return f"[{found['words']}]({up}{found['path']}{found['anchor'] or ''})"


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
