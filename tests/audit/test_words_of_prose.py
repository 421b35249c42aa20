"""The audit reads prose in its own way, and to the same words as the documents tell."""

import pytest

from generator.audit.rendered.truth import unmarked
from generator.commonmark import words_of
from generator.documents.markup import inline


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("- a tent\n- another", "a tent; another"),
        ("A tent:\n\n1. buy it.\n2. pitch it", "A tent: buy it. pitch it"),
        ("- a\n  - b\n- c\n\n  d", "a; b; c; d"),
        ("- [ ] a\n- [x] b", "[ ] a; [x] b"),
        ("One.\n\nTwo *three* `four`", "One. Two three four"),
        ("a <b>tag</b> & c < d `<x>`", "a <b>tag</b> & c < d <x>"),
        ("> q\n\n# H\n\n---\n\n    code", "q H code"),
        ("see [it][r], [r] and [q](http://a.b)\n\n[r]: http://x.y", "see it, r and q"),
        ("", ""),
    ],
)
def test_prose_is_told_in_one_line(text: str, words: str) -> None:
    assert (words_of(text), unmarked(inline(text)), unmarked(text)) == (words, words, words)
