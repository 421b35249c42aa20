import os
import threading
from collections.abc import Iterator
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from generator.publish import build_site

PLAN = Path(__file__).parents[2] / "plan" / "plan.yaml"
SUBPATH = "/teams/delivery/plan/"


class _UnderSubpath(SimpleHTTPRequestHandler):
    """Serves a folder below a path, as a host of many projects does; its own 404 page included."""

    def translate_path(self, path: str) -> str:
        inside = path.startswith(SUBPATH)
        return super().translate_path("/" + path[len(SUBPATH) :]) if inside else os.devnull + "/outside"

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        if code != HTTPStatus.NOT_FOUND:
            super().send_error(code, message, explain)
            return
        body = Path(self.directory, "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        return


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Publish the example plan."""
    output = tmp_path_factory.mktemp("published") / "build"
    outcome = build_site(PLAN, output)
    assert not outcome.has_errors
    return output / "site"


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Serve the published site on a port of its own, below a path."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_UnderSubpath, directory=str(site))) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}{SUBPATH}"
        server.shutdown()
        thread.join()
