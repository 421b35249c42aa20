"""Where an alert is said to arrive, where the plan sends it elsewhere."""

from collections.abc import Iterator

from generator.literals.claims import Claim
from generator.literals.sense.scenes import Scene
from generator.patterns import any_of

_ARRIVING = any_of(
    "called told tell tells reported announced raised goes go comes come rings arrives arrive lands land heard"
    " appears posted sent shown notified notifies pings"
)


def claims(scene: Scene) -> Iterator[Claim]:
    """Yield each alert that a channel's text claims for it, and each channel that an alert's text does."""
    owner = scene.owner
    if (
        not owner
        or owner[0] not in ("channel", "alert")
        or not scene.is_sure
        or _ARRIVING.isdisjoint(scene.clause.spoken)
    ):
        return
    alerts, reading = scene.reading.facts.plan.alerts, scene.reading
    for thing in scene.things:
        alerted = thing.of("alert") if owner[0] == "channel" else (owner,)
        channels = (owner,) if owner[0] == "channel" else () if thing.by_word else thing.of("channel")
        notified = {alerts[name].notify for _, name in alerted}
        if alerted and channels and notified.isdisjoint(name for _, name in channels):
            fact = f'"{alerted[0][1]}" notifies "{next(iter(notified))}"'
            yield reading.claim("owner", scene.span(thing.first, thing.last), fact, agrees=False)
