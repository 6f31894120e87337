"""Stretches of time that are known to a day, a month or a season, in words."""

from __future__ import annotations

import pytest

from affiche.outputs.moments import stretch_words
from tests import factories as make


@pytest.mark.parametrize(
    ("start", "end", "french", "dutch"),
    [
        (None, None, "", ""),
        (
            "2026-10-03",
            "2027-01-03",
            "du 3 octobre 2026 au 3 janvier 2027",
            "van 3 oktober 2026 tot en met 3 januari 2027",
        ),
        ("2026-10", "2027-06", "octobre 2026 – juin 2027", "oktober 2026 – juni 2027"),
        ("2026-10", "2026-10", "octobre 2026", "oktober 2026"),
        ("2026-autumn", None, "début : automne 2026", "begin: herfst 2026"),
        (None, "2027-06", "fin : juin 2027", "einde: juni 2027"),
        ("2026-10-03", "2026-autumn", "3 octobre 2026 – automne 2026", "3 oktober 2026 – herfst 2026"),
    ],
)
def test_a_stretch_is_as_exact_as_it_is_known(start: str | None, end: str | None, french: str, dutch: str) -> None:
    days = {key: day for key, day in (("start", start), ("end", end)) if day}
    project = make.project("parade", None, **days)
    site = make.site(project)
    told = [stretch_words(site, project.start, project.end, language) for language in ("fr", "nl")]
    assert told == [french, dutch]
