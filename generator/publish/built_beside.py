"""The pages of a long plan set in the theme by two processes, once all of them are read."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import cache
from typing import Any, Protocol

from mkdocs.commands.build import _build_page
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation

from generator.publish.read_beside import ReadBeside, Said, listening, repeat
from generator.shared import Shared
from generator.side_by_side import beside


class _Templates(Protocol):
    def get_template(self, name: str) -> Any:  # noqa: ANN401 - the theme's, by an engine that is not our concern
        ...


class BuiltBeside:
    """A plugin that has pages built by another process, from the last on, where they were read by two."""

    def __init__(self, stack: ExitStack, read: ReadBeside) -> None:
        """Begin with nothing."""
        self._stack, self._read = stack, read
        self._nav: Navigation | None = None
        self._told: Callable[[], list[Said]] = list

    def on_nav(self, nav: Navigation, **_: object) -> Navigation:
        """Remember what every page shows."""
        self._nav = nav
        return nav

    def on_env(self, env: _Templates, *, config: MkDocsConfig, files: Files) -> _Templates:
        """Begin to build pages elsewhere."""
        nav = self._nav
        if nav is None or not self._read.is_shared:
            return env
        written = files.documentation_pages()
        pages = Shared(written)

        def built() -> list[Said]:
            with listening() as said:
                for page in filter(None, (file.page for file in pages.last())):
                    _build_page(page, config, written, nav, env)  # type: ignore[arg-type] # MkDocs's own
            return said

        self._told = cache(self._stack.enter_context(beside(built)))
        return _Halved(env, pages.first())

    def on_post_build(self, **_: object) -> None:
        """Wait for the other pages."""
        repeat(self._told())


class _Halved:
    """The theme's templates, which leave a page that is built elsewhere empty: MkDocs writes no empty page."""

    def __init__(self, env: _Templates, here: Iterator[File]) -> None:
        self._env, self._here = env, here

    def get_template(self, name: str) -> "_Template":
        """The template as MkDocs asks for it."""
        return _Template(self._env.get_template(name).render, self._here)

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever else the templates have
        return getattr(self._env, name)


class _Template:
    def __init__(self, render: Callable[[dict[str, Any]], str], here: Iterator[File]) -> None:
        self._render, self._here = render, here

    def render(self, context: dict[str, Any]) -> str:
        """What a template makes of a page here, and nothing of one that is left to the other process."""
        is_left = context.get("page") is not None and next(self._here, None) is None
        return "" if is_left else self._render(context)
