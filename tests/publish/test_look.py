from generator.publish.wave_colours import wave_colours


def test_waves_have_the_colours_of_the_charts_in_their_order() -> None:
    sheet = wave_colours(["one", "two", *(f"more-{number}" for number in range(7))])
    assert 'a[href$="#wave-one"] { --pp-ink: var(--pp-wave-1); }' in sheet
    assert 'a[href$="#wave-two"] { --pp-ink: var(--pp-wave-2); }' in sheet
    assert 'a[href$="#wave-more-6"] { --pp-ink: var(--pp-wave-1); }' in sheet
