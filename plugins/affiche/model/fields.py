"""Types of front-matter values: how each is read from what was typed, and its JSON Schema."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from typing import Annotated, Any, TypeVar
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler, ValidationInfo
from pydantic_core import CoreSchema, core_schema

from affiche.model.country import country_named, is_country
from affiche.model.language import codes_by_any_name, fold_name, is_language
from affiche.model.moment import (
    Moment,
    guess_day,
    guess_moment,
    guess_time,
    parse_day,
    parse_moment,
    parse_time,
    with_day_first,
    without_zone,
)
from affiche.model.nearest import nearest
from affiche.model.price_words import guess_amount
from affiche.model.reading import reading_of, refusal
from affiche.model.url import url_faults
from affiche.model.value_words import value_meant
from affiche.model.zone_words import zones_by_word
from affiche.problems import Severity

ID_PATTERN = "[a-z0-9]+(-[a-z0-9]+)*"
ID_LENGTH = 80
PERFORMANCE_ID_LENGTH = 40
LINE_LENGTH = 300
#: Euros as they are typed: `8`, `8.50`.
AMOUNT = "[0-9]{1,5}([.][0-9]{1,2})?"

Parser = Callable[[str, ValidationInfo], Any]
T = TypeVar("T")


@dataclass(frozen=True, slots=True, eq=False)
class Scalar:
    """An annotation: a value written as one scalar, the function that reads it, its JSON Schema, and its rule.

    `rule` is what the form in the browser is told: the `kind` of value, and what bounds it.
    """

    parse: Parser
    schema: dict[str, Any]
    rule: Mapping[str, Any]

    def read(self, value: object, info: ValidationInfo) -> Any:
        """The value of a typed scalar; refuses lists and mappings."""
        if not isinstance(value, str):
            raise refusal("text-expected")
        return self.parse(value, info)

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.with_info_plain_validator_function(self.read)

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return self.schema


def line(limit: int = LINE_LENGTH) -> Scalar:
    """One line of text of at most `limit` characters."""

    def parse(value: str, _info: ValidationInfo) -> str:
        return limited(value, limit)

    return Scalar(parse, {"type": "string", "maxLength": limit}, {"kind": "line", "limit": limit})


def limited(value: str, limit: int, at: str = "") -> str:
    """A text no longer than `limit` characters; `at` names the field below, if it is one's."""
    if len(value) > limit:
        raise refusal("text-too-long", at=at, length=str(len(value)), limit=str(limit))
    return value


def one_of(choices: Collection[str]) -> Scalar:
    """A word of a closed list."""
    known = frozenset(choices)

    def parse(value: str, _info: ValidationInfo) -> str:
        if value in known:
            return value
        hint = value_meant(value, known) or nearest(value, choices)
        raise refusal("value-unknown", hint, value=value, choices=", ".join(choices))

    return Scalar(parse, {"enum": list(choices)}, {"kind": "choice", "choices": list(choices)})


def matching(
    pattern: str, code: str, example: str, kind: str = "pattern", guess: Callable[[str], str] = lambda _: ""
) -> Scalar:
    """A text that matches a pattern as a whole, which a browser understands too; `guess` corrects another one."""
    whole = re.compile(pattern)

    def parse(value: str, _info: ValidationInfo) -> str:
        if whole.fullmatch(value):
            return value
        raise refusal(code, guess(value), value=value, example=example)

    rule = {"kind": kind, "pattern": pattern, "code": code, "example": example}
    return Scalar(parse, {"type": "string", "pattern": f"^({pattern})$"}, rule)


def reference(collection: str) -> Scalar:
    """An id of another file, as typed: whether there is such a file is seen where all of them are known.

    An empty `collection` is that of the file itself.
    """

    def parse(value: str, _info: ValidationInfo) -> str:
        return limited(value, LINE_LENGTH)

    rule = {"kind": "reference", "to": collection, "limit": LINE_LENGTH}
    return Scalar(parse, {"type": "string", "pattern": f"^{ID_PATTERN}$"}, rule)


def _parse_language(value: str, _info: ValidationInfo) -> str:
    if is_language(value):
        return value
    guess = value.lower() if is_language(value.lower()) else codes_by_any_name().get(fold_name(value), "")
    raise refusal("language-unknown", guess, value=value)


def _parse_moment(value: str, _info: ValidationInfo) -> Moment:
    has_day = re.match("[0-9]{4}-[0-9]{2}-[0-9]{2}[ T]", value)
    return _parsed(parse_moment, guess_moment, value, "time-format" if has_day else "date-format")


def _parse_day(value: str, _info: ValidationInfo) -> date:
    return _parsed(parse_day, guess_day, value, "date-format")


def _parse_time(value: str, _info: ValidationInfo) -> time:
    return _parsed(parse_time, guess_time, value, "time-format")


def _parsed(parse: Callable[[str], T | None], guess: Callable[[str], str], value: str, code: str) -> T:
    try:
        parsed = parse(value)
    except ValueError:
        raise refusal("moment-impossible", with_day_first(value), value=value) from None
    if parsed is None:
        near = guess(value)
        is_zoned = code == "time-format" and without_zone(value) != value
        reason = "zone" if is_zoned else "near"
        raise refusal(code, near, value=value, near=near, reason=reason if near else "")
    return parsed


def _parse_true(value: str, _info: ValidationInfo) -> bool:
    if value != "true":
        raise refusal("true-expected", "true" if value_meant(value, ("yes",)) else "", value=value)
    return True


def _parse_url(value: str, info: ValidationInfo) -> str:
    lenient = reading_of(info).lenient
    faults = [fault for fault in url_faults(value) if fault.severity is Severity.ERROR or not lenient]
    if faults:
        fault, *others = faults
        raise refusal(fault.code, fault.hint, severity=fault.severity, also=others, **fault.values)
    return value


def _parse_amount(value: str, _info: ValidationInfo) -> Decimal:
    if re.fullmatch(AMOUNT, value):
        return Decimal(value)
    raise refusal("price-format", guess_amount(value), value=value)


def _parse_whole_number(value: str, _info: ValidationInfo) -> int:
    if re.fullmatch("[0-9]{1,6}", value):
        return int(value)
    raise refusal("number-expected", value=value)


def _parse_country(value: str, _info: ValidationInfo) -> str:
    if is_country(value):
        return value
    raise refusal("value-unknown", country_named(value), value=value, choices="BE, FR, NL, LU, DE, GB, …")


def _parse_zone(value: str, _info: ValidationInfo) -> ZoneInfo:
    try:
        return ZoneInfo(value)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise refusal("time-zone-unknown", zones_by_word().get(fold_name(value), ""), value=value) from None


_MOMENT_SCHEMA = {
    "type": "string",
    "pattern": "^([0-9]{4}-[0-9]{2}(-[0-9]{2}([ T][0-9]{1,2}:[0-9]{2}.*)?)?|[0-9]{4}-(winter|spring|summer|autumn))$",
}
Line = Annotated[str, line()]
Id = Annotated[str, matching(ID_PATTERN, "id-format", "nuit-ouverte", "id")]
PerformanceId = Annotated[
    str,
    matching(
        rf"(?=.{{1,{PERFORMANCE_ID_LENGTH}}}$)([a-z0-9]+(-[a-z0-9]+)*|[0-9]{{8}}T[0-9]{{4}}|[0-9]{{6,8}})",
        "id-format",
        "premiere",
        "id",
    ),
]
LanguageCode = Annotated[
    str,
    Scalar(_parse_language, {"type": "string", "pattern": "^[a-z]{2,3}(-[A-Za-z0-9]+)*$"}, {"kind": "language"}),
]
MomentField = Annotated[Moment, Scalar(_parse_moment, _MOMENT_SCHEMA, {"kind": "moment"})]
Day = Annotated[date, Scalar(_parse_day, {"type": "string", "format": "date"}, {"kind": "day"})]
Hour = Annotated[time, Scalar(_parse_time, {"type": "string", "pattern": "^[0-9]{1,2}:[0-9]{2}$"}, {"kind": "time"})]
IsTrue = Annotated[bool, Scalar(_parse_true, {"const": True}, {"kind": "true"})]
Url = Annotated[str, Scalar(_parse_url, {"type": "string", "format": "uri", "maxLength": 2048}, {"kind": "url"})]
Amount = Annotated[
    Decimal,
    Scalar(
        _parse_amount,
        {"type": ["number", "string"], "pattern": "^[0-9]{1,5}([.][0-9]{1,2})?$"},
        {"kind": "amount"},
    ),
]
Year = Annotated[str, matching("1[0-9]{3}|20[0-9]{2}", "year-format", "1994")]
Count = Annotated[int, Scalar(_parse_whole_number, {"type": ["integer", "string"]}, {"kind": "count"})]
Country = Annotated[str, Scalar(_parse_country, {"type": "string", "pattern": "^[A-Z]{2}$"}, {"kind": "country"})]
Zone = Annotated[ZoneInfo, Scalar(_parse_zone, {"type": "string"}, {"kind": "zone"})]
#: One address and nothing else: `?` and `,` would add others, or a subject, to the mail that a link begins.
MAILBOX = "(?=.{1,64}@)[A-Za-z0-9_+-]+([.][A-Za-z0-9_+-]+)*@[a-z0-9-]+([.][a-z0-9-]+)+"
Email = Annotated[str, matching(MAILBOX, "email-format", "info@example.org", "email")]
Phone = Annotated[str, matching(r"[+]?[0-9][0-9 ./]{5,20}", "phone-format", "+32 2 123 45 67", "phone")]
OrganisationId = Annotated[str, reference("organisations")]
VenueId = Annotated[str, reference("venues")]
EventId = Annotated[str, reference("events")]
CampaignId = Annotated[str, reference("campaigns")]
GroupId = Annotated[str, reference("groups")]
ProjectId = Annotated[str, reference("projects")]
