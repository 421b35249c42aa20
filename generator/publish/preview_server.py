"""The server of the live preview: what comes later is watched too, and broken plans are told in the page."""

import html
import logging
import threading
from collections.abc import Callable, Iterable
from pathlib import Path

from mkdocs.livereload import LiveReloadServer

_SECONDS = 0.5
_HEAD = "The site below is the one built last: the plan or a template is broken now."
_NONE = "There is no site yet: the plan or a template is broken."
_BANNER = (
    '<div role="alert" style="position:sticky;bottom:0;z-index:99;padding:.8rem 1.2rem;background:#b0241c;color:#fff;'
    'font:14px/1.45 system-ui,sans-serif"><strong>{head}</strong><pre style="margin:.4rem 0 0;white-space:pre-wrap;'
    'max-height:40vh;overflow:auto;color:inherit;background:none">{told}</pre></div>'
)


class PreviewServer(LiveReloadServer):
    """Serves a site that is built anew for every change below some paths, whether they are there yet or not."""

    def __init__(self, build: Callable[[], str], paths: Iterable[Path], *, host: str, port: int, root: Path) -> None:
        """Take a build that returns what is wrong, if anything is."""
        super().__init__(self._build, host=host, port=port, root=str(root))
        self.paths = tuple(path.absolute() for path in paths)
        self.wrong = ""
        self._run = build
        self.error_handler = self._page_of_errors
        self._ended = threading.Event()

    def serve(self, *, open_in_browser: bool = False) -> None:
        """Watch first and build then, so that no change is missed meanwhile."""
        del open_in_browser
        self.server_bind()
        self.server_activate()
        for path in self._present():
            self.watch(str(path))
        self.observer.start()
        logging.getLogger(__name__).info("building the site, then serving it on %s", self.url)
        self._build()
        threading.Thread(target=self._look_for_new, daemon=True).start()
        self.serve_thread.start()
        logging.getLogger(__name__).info("serving on %s", self.url)
        self._build_loop()  # type: ignore[no-untyped-call]

    def shutdown(self, wait: bool = False) -> None:  # noqa: FBT001, FBT002 - as above it
        """End the look for new paths as well."""
        self._ended.set()
        super().shutdown(wait)

    def _build(self) -> None:
        self.wrong = self._run()

    def _present(self) -> list[Path]:
        return [path for path in self.paths if path.exists()]

    def _look_for_new(self) -> None:
        """Watch what comes later, or comes again, and build anew for it."""
        while not self._ended.wait(_SECONDS):
            alive = {each.watch.path for each in self.observer.emitters if each.is_alive()}
            for path in map(str, self._present()):
                if path not in alive:
                    if path in self._watched_paths:
                        self.unwatch(path)
                    self.watch(path)
                    self._ask_for_build()

    def _ask_for_build(self) -> None:
        with self._rebuild_cond:
            self._want_rebuild = True
            self._rebuild_cond.notify_all()

    def _inject_js_into_html(self, content: bytes, epoch: int) -> bytes:
        whole: bytes = super()._inject_js_into_html(content, epoch)  # type: ignore[no-untyped-call]
        if not self.wrong:
            return whole
        before, end, after = whole.rpartition(b"</body>")
        return before + _BANNER.format(head=_HEAD, told=html.escape(self.wrong)).encode() + end + after

    def _page_of_errors(self, code: int) -> bytes | None:
        """Show what is wrong where there is no page for it, and look again soon."""
        del code
        banner = _BANNER.format(head=_NONE, told=html.escape(self.wrong))
        page = (
            f'<!doctype html><meta charset="utf-8"><meta http-equiv="refresh" content="2"><title>Plan</title>{banner}'
        )
        return page.encode() if self.wrong else None
