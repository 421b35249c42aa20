import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

_SERVE = """\
import signal
import sys
from pathlib import Path
from generator.publish import serve

signal.signal(signal.SIGINT, signal.default_int_handler)  # a test run in the background inherits that it is ignored
serve(Path(sys.argv[1]), port=int(sys.argv[2]))
"""
_PATIENCE = 60


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def _read(address: str, *, wrong: bool = False) -> str:
    try:
        with urlopen(address, timeout=5) as reply:  # noqa: S310 - our own server
            return str(reply.read().decode())
    except HTTPError as error:
        return error.read().decode() if wrong else ""
    except (URLError, OSError):
        return ""


def _eventually(holds: Callable[[], bool]) -> bool:
    end = time.monotonic() + _PATIENCE
    while not (held := holds()) and time.monotonic() < end:
        time.sleep(0.2)
    return held


@contextmanager
def _serving(plan: Path) -> Iterator[tuple[str, "subprocess.Popen[str]"]]:
    port = _free_port()
    command = [sys.executable, "-c", _SERVE, str(plan), str(port)]
    with subprocess.Popen(command, cwd=plan.parents[1], stderr=subprocess.PIPE, text=True) as process:
        try:
            yield f"http://127.0.0.1:{port}/", process
        finally:
            process.kill()


def test_a_change_is_shown_an_error_is_told_and_the_old_site_is_served_on(project: Path) -> None:
    plan = project / "plan" / "plan.yaml"
    with _serving(plan) as (address, process):
        assert _eventually(lambda: "Dig" in _read(f"{address}schedule/"))
        assert "livereload" in _read(address)
        plan.write_text(plan.read_text().replace("name: Dig", "name: Delve"))
        assert _eventually(lambda: "Delve" in _read(f"{address}schedule/"))
        plan.write_text(plan.read_text().replace("[dig]", "[dug]"))
        time.sleep(3)
        assert "Delve" in _read(f"{address}schedule/")
        assert _eventually(lambda: "unknown item &quot;dug&quot;" in _read(address))
        process.send_signal(signal.SIGINT)
        _, told = process.communicate(timeout=_PATIENCE)
    assert process.returncode == 0
    assert 'unknown item "dug"' in told
    assert "Traceback" not in told


def test_what_is_saved_during_the_first_build_is_shown(project: Path) -> None:
    plan = project / "plan" / "plan.yaml"
    with _serving(plan) as (address, process):
        assert process.stderr is not None
        assert "building the site" in process.stderr.readline()
        time.sleep(1)
        plan.write_text(plan.read_text().replace("name: Dig", "name: Delve"))
        assert _eventually(lambda: "Delve" in _read(f"{address}schedule/"))


def test_templates_that_come_later_are_watched(project: Path) -> None:
    page = project / "site_templates" / "pages" / "mine.md.j2"
    with _serving(project / "plan" / "plan.yaml") as (address, _):
        assert _eventually(lambda: bool(_read(address)))
        page.parent.mkdir(parents=True)
        page.write_text("---\ntitle: Mine\n---\n# Mine\n\nFirst.\n")
        assert _eventually(lambda: "First." in _read(f"{address}mine/"))
        page.write_text(page.read_text().replace("First", "Second"))
        assert _eventually(lambda: "Second." in _read(f"{address}mine/"))


def test_a_plan_that_is_broken_from_the_start_is_told_in_the_browser(project: Path) -> None:
    plan = project / "plan" / "plan.yaml"
    sound = plan.read_text()
    plan.write_text(sound.replace("[dig]", "[dug]"))
    with _serving(plan) as (address, _):
        assert _eventually(lambda: "unknown item &quot;dug&quot;" in _read(address, wrong=True))
        plan.write_text(sound)
        assert _eventually(lambda: "Dig" in _read(f"{address}schedule/"))
