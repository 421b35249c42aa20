"""The environment that documents are rendered in."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import jinja2
from jinja2.utils import missing

from generator.errors import PlanpressError
from generator.formatting import did_you_mean


class TemplateError(PlanpressError):
    """A template that cannot be read or filled in."""


@dataclass(frozen=True)
class TemplateText:
    """A template as read: the path that messages name it by, and its text."""

    path: str
    text: str


@dataclass(frozen=True)
class Renderer:
    """Fills templates in."""

    environment: jinja2.Environment

    def render(self, name: str, values: Mapping[str, Any]) -> str:
        """Fill in one template; an error names the template and its line."""
        try:
            return self.environment.get_template(name).render(values)
        except jinja2.TemplateSyntaxError as error:
            raise TemplateError(f"{error.filename}:{error.lineno}: {error.message}") from None
        except jinja2.TemplateNotFound as error:
            raise TemplateError(
                f'template "{error.name}" not found', help="it belongs into site_templates/"
            ) from None
        except PlanpressError as error:
            raise TemplateError(f"{_place(error, name)}: {error.message}", help=error.help) from None
        except Exception as error:
            # A project's own template can go wrong in any way; whichever it is, its line is what helps.
            told = getattr(error, "message", None) or f"{type(error).__name__}: {error}"
            raise TemplateError(f"{_place(error, name)}: {told}") from error


def renderer(
    texts: Mapping[str, TemplateText], filters: Mapping[str, Callable[..., Any]], facts: Mapping[str, Any]
) -> Renderer:
    """Set up the environment of a build: strict about names, with the filters and globals given."""
    environment = jinja2.Environment(
        loader=jinja2.FunctionLoader(lambda name: _loaded(texts.get(name))),
        undefined=_telling({*facts, "document", "item"}),
        autoescape=_is_html,  # noqa: S701 - a function decides, which ruff cannot see
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters.update(filters)
    environment.globals.update(facts)
    return Renderer(environment)


def _telling(known: set[str]) -> type[jinja2.Undefined]:
    """Make what stands for a name that is not there: whoever uses it is told which name may be meant."""

    class Missing(jinja2.StrictUndefined):
        __slots__ = ("_among",)

        def __init__(self, hint: str | None = None, obj: Any = missing, name: str | None = None, *_: Any) -> None:  # noqa: ANN401 - Jinja's own signature
            self._among = known if obj is missing else obj
            told = hint if hint or obj is missing else f'{_kind(obj)} has no "{name}"'
            super().__init__(told, obj, name, self._error)  # type: ignore[arg-type] # what is raised

        def _error(self, told: str) -> PlanpressError:
            return PlanpressError(told, help=did_you_mean(str(self._undefined_name), _names_in(self._among)))

    return Missing


def _kind(value: object) -> str:
    """Say in words what a template asks for a part of."""
    if isinstance(value, Mapping):
        return "the mapping"
    return f'"{re.sub(r"(?<=[a-z])(?=[A-Z])", " ", type(value).__name__).lower()}"'


def _names_in(value: object) -> list[str]:
    """The keys of a mapping, else what an object shows."""
    names = value if isinstance(value, (Mapping, set)) else dir(value)
    return [str(each) for each in names if not str(each).startswith(("_", "model_"))]


def _is_html(name: str | None) -> bool:
    """Only HTML is escaped: Markdown and SVG have filters of their own."""
    return bool(name and name.endswith(".html.j2"))


def _loaded(template: TemplateText | None) -> tuple[str, str, Callable[[], bool]] | None:
    return (template.text, template.path, lambda: True) if template else None


def _place(error: Exception, name: str) -> str:
    """The innermost line of a template in the traceback."""
    place, trace = name, error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename.endswith(".j2"):
            place = f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}"
        trace = trace.tb_next
    return place
