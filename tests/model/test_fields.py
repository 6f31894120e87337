"""Types of front-matter values: what each accepts, and how it refuses."""

from __future__ import annotations

from datetime import date, time
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from jsonschema import Draft202012Validator
from pydantic import TypeAdapter

from affiche.model.fields import (
    Count,
    Country,
    Day,
    Email,
    Hour,
    Id,
    IsTrue,
    LanguageCode,
    Line,
    MomentField,
    PerformanceId,
    Phone,
    Url,
    Year,
    Zone,
)
from affiche.model.moment import parse_moment
from affiche.model.reading import Reading
from tests.typed import Refused, read

ACCEPTED: list[tuple[Any, str, object]] = [
    (Line, "Soirée : jazz # 3", "Soirée : jazz # 3"),
    (Id, "nuit-ouverte-2", "nuit-ouverte-2"),
    (PerformanceId, "premiere", "premiere"),
    (PerformanceId, "20261205T2000", "20261205T2000"),
    (PerformanceId, "202612", "202612"),
    (PerformanceId, "2026-winter", "2026-winter"),
    (LanguageCode, "nl-BE", "nl-BE"),
    (LanguageCode, "sfb", "sfb"),
    (MomentField, "2026-12-05 20:00", parse_moment("2026-12-05 20:00")),
    (MomentField, "2026-12-05 9:30", parse_moment("2026-12-05 09:30")),
    (MomentField, "2026-12", parse_moment("2026-12")),
    (MomentField, "2026-winter", parse_moment("2026-winter")),
    (Day, "2026-12-05", date(2026, 12, 5)),
    (Hour, "9:30", time(9, 30)),
    (IsTrue, "true", True),
    (Url, "https://example.org/a?b=c", "https://example.org/a?b=c"),
    (Count, "0475", 475),
    (Year, "1994", "1994"),
    (Country, "BE", "BE"),
    (Zone, "Europe/Paris", ZoneInfo("Europe/Paris")),
    (Email, "info@example.org", "info@example.org"),
    (Phone, "+32 2 123 45 67", "+32 2 123 45 67"),
    (Phone, "02/123.45.67", "02/123.45.67"),
]
REFUSED: list[tuple[Any, str, str, object]] = [
    (Line, "a" * 301, "text-too-long", ""),
    (Id, "Nuit ouverte", "id-format", ""),
    (Id, "nuit_ouverte", "id-format", ""),
    (Id, "nuit\n", "id-format", ""),
    (PerformanceId, "a" * 41, "id-format", ""),
    (LanguageCode, "FR", "language-unknown", "fr"),
    (LanguageCode, "xx", "language-unknown", ""),
    (MomentField, "05/12/2026 20h", "date-format", "2026-12-05 20:00"),
    (MomentField, "2027-02-30", "moment-impossible", ""),
    (Day, "05/12/2026 20h", "date-format", "2026-12-05"),
    (Day, "2026-12-05 20:00", "date-format", "2026-12-05"),
    (Day, "2026-12", "date-format", ""),
    (Hour, "20h30", "time-format", "20:30"),
    (Hour, "24:00", "moment-impossible", ""),
    (IsTrue, "yes", "true-expected", "true"),
    (IsTrue, "false", "true-expected", ""),
    (Url, "example.org", "url-format", "https://example.org"),
    (Url, "https://bit.ly/a", "url-doubtful", ""),
    (Url, "https://example.org/?utm_source=a", "url-tracking", "https://example.org/"),
    (Count, "120 places", "number-expected", ""),
    (Count, "-1", "number-expected", ""),
    (Count, "٣", "number-expected", ""),
    (Year, "94", "year-format", ""),
    (Country, "Belgique", "value-unknown", "BE"),
    (Country, "be", "value-unknown", "BE"),
    (Zone, "Bruxelles", "time-zone-unknown", "Europe/Brussels"),
    (Zone, "../../etc/passwd", "time-zone-unknown", ""),
    (Zone, "Europe", "time-zone-unknown", ""),
    (Email, "info@example", "email-format", ""),
    (Email, "info @example.org", "email-format", ""),
    (Email, "info?bcc=all@example.org", "email-format", ""),
    (Email, "info,all@example.org", "email-format", ""),
    (Email, "info%0d%0aBcc:all@example.org", "email-format", ""),
    (Phone, "appelez-nous", "phone-format", ""),
]


@pytest.mark.parametrize(("kind", "typed", "value"), ACCEPTED)
def test_value_is_read(kind: Any, typed: str, value: object) -> None:
    assert read(kind, typed) == value


@pytest.mark.parametrize(("kind", "typed", "code", "hint"), REFUSED)
def test_value_is_refused_with_a_correction(kind: Any, typed: str, code: str, hint: object) -> None:
    assert read(kind, typed) == Refused(code, hint)


@pytest.mark.parametrize(("kind", "hint"), [(kind, hint) for kind, _, _, hint in REFUSED if hint])
def test_correction_is_accepted(kind: Any, hint: object) -> None:
    assert not isinstance(read(kind, hint), Refused)


@pytest.mark.parametrize(("kind", "typed"), [(kind, typed) for kind, typed, _ in ACCEPTED])
def test_value_stands_before_the_json_schema(kind: Any, typed: str) -> None:
    schema = TypeAdapter(kind).json_schema()
    assert list(Draft202012Validator(schema).iter_errors(typed == "true" or typed)) == []


@pytest.mark.parametrize("typed", [["2026-12-05"], {"fr": "a"}])
def test_value_is_one_text(typed: object) -> None:
    assert read(Day, typed) == Refused("text-expected")


def test_warning_is_silenced_for_the_value() -> None:
    lenient = Reading().silenced().as_context()
    assert TypeAdapter(Url).validate_python("https://bit.ly/a", context=lenient) == "https://bit.ly/a"
