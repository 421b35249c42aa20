"""Emoji of planning documents, each drawn as a Material icon: fonts for print hold none."""

import re
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Emoji:
    """How one emoji is drawn: icon file, words for a screen reader, and tone (the theme's colour name)."""

    icon: str
    words: str
    tone: str = "accent"


def strip_modifiers(text: str) -> str:
    """Drop variation selectors, and the skin tones and joiners that follow an emoji: icons have none."""
    return _SELECTOR.sub("", _MODIFIER.sub("", text))


def emoji_in(text: str) -> dict[str, Emoji]:
    """Return the emoji that occur and can be drawn, in a fixed order."""
    return {character: emoji for character, emoji in _EMOJI.items() if character in text}


def _read(lines: Iterable[str]) -> dict[str, Emoji]:
    rows = (line.split(None, 3) for line in lines)
    return {row[0]: Emoji(f"material/{row[1]}", row[3], row[2]) for row in rows}


_MODIFIER = re.compile("(?<=[\u2190-\u2bff\U0001f000-\U0001faff])[\ufe0f\u200d\U0001f3fb-\U0001f3ff]+")
_SELECTOR = re.compile("[\ufe0e\ufe0f]")

_EMOJI = _read(
    """\
🎯 bullseye-arrow accent target
📊 chart-bar accent bar chart
📈 trending-up accent rising chart
📉 trending-down accent falling chart
⚠ alert warn warning
🧪 test-tube accent test tube
🔬 microscope accent microscope
🔄 sync accent cycle
🔁 repeat accent repeat
♻ recycle ok recycle
🗓 calendar-month accent calendar
📅 calendar accent calendar
📆 calendar-clock accent calendar
✅ check-circle ok done
☑ checkbox-marked ok ticked
✔ check-bold ok tick
❌ close-circle bad cross
❎ close-box bad cross
✖ close-thick bad cross
🚨 alarm-light bad alarm
🚦 traffic-light accent traffic light
🚧 hammer-wrench warn under construction
🏗 crane accent construction
🛑 stop-circle-outline bad stop
⛔ minus-circle bad no entry
🚫 cancel bad forbidden
❗ exclamation-thick bad important
❓ help accent question
ℹ information-outline info information
📞 phone accent telephone
☎ phone accent telephone
📱 cellphone accent mobile phone
📧 email-outline accent e-mail
✉ email-outline accent letter
📨 email-outline accent e-mail
💬 message-text-outline accent speech
🗣 account-voice accent speaking
📣 bullhorn-outline accent announcement
📢 bullhorn-outline accent announcement
📡 satellite-uplink accent antenna
🔔 bell accent bell
📚 bookshelf accent books
📖 book-open-page-variant-outline accent open book
📘 book-outline accent book
📋 clipboard-text-outline accent clipboard
📝 note-text-outline accent notes
📄 file-document-outline accent document
📁 folder-outline accent folder
📂 folder-open-outline accent open folder
📌 pin accent pin
📍 map-marker accent place
📎 paperclip accent paper clip
🔗 link-variant accent link
🔍 magnify accent magnifier
🔎 magnify accent magnifier
🔑 key accent key
🔒 lock accent lock
🔓 lock-open-variant accent open lock
🔐 lock accent lock with key
🛡 shield-outline accent shield
🔧 wrench accent wrench
🔨 hammer accent hammer
🛠 tools accent tools
⚙ cog accent gear
🧰 toolbox-outline accent toolbox
🧩 puzzle-outline accent puzzle piece
🧱 wall accent bricks
📦 package-variant accent package
👤 account accent person
👥 account-group accent people
🧑 account accent person
👨 account accent man
👩 account accent woman
👷 account-hard-hat accent worker
🤝 handshake-outline accent handshake
👀 eye-outline accent eyes
👍 thumb-up-outline ok thumbs up
👎 thumb-down-outline bad thumbs down
⏱ timer-outline accent stopwatch
⏲ timer-outline accent timer
⏰ alarm accent alarm clock
🕐 clock-outline accent clock
🕒 clock-outline accent clock
⌛ timer-sand accent hourglass
⏳ timer-sand accent hourglass
🚀 rocket-launch accent rocket
🔥 fire bad fire
💥 flash-alert bad collision
💡 lightbulb-on-outline warn idea
⚡ lightning-bolt warn lightning
⭐ star warn star
🌟 star-shooting-outline warn shining star
✨ creation accent sparkles
🏁 flag-checkered accent finish flag
🚩 flag bad red flag
🏆 trophy warn trophy
🎉 party-popper accent celebration
🗺 map accent map
🧭 compass-outline accent compass
🌍 earth accent globe
🌐 web accent web
☁ cloud-outline accent cloud
💾 content-save-outline accent disk
🗄 archive-outline accent archive
🗑 delete-outline accent bin
💻 laptop accent laptop
🖥 monitor accent screen
🤖 robot-outline accent robot
🐛 bug bad bug
🐞 bug bad bug
🧠 brain accent brain
💰 cash accent money
💵 cash accent money
💶 currency-eur accent money
💳 credit-card-outline accent card
🏦 bank accent bank
🏢 office-building accent office
🏠 home-outline accent home
🏭 factory accent factory
🚚 truck-outline accent lorry
🎓 school-outline accent graduation
🏷 tag-outline accent label
📐 ruler-square accent set square
📏 ruler accent ruler
⚖ scale-balance accent scales
🎲 dice-multiple-outline accent dice
🔮 crystal-ball accent forecast
🩺 stethoscope accent health check
🏥 hospital-box-outline accent hospital
🌡 thermometer accent thermometer
🔋 battery accent battery
🔌 power-plug-outline accent plug
🟢 circle ok green
🟡 circle warn yellow
🟠 circle warn orange
🔴 circle bad red
🔵 circle info blue
⚪ circle-outline muted white
⚫ circle muted black
⬜ square-outline muted empty square
⬛ square muted filled square
🔷 rhombus info diamond
🔶 rhombus warn diamond
➡ arrow-right-bold accent right arrow
⬅ arrow-left-bold accent left arrow
⬆ arrow-up-bold accent up arrow
⬇ arrow-down-bold accent down arrow
🔀 shuffle-variant accent crossing arrows
⏸ pause-circle-outline accent pause
▶ play accent play
⏩ fast-forward accent forward
↩ arrow-u-left-top accent back
➕ plus-thick accent plus
➖ minus-thick accent minus
""".splitlines(),
)
