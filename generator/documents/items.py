"""Every item in a few words, as the previews of the site read it: by the anchor of its entry, with its address."""

import json
from collections.abc import Mapping

from generator.documents.site import address_of
from generator.views.item_facts import ItemFacts

ITEMS = "assets/items.json"


def items_json(facts: Mapping[str, ItemFacts], pages: Mapping[str, str]) -> str:
    """Write those that have an entry on some page; what is empty is left out, and nothing in it looks like a tag."""
    told = {
        anchor: {"page": address_of(pages[anchor])} | {key: words for key, words in vars(each).items() if words}
        for anchor, each in facts.items()
        if anchor in pages
    }
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
