"""Runs Lighthouse on one page and reads its report; a server that compresses, as web hosts do."""

import gzip
import json
import mimetypes
import os
import subprocess
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

METRICS = {
    "FCP": "first-contentful-paint",
    "LCP": "largest-contentful-paint",
    "SI": "speed-index",
    "TBT": "total-blocking-time",
    "CLS": "cumulative-layout-shift",
}
"""Milliseconds, but for the last, by the names that Lighthouse is known by."""
LIGHTHOUSE = Path(__file__).parent / "node_modules" / ".bin" / "lighthouse"
_FLAGS = "--headless=new --no-sandbox --disable-gpu --disable-quic --disable-background-networking --disable-sync"


@dataclass(frozen=True)
class Report:
    """Scores from 0 to 100, the audits that lower each, what performance is made of, and the bytes over the wire."""

    scores: dict[str, int]
    lacking: dict[str, list[str]]
    metrics: dict[str, float]
    transferred: int


class _Compressing(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(HTTPStatus.NOT_FOUND)
            return
        body = gzip.compress(path.read_bytes(), mtime=0)
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", mimetypes.guess_type(path.name)[0] or "application/octet-stream")
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        return


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """Serve a folder on a port of its own, every file compressed."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Compressing, directory=str(folder))) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()
            thread.join()


def visit(url: str, browser: str) -> Report:
    """Load a page as Lighthouse's phone does."""
    with tempfile.TemporaryDirectory() as folder:
        written = Path(folder, "report.json")
        command = [
            str(LIGHTHOUSE),
            url,
            "--quiet",
            "--output=json",
            f"--output-path={written}",
            f"--chrome-flags={_FLAGS}",
        ]
        environment = os.environ | {"CHROME_PATH": browser}
        subprocess.run(command, check=True, env=environment, timeout=300, capture_output=True)
        return _read(json.loads(written.read_text(encoding="utf-8")))


def _read(report: dict[str, Any]) -> Report:
    categories = report["categories"]
    return Report(
        scores={name: round(100 * category["score"]) for name, category in categories.items()},
        lacking={name: _lacking(category, report["audits"]) for name, category in categories.items()},
        metrics={name: report["audits"][audit]["numericValue"] for name, audit in METRICS.items()},
        transferred=round(report["audits"]["total-byte-weight"]["numericValue"]),
    )


def _lacking(category: dict[str, Any], audits: dict[str, Any]) -> list[str]:
    named = [audits[each["id"]] for each in category["auditRefs"] if each["weight"] > 0]
    return [each["title"] for each in named if each["score"] not in (None, 1)]
