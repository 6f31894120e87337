"""The council's figures about a stretch of time, as they are computed, frozen, published and compared.

All are counts of files; what each of them counts is said in words in the catalogues (`indicators.about.*`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Literal

from pydantic import ConfigDict, Field

from affiche.model.fields import ID_LENGTH, ID_PATTERN, LINE_LENGTH

#: The version of the definitions: figures of different versions are not compared.
VERSION: Literal[1] = 1

_STRICT = ConfigDict(extra="forbid", strict=True)

Count = Annotated[int, Field(ge=0, le=9_999_999)]
#: What is counted: an id, a municipality's number, a month, a code of a closed list.
Key = Annotated[str, Field(pattern=f"^{ID_PATTERN}$", max_length=ID_LENGTH)]
Country = Annotated[str, Field(pattern="^[A-Z]{2}$")]
Language = Annotated[str, Field(pattern="^[a-z]{2,3}(-[A-Za-z0-9]{1,8})*$", max_length=35)]
#: A text on one line: no character that controls a terminal or turns the direction of others.
Name = Annotated[
    str, Field(min_length=1, max_length=LINE_LENGTH, pattern=r"^[^\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]+$")
]
Names = Annotated[Mapping[Language, Name], Field(min_length=1, max_length=50)]


@dataclass(frozen=True, slots=True)
class Share:
    """How many of how many."""

    __pydantic_config__ = _STRICT
    count: Count
    of: Count

    def __post_init__(self) -> None:
        """Refuses more than all."""
        if self.count > self.of:
            raise ValueError(f"{self.count} of {self.of}")

    @property
    def percent(self) -> int | None:
        """The share in whole percents, half of one up; None of nothing."""
        return (200 * self.count + self.of) // (2 * self.of) if self.of else None


@dataclass(frozen=True, slots=True)
class Tally:
    """How many of one kind."""

    __pydantic_config__ = _STRICT
    id: Annotated[str, Field(pattern=f"^({ID_PATTERN}|[A-Z]{{2}})$", max_length=ID_LENGTH)]
    count: Count


@dataclass(frozen=True, slots=True)
class Month(Tally):
    """How many in one month: `2026-10`."""

    id: Annotated[str, Field(pattern="^(19|2[01])[0-9]{2}-(0[1-9]|1[0-2])$")]


@dataclass(frozen=True, slots=True)
class Member:
    """An organisation: its events, those that it made with others, and with how many others.

    Its name is kept, as a file may change or go.
    """

    __pydantic_config__ = _STRICT
    id: Key
    name: Names
    events: Count
    joint: Count
    partners: Count


@dataclass(frozen=True, slots=True)
class Pair:
    """Two organisations, by their ids in order, and how many events they made together."""

    __pydantic_config__ = _STRICT
    first: Key
    second: Key
    events: Count


@dataclass(frozen=True, slots=True)
class Feature:
    """How many events say yes, partly or no of something that helps visitors."""

    __pydantic_config__ = _STRICT
    id: Key
    yes: Count
    partial: Count
    no: Count


@dataclass(frozen=True, slots=True)
class Lead:
    """How many days lie between publication and first day: of how many events it is known, and the quartiles.

    A quartile is the least number of days that a quarter, half or three quarters of these events do not exceed.
    """

    __pydantic_config__ = _STRICT
    events: Count
    lower: Count
    median: Count
    upper: Count


@dataclass(frozen=True, slots=True)
class Debt:
    """How many texts of a collection lack a language of the site, and of how many texts."""

    __pydantic_config__ = _STRICT
    collection: Key
    language: Language
    missing: Count
    texts: Count


@dataclass(frozen=True, slots=True)
class Shares:
    """Parts of the public events: `free` of those whose price is stated, `accessible` of those that say anything."""

    __pydantic_config__ = _STRICT
    translated: Share
    priced: Share
    free: Share
    described: Share
    accessible: Share
    pictured: Share
    joint: Share
    labelled: Share
    transport: Share
    practice: Share


@dataclass(frozen=True, slots=True)
class Places:
    """Where public events are: by municipality of the region, else elsewhere in the country, abroad, or not stated."""

    __pydantic_config__ = _STRICT
    municipalities: tuple[Tally, ...]
    elsewhere: Count
    abroad: Count
    unstated: Count
    countries: tuple[Tally, ...]


@dataclass(frozen=True, slots=True)
class Figures:
    """All about the events of a year or a season; but for `professional`, of the public agenda alone."""

    __pydantic_config__ = _STRICT
    events: Count
    dates: Count
    dates_off: Count
    sold_out: Count
    months: tuple[Month, ...]
    undated: Count
    disciplines: tuple[Tally, ...]
    undisciplined: Count
    types: tuple[Tally, ...]
    states: tuple[Tally, ...]
    organisations: tuple[Member, ...]
    pairs: tuple[Pair, ...]
    places: Places
    shares: Shares
    features: tuple[Feature, ...]
    lead: Lead | None
    debts: tuple[Debt, ...]
    completeness: Annotated[int, Field(ge=0, le=100)] | None
    professional: tuple[Tally, ...]

    @property
    def professionals(self) -> int:
        """The events that are not for the public."""
        return sum(tally.count for tally in self.professional)


@dataclass(frozen=True, slots=True)
class State:
    """What all files are on a day, whatever year they tell of: how many, how complete, confirmed, translated."""

    __pydantic_config__ = _STRICT
    collections: tuple[Tally, ...]
    debts: tuple[Debt, ...]
    completeness: Annotated[int, Field(ge=0, le=100)] | None
    #: Records to be confirmed, by collection.
    due: tuple[Tally, ...]
    #: Of the organisations.
    labelled: Share
    practice: Share
    international: Share
    countries: tuple[Tally, ...]


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The figures of a year as they were on a day; they stay, whatever becomes of the files."""

    __pydantic_config__ = _STRICT
    version: Literal[1]
    year: Annotated[int, Field(ge=1900, le=2199)]
    frozen: Annotated[date, Field(strict=False)]
    languages: tuple[Language, ...]
    figures: Figures
    state: State
