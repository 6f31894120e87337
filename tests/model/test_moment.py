"""Days, hours and moments as they are typed."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from affiche.model.moment import (
    EARLIEST_YEAR,
    LATEST_YEAR,
    Moment,
    Precision,
    guess_day,
    guess_moment,
    guess_time,
    parse_day,
    parse_moment,
    parse_time,
)

local = datetime.fromisoformat
minutes = st.datetimes(local(f"{EARLIEST_YEAR}-01-01"), local(f"{LATEST_YEAR}-12-31")).map(
    lambda moment: moment.replace(second=0, microsecond=0)
)
moments = st.builds(lambda minute, precision: Moment(minute).known_by(precision), minutes, st.sampled_from(Precision))


@given(moments)
def test_moment_is_read_back_as_written(moment: Moment) -> None:
    assert parse_moment(str(moment)) == moment


@given(moments)
def test_moment_that_stands_is_its_own_guess(moment: Moment) -> None:
    if moment.precision <= Precision.DAY:
        assert guess_moment(str(moment)) == str(moment)


@given(minutes, st.sampled_from(Precision))
def test_moment_known_less_exactly_still_covers_its_day(minute: datetime, precision: Precision) -> None:
    moment = Moment(minute).known_by(precision)
    assert moment.precision is precision
    assert moment.day <= minute.date() <= moment.last_day


@given(st.text(alphabet="0123456789-/.: hZT+àsm", max_size=20))
def test_guess_of_anything_is_empty_or_stands(text: str) -> None:
    guess = guess_moment(text)
    assert guess == "" or str(parse_moment(guess)) == guess
    assert guess_time(text) == "" or parse_time(guess_time(text)) is not None
    assert guess_day(text) == "" or parse_day(guess_day(text)) is not None


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2026-12-05 20:00", Moment(local("2026-12-05 20:00"))),
        ("2026-12-05T20:00", Moment(local("2026-12-05 20:00"))),
        ("2026-12-05 9:30", Moment(local("2026-12-05 09:30"))),
        ("2026-12-05 20:00:00", Moment(local("2026-12-05 20:00"))),
        ("2026-12-05 20:00+01:00", Moment(local("2026-12-05 20:00"), offset=timedelta(hours=1))),
        ("2026-11-01 01:30-05:00", Moment(local("2026-11-01 01:30"), offset=-timedelta(hours=5))),
        ("2026-12-05 10:00-12:00", None),
        ("2026-12-05 07:00-09:00", None),
        ("2026-12-05T20:00-0500", Moment(local("2026-12-05 20:00"), offset=timedelta(hours=-5))),
        ("2026-12-05T19:00Z", Moment(local("2026-12-05 19:00"), offset=timedelta())),
        ("2026-12-05", Moment(local("2026-12-05"), Precision.DAY)),
        ("2026-12", Moment(local("2026-12-01"), Precision.MONTH)),
        ("2026-autumn", Moment(local("2026-09-01"), Precision.SEASON)),
    ],
)
def test_moment_is_read_in_each_form(text: str, moment: Moment) -> None:
    assert parse_moment(text) == moment


@pytest.mark.parametrize(
    "text", ["", "soon", "05/12/2026", "2026-12-5", "2026", "2026-fall", "2026-12-05 20h00", "2026-12-05 20:00:30"]
)
def test_moment_of_another_form_is_none(text: str) -> None:
    assert parse_moment(text) is None


@pytest.mark.parametrize(
    "text",
    ["2027-02-30", "2026-02-29", "2026-13", "2026-12-05 24:00", "1899-12-31", "2200-01", "2026-12-05 20:00+24:00"],
)
def test_moment_that_cannot_be_is_an_error(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        parse_moment(text)


def test_leap_day_is_a_day() -> None:
    assert parse_day("2028-02-29") == date(2028, 2, 29)
    with pytest.raises(ValueError, match=r"."):
        parse_day("2100-02-29")


@pytest.mark.parametrize(
    ("text", "day", "last_day"),
    [
        ("2026-12-05 20:00", date(2026, 12, 5), date(2026, 12, 5)),
        ("2026-12-05", date(2026, 12, 5), date(2026, 12, 5)),
        ("2026-02", date(2026, 2, 1), date(2026, 2, 28)),
        ("2028-02", date(2028, 2, 1), date(2028, 2, 29)),
        ("2026-12", date(2026, 12, 1), date(2026, 12, 31)),
        ("2026-winter", date(2026, 12, 1), date(2027, 2, 28)),
        ("2027-winter", date(2027, 12, 1), date(2028, 2, 29)),
        ("2026-spring", date(2026, 3, 1), date(2026, 5, 31)),
        ("2026-summer", date(2026, 6, 1), date(2026, 8, 31)),
        ("2026-autumn", date(2026, 9, 1), date(2026, 11, 30)),
    ],
)
def test_moment_covers_its_month_or_season(text: str, day: date, last_day: date) -> None:
    moment = parse_moment(text)
    assert moment is not None
    assert (moment.day, moment.last_day) == (day, last_day)


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("2026-12-05 20:00", "20261205T2000"),
        ("2026-12-05 20:00+01:00", "20261205T2000"),
        ("2026-12-05 09:05", "20261205T0905"),
        ("2026-12-05", "20261205"),
        ("2026-12", "202612"),
        ("2026-winter", "2026-winter"),
    ],
)
def test_moment_gives_its_performance_an_id(text: str, digits: str) -> None:
    moment = parse_moment(text)
    assert moment is not None
    assert moment.digits == digits


@pytest.mark.parametrize(
    ("day", "season"), [("2027-01-15", "2026-winter"), ("2027-02-28", "2026-winter"), ("2027-03-01", "2027-spring")]
)
def test_winter_is_that_of_its_december(day: str, season: str) -> None:
    moment = parse_moment(day)
    assert moment is not None
    assert str(moment.known_by(Precision.SEASON)) == season


def test_moment_is_never_known_more_exactly_than_typed() -> None:
    month = Moment(local("2026-12-01"), Precision.MONTH)
    assert month.known_by(Precision.MINUTE) == month


@pytest.mark.parametrize(
    ("text", "hour"),
    [("20:30", time(20, 30)), ("9:30", time(9, 30)), ("09:30:00", time(9, 30)), ("20h30", None), ("2030", None)],
)
def test_hour_is_read_as_typed(text: str, hour: time | None) -> None:
    assert parse_time(text) == hour


@pytest.mark.parametrize("text", ["24:00", "25:00", "20:60"])
def test_hour_that_cannot_be_is_an_error(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        parse_time(text)


@pytest.mark.parametrize(
    ("text", "guess"),
    [
        ("03/10/2026", "2026-10-03"),
        ("3.10.2026", "2026-10-03"),
        ("2026-10-3", "2026-10-03"),
        ("2026/10/03", "2026-10-03"),
        ("3 octobre 2026", "2026-10-03"),
        ("1er août 2026", "2026-08-01"),
        ("samedi 3 octobre 2026 à 20h30", "2026-10-03 20:30"),
        ("za. 3 okt. 2026 om 20 uur", "2026-10-03 20:00"),
        ("3 déc. 2026", "2026-12-03"),
        ("5 March 2026", "2026-03-05"),
        ("05/12/2026 20:30", "2026-12-05 20:30"),
        ("05/12/2026, 20.30 uur", "2026-12-05 20:30"),
        ("5/12/2026 8 pm", "2026-12-05 20:00"),
        ("2026-12-05T9h30", "2026-12-05 09:30"),
        ("30/02/2027", ""),
        ("12/25/2026", ""),
        ("05/12/26", "2026-12-05"),
        ("5-12-26 20h", "2026-12-05 20:00"),
        ("26-12-05", ""),
        ("2026-12-05 20", "2026-12-05 20:00"),
        ("5 décembre 2026 20", "2026-12-05 20:00"),
        ("2026-12-05 24", ""),
        ("2026-12-052", ""),
        ("5 décembre", ""),
        ("mars 2027", "2027-03"),
        ("dec. 2026", "2026-12"),
        ("brol 2026", ""),
        ("3 brol 2026", ""),
        ("05/12/2026 le soir", ""),
        ("05/12/2026 - 06/12/2026", ""),
        ("bientôt", ""),
    ],
)
def test_guess_of_a_moment_puts_the_day_first(text: str, guess: str) -> None:
    assert guess_moment(text) == guess


def test_guess_of_a_day_has_no_hour() -> None:
    assert guess_day("05/12/2026 à 20h") == "2026-12-05"
    assert guess_day("2026-12-05 20:00") == "2026-12-05"
    assert guess_day("2026-12") == guess_day("mars 2027") == ""


@pytest.mark.parametrize(
    ("text", "guess"),
    [
        ("20h30", "20:30"),
        ("20h", "20:00"),
        ("20 h 30", "20:30"),
        ("9H05", "09:05"),
        ("20u30", "20:30"),
        ("20:30u", "20:30"),
        ("20.30", "20:30"),
        ("20.30 uur", "20:30"),
        ("20 uur", "20:00"),
        ("20 heures", "20:00"),
        ("20,30", "20:30"),
        ("8 PM", "20:00"),
        ("8.30 p.m.", "20:30"),
        ("12 am", "00:00"),
        ("12pm", "12:00"),
        ("13 PM", ""),
        ("24h", ""),
        ("20:60", ""),
        ("2030", ""),
        ("20:3", ""),
        ("le soir", ""),
    ],
)
def test_guess_of_an_hour(text: str, guess: str) -> None:
    assert guess_time(text) == guess
