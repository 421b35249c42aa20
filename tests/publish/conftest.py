from pathlib import Path

import pytest

SMALL = """\
title: Small
start: 2026-03-02
tasks:
  dig: {name: Dig, duration: 2d}
  plant: {name: Plant, duration: 1d, depends_on: [dig]}
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Begin a project that holds a small plan and nothing else."""
    folder = tmp_path / "project"
    (folder / "plan").mkdir(parents=True)
    (folder / "plan" / "plan.yaml").write_text(SMALL, encoding="utf-8")
    return folder
