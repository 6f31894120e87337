"""Lighthouse, mobile: the median of three runs of each category on a page."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import Any

from audit.outcome import Outcome, at_least

HERE = Path(__file__).resolve().parent
RUNS = 3
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
#: As root too; no name but this machine's leads anywhere.
FLAGS = (
    "--headless=new --no-sandbox --disable-dev-shm-usage "
    '--host-resolver-rules="MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1"'
)


def measure(address: str, performance: int, other: int) -> Iterator[Outcome]:
    """The medians of a page beside the least that performance and the other categories may be."""
    runs = [run(address) for _ in range(RUNS)]
    for category in CATEGORIES:
        score = median(round(100 * report["categories"][category]["score"]) for report in runs)
        faults = faults_of(runs[-1], category) if score < 100 else []
        limit = performance if category == "performance" else other
        yield at_least(" ".join((f"Lighthouse {category}", address.split("/", 3)[3], *faults)), score, limit)


def run(address: str) -> Any:
    """The report of one run."""
    command = [
        *("node", str(HERE / "node_modules/lighthouse/cli/index.js"), address, "--quiet", "--output=json"),
        *("--output-path=stdout", f"--only-categories={','.join(CATEGORIES)}", f"--chrome-flags={FLAGS}"),
    ]
    environment = os.environ | {"CHROME_PATH": shutil.which("chromium") or "/usr/bin/chromium"}
    return json.loads(subprocess.run(command, check=True, capture_output=True, env=environment).stdout)


def faults_of(report: Any, category: str) -> list[str]:
    """The audits of a category that cost points."""
    references = report["categories"][category]["auditRefs"]
    audits = [report["audits"][reference["id"]] for reference in references if reference["weight"]]
    return [f"[{audit['id']} {audit.get('displayValue', '')}]" for audit in audits if (audit["score"] or 0) < 0.95]
