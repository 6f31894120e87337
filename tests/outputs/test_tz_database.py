"""A newer tz database, in which Brussels keeps the time of summer: what starts at 20:00 starts at 20:00."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from importlib.resources import files
from pathlib import Path

#: Prints, as JSON, what calendars, feeds and data say of an event in winter.
SCRIPT = """
import json
from affiche.outputs.registry import site_artifacts
from tests import factories as make
site = make.site(make.event(start="2026-12-05 20:00", end="2026-12-05 22:00"), make.organisation())
wanted = ("fr/calendar.ics", "fr/feed.xml", "api/v1/events.json")
print(json.dumps({each.path: each.render().decode() for each in site_artifacts(site) if each.path in wanted}))
"""


def told(database: Path) -> dict[str, str]:
    """What is said under a tz database, which need not know other zones."""
    environment = {**os.environ, "PYTHONTZPATH": str(database)}
    done = subprocess.run([sys.executable, "-c", SCRIPT], env=environment, check=True, capture_output=True, text=True)
    said: dict[str, str] = json.loads(done.stdout)
    return said


def test_a_local_time_is_the_same_under_another_tz_database(tmp_path: Path) -> None:
    (tmp_path / "new/Europe").mkdir(parents=True)
    always_two_hours_ahead = files("tzdata").joinpath("zoneinfo/Africa/Maputo").read_bytes()
    (tmp_path / "new/Europe/Brussels").write_bytes(always_two_hours_ahead)
    before, after = told(tmp_path / "none"), told(tmp_path / "new")
    assert "DTSTART;TZID=Europe/Brussels:20261205T200000" in before["fr/calendar.ics"]
    assert before.pop("fr/calendar.ics") == after.pop("fr/calendar.ics")
    for path, text in before.items():
        assert after[path] == text.replace("+01:00", "+02:00")
        assert re.findall(r"2026-12-05T20:00:00(\+0[12]:00)", after[path]) != []
