import struct
import zlib

from generator.pdf.compile import font_folder
from generator.publish.wave_colours import wave_colours
from generator.publish.webfont import webfonts, woff

_LIMIT = 80_000


def _unpacked(packed: bytes) -> dict[bytes, bytes]:
    tables = {}
    for number in range(struct.unpack_from(">H", packed, 12)[0]):
        tag, offset, length, whole, _ = struct.unpack_from(">4sIIII", packed, 44 + 20 * number)
        content = packed[offset : offset + length]
        tables[tag] = zlib.decompress(content) if length < whole else content
    return tables


def test_a_packed_font_holds_every_table_of_the_font() -> None:
    font = (font_folder() / "Lato-Regular.ttf").read_bytes()
    packed = woff(font)
    count = struct.unpack_from(">H", font, 4)[0]
    entries = [struct.unpack_from(">4sIII", font, 12 + 16 * number) for number in range(count)]
    assert _unpacked(packed) == {tag: font[start : start + length] for tag, _, start, length in entries}


def test_a_packed_font_tells_its_own_length() -> None:
    packed = woff((font_folder() / "Lato-Bold.ttf").read_bytes())
    assert struct.unpack_from(">I", packed, 8)[0] == len(packed)


def test_the_fonts_of_a_first_visit_are_light() -> None:
    assert sum(len(font.content) for font in webfonts()) < _LIMIT


def test_waves_have_the_colours_of_the_charts_in_their_order() -> None:
    sheet = wave_colours(["one", "two", *(f"more-{number}" for number in range(7))]).content.decode()
    assert 'a[href$="#wave-one"] { --pp-ink: var(--pp-wave-1); }' in sheet
    assert 'a[href$="#wave-two"] { --pp-ink: var(--pp-wave-2); }' in sheet
    assert 'a[href$="#wave-more-6"] { --pp-ink: var(--pp-wave-1); }' in sheet
