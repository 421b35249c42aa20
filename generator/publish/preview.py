"""Live preview: built anew on every change, while the browser keeps what was built last."""

import gc
import logging
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

from generator.errors import PlanpressError
from generator.findings import Severity
from generator.publish.project import Project, project_of
from generator.publish.site import build_site
from generator.snapshot import Outcome

Report = Callable[[Outcome | PlanpressError], None]
_HOST = "127.0.0.1"


def serve(
    plan: Path | Project,
    *,
    port: int = 8000,
    as_of: date | None = None,
    output: Path = Path("build"),
    report: Report | None = None,
) -> None:
    """Serve the site until interrupted; whatever is wrong is told, and the site built last is served on."""
    from generator.publish.preview_server import PreviewServer  # noqa: PLC0415 - slow to import, and only needed here

    logging.basicConfig(level=logging.INFO, format="%(message)s")
    told = report or tell
    project = project_of(plan)

    def rebuild() -> str:
        result: Outcome | PlanpressError
        try:
            result = build_site(project, output, as_of=as_of)
        except PlanpressError as error:
            result = error
        told(result)
        gc.collect()  # a process that goes on building has to let go of what it built before
        return "\n".join(_stops(result))

    server = PreviewServer(rebuild, project.watched, host=_HOST, port=port, root=output / "site")
    try:
        server.serve()
    except KeyboardInterrupt:
        pass
    except OSError as error:
        message = f"cannot listen on port {port}: {error.strerror}"
        raise PlanpressError(message, help="choose another: --port 8001") from None
    finally:
        server.shutdown()


def tell(result: Outcome | PlanpressError) -> None:
    """Write findings, or what stopped the build, to the terminal."""
    lines = [result.message, result.help or ""] if isinstance(result, PlanpressError) else _findings(result)
    sys.stderr.writelines(f"{line}\n" for line in lines if line)


def _stops(result: Outcome | PlanpressError) -> list[str]:
    """Tell what has kept the site from being built; nothing where it was."""
    if isinstance(result, PlanpressError):
        return [result.message, *filter(None, [result.help])]
    return _findings(result, Severity.ERROR) if result.has_errors else []


def _findings(outcome: Outcome, least: Severity = Severity.INFO) -> list[str]:
    return [
        f"{each.place.file}:{each.place.line}:{each.place.column}: {each.severity}: {each.message} ({each.rule})"
        for each in outcome.findings
        if each.severity.rank <= least.rank
    ]
