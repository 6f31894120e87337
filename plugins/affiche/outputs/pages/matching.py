"""Offers and wishes: all of them by kind, and which could meet, said in words; nothing is sent by itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from affiche.model.call import Call
from affiche.model.country import country_name
from affiche.model.text import Wording
from affiche.model.vocabulary import OFFER_KINDS
from affiche.outputs.artifact import Artifact
from affiche.outputs.calls.lists import calls_of
from affiche.outputs.exchange import CALLS_OFFER, Match, Notice, matches_of, notices_of
from affiche.outputs.pages.narrowing import Trait, filters_among, values_of
from affiche.outputs.pages.page import network_page, page_artifact
from affiche.outputs.pages.strips import Named, named
from affiche.outputs.site import Site

KEY = "matching"
FILTERS = ("side", "what", "discipline", "country")
#: The page has so many proposals; each organisation's has all of its own.
MOST_MATCHES = 100


@dataclass(frozen=True, slots=True)
class NoticeLine:
    """An offer or a wish in words: who, what, for whom and where, until when."""

    owner: Wording
    href: str
    side: str
    text: Wording
    terms: str
    until: str
    traits: Sequence[Trait]

    @property
    def values(self) -> Mapping[str, str]:
        """Its values by filter."""
        return values_of(self.traits, FILTERS)


@dataclass(frozen=True, slots=True)
class MatchLine:
    """Two that could meet, in words: who offers and who seeks, what each says, what they have in common."""

    kind: str
    offer: NoticeLine
    seek: NoticeLine
    offers: str
    seeks: str
    reasons: Sequence[str]

    @property
    def values(self) -> Mapping[str, str]:
        """The values of both by filter."""
        return values_of((*self.offer.traits, *self.seek.traits), FILTERS)


def matching_artifacts(site: Site) -> Iterator[Artifact]:
    """The page in each language."""
    behind = {(notice.owner.collection, notice.owner.id): notice.owner for notice in notices_of(site)}
    stamp = (
        [site.calendar.digest_of(owner) for owner in behind.values()],
        [(each.side, each.kind, each.owner.id, each.disciplines) for each in notices_of(site)],
        [(call.id, site.calendar.digest_of(call)) for call in calls_of(site).current()],
        matches_stamp(site, matches_of(site)),
    )
    for language in site.languages:
        page = network_page(site, language, KEY)
        yield page_artifact(site, page, "matching.html", stamp, partial(_view, site, language))


def matches_stamp(site: Site, matches: Sequence[Match]) -> list[str]:
    """What the lines of matches depend on."""
    digest = site.calendar.digest_of
    return [
        f"{digest(each.offer.owner)}{digest(each.seek.owner)}{each.offer.text}{each.seek.text}{each.disciplines}"
        for each in matches
    ]


def _view(site: Site, language: str) -> Mapping[str, Any]:
    lines = [(notice.kind, notice_line(site, notice, language)) for notice in notices_of(site)]
    kinds = {kind: [line for each, line in lines if each == kind] for kind in OFFER_KINDS}
    matches = matches_of(site)
    return {
        "count": len(lines),
        "kinds": {kind: sorted(found, key=_offers_first) for kind, found in kinds.items() if found},
        "matches": [match_line(site, match, language) for match in matches[:MOST_MATCHES]],
        "filters": filters_among((trait for _, line in lines for trait in line.traits), FILTERS),
        "calls": [_call(site, call, language) for call in calls_of(site).current() if call.kind not in CALLS_OFFER],
    }


def _offers_first(line: NoticeLine) -> bool:
    return "seeks" in line.values["side"]


def notice_line(site: Site, notice: Notice, language: str) -> NoticeLine:
    """An offer or a wish in the words of a language."""
    words = site.words[language]
    disciplines = [Trait("discipline", each, words(f"discipline.{each}")) for each in notice.disciplines]
    countries = [Trait("country", code, country_name(code, language)) for code in notice.countries]
    side = Trait("side", notice.side, words(f"{KEY}.{notice.side}"))
    name, href, _ = named(site, notice.owner, language)
    return NoticeLine(
        name,
        href,
        side.label,
        site.show(notice.text, language),
        ", ".join(trait.label for trait in (*disciplines, *countries)),
        site.dates[language].period(None, notice.until) if notice.until else "",
        [side, Trait("what", notice.kind, words(f"offer.{notice.kind}")), *disciplines, *countries],
    )


def match_line(site: Site, match: Match, language: str) -> MatchLine:
    """A match in the words of a language."""
    words, kind = site.words[language], match.offer.kind
    return MatchLine(
        words(f"offer.{kind}"),
        notice_line(site, match.offer, language),
        notice_line(site, match.seek, language),
        words("match.joint", clause=words(f"match.offers.{kind}")),
        words(f"match.seeks.{kind}"),
        list(_reasons(site, match, language)),
    )


def _reasons(site: Site, match: Match, language: str) -> Iterator[str]:
    """Why two could meet: what both state, or that one is open to all."""
    words, dates = site.words[language], site.dates[language]
    common = dates.enumerated([words(f"discipline.{each}").lower() for each in match.disciplines])
    yield words("match.common", names=common) if common else words("match.any")
    if match.countries:
        yield words(
            "match.countries", names=dates.enumerated([country_name(code, language) for code in match.countries])
        )
    until = [notice.until for notice in (match.offer, match.seek) if notice.until]
    if until:
        yield dates.period(None, min(until))


def _call(site: Site, call: Call, language: str) -> Named:
    """An open call of another kind, with the last day to answer."""
    last = calls_of(site).last_day(call) if call.deadline else None
    until = site.dates[language].period(None, last)
    return named(site, call, language, until)
