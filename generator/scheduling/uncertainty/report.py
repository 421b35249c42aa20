"""A simulation for other programs: JSON with all of it, CSV with one line per task."""

import csv
import io
import json
from collections.abc import Callable, Mapping
from dataclasses import asdict

from generator.scheduling.telling import compact
from generator.scheduling.uncertainty.simulation import Percentile, Simulation
from generator.scheduling.working_time import Day

FORMAT_VERSION = 1
_DIGITS = 4
"""Decimals of all figures; the error of sampling is larger."""


def json_text(simulation: Simulation) -> str:
    """Write settings, finish, chances, risks, tasks and what moves the finish as one object."""
    told = {
        "format_version": FORMAT_VERSION,
        "distribution": simulation.settings.distribution.value,
        "runs": simulation.settings.runs,
        "seed": simulation.settings.seed,
        "varying_tasks": simulation.varying,
        "finish": {
            "percentiles": [_percentile(each) for each in simulation.percentiles],
            "mean_workdays": round(simulation.mean, _DIGITS),
            "sd_workdays": round(simulation.sd, _DIGITS),
            "standard_error_of_mean": round(simulation.mean_error, _DIGITS),
            "standard_error_of_p80": round(simulation.p80_error, _DIGITS),
        },
        "chances": [_rounded(asdict(each)) for each in simulation.chances],
        "finishes": [{**_day(each.day), "runs": each.runs} for each in simulation.finishes],
        "movers": [_rounded(asdict(each)) for each in simulation.movers],
        "risks": [_rounded(asdict(each)) for each in simulation.risks],
        "convergence": [_rounded(asdict(each)) for each in simulation.convergence],
        "tasks": [_rounded(asdict(each)) for each in simulation.tasks],
    }
    return json.dumps(told, indent=2, ensure_ascii=False) + "\n"


def csv_text(simulation: Simulation) -> str:
    """Write RFC 4180 with a header line; means and standard deviations in days."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(["id", "mean", "sd", "criticality", "ssi", "cruciality"])
    for each in simulation.tasks:
        writer.writerow(_rounded(asdict(each)).values())
    return out.getvalue()


def _percentile(percentile: Percentile) -> dict[str, object]:
    return {
        "percentile": percentile.share,
        **_day(percentile.finish),
        "workdays": round(percentile.workdays, _DIGITS),
    }


def _day(day: Day) -> dict[str, object]:
    return {"finish": compact(day), "finish_date": day.date.isoformat() if day.date else None}


def _rounded(figures: dict[str, object]) -> dict[str, object]:
    return {key: round(value, _DIGITS) if isinstance(value, float) else value for key, value in figures.items()}


REPORTS: Mapping[str, Callable[[Simulation], str]] = {"json": json_text, "csv": csv_text}
"""What a simulation can be written as, by format."""
