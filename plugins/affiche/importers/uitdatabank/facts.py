"""What an event of UiTdatabank says beside its times, its place and its prices: its terms, for whom, how to book."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any
from zoneinfo import ZoneInfo

from affiche.importers.imported import Entry
from affiche.importers.json_values import objects, texts_of, word
from affiche.importers.texts import LONGEST_LINE, by_language, one_line, web_address
from affiche.importers.times import typed_time
from affiche.importers.uitdatabank.when import moment_of
from affiche.model.uitdatabank_terms import AUDIENCES, FACILITIES, SIGN_LANGUAGE, THEMES
from affiche.model.vocabulary import EVENT_TYPES

_USED = Counter(each.uitdatabank for each in EVENT_TYPES.values())
#: Our types by eventtype, where one of them alone has it; our words by theme and by facility.
TYPES = {each.uitdatabank: name for name, each in EVENT_TYPES.items() if _USED[each.uitdatabank] == 1}
DISCIPLINES = {term: name for name, term in THEMES.items()}
FEATURES = {term: name for name, term in FACILITIES.items()}
AUDIENCE_MEANT = {theirs: ours for ours, theirs in AUDIENCES.items()}

_AGES = re.compile(r"[0-9]{1,2}-[0-9]{0,2}|-[0-9]{1,2}")


def said_by_terms(item: dict[str, Any]) -> tuple[Entry, tuple[str, ...], bool]:
    """Type, disciplines, accessibility; the words of the other terms; whether a facility is left over."""
    found: Entry = {}
    words, is_left = [], False
    for term in objects(item.get("terms"))[:100]:
        code, domain, label = (word(term, name) for name in ("id", "domain", "label"))
        if code in TYPES and domain in ("", "eventtype"):
            found.setdefault("type", TYPES[code])
        elif code in DISCIPLINES and domain in ("", "theme"):
            found["disciplines"] = [*dict.fromkeys([*found.get("disciplines", ()), DISCIPLINES[code]])]
        elif code in FEATURES:
            found.setdefault("accessibility", {})[FEATURES[code]] = "yes"
        elif code == SIGN_LANGUAGE[1]:
            found["sign_languages"] = [SIGN_LANGUAGE[0]]
        elif domain in ("eventtype", "theme") and label:
            words.append(one_line(label[:LONGEST_LINE]))
        is_left |= domain == "facility" and code not in FEATURES and code != SIGN_LANGUAGE[1]
    return found, tuple(filter(None, words)), is_left


def attended(item: dict[str, Any]) -> tuple[Entry, bool]:
    """For whom it is, from which age on, its film; and whether its audience is one that we have no word for."""
    audience = next((word(each, "audienceType") for each in objects(item.get("audience"))), "")
    ages = word(item, "typicalAgeRange").replace(" ", "")
    videos = [link for each in objects(item.get("videos")) if (link := web_address(word(each, "url")))]
    low, _, high = ages.partition("-")
    is_range = bool(_AGES.fullmatch(ages)) and not (low and high and int(high) < int(low))
    found = {
        "audience": AUDIENCE_MEANT.get(audience, ""),
        "typical_age_range": ages if is_range else "",
        "video": videos[0] if videos else "",
    }
    return {name: value for name, value in found.items() if value}, bool(audience) and audience not in AUDIENCE_MEANT


def booked(item: dict[str, Any], language: str, zone: ZoneInfo) -> Entry:
    """How and when to book."""
    info = next(iter(objects(item.get("bookingInfo"))), {})
    found: Entry = {}
    if link := web_address(word(info, "url")):
        found["url"] = link
        if label := by_language(texts_of(info, "urlLabel", language)):
            found["label"] = label
    for name in ("email", "phone"):
        if line := one_line(word(info, name)[:LONGEST_LINE]):
            found[name] = line
    for name, theirs in (("opens", "availabilityStarts"), ("closes", "availabilityEnds")):
        if found and (moment := moment_of(word(info, theirs))):
            found[name] = typed_time(moment, zone)
    return {"booking": found} if found else {}
