"""The lessons that organisations share as a feed (RSS 2.0), the newest first, beside their library."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from html import escape

from affiche.model.organisation import Organisation
from affiche.model.practice import Practice
from affiche.outputs.artifact import Artifact
from affiche.outputs.bodies import body_html
from affiche.outputs.cards import language_label
from affiche.outputs.listing import Listing, Subscription
from affiche.outputs.news import public_since
from affiche.outputs.output import Output
from affiche.outputs.rss_channel import LABEL, MEDIA_TYPE, Channel, Draft, draft, feed_artifacts
from affiche.outputs.rss_html import mail_images, paragraph
from affiche.outputs.rss_item import plain_line
from affiche.outputs.rss_xml import Telling, make_item
from affiche.outputs.site import Site

FEED = Subscription("feed.xml", MEDIA_TYPE, LABEL, "feed.practices.title", "feed.practices.text")


def practice_listing(site: Site, language: str) -> Listing:
    """The library with its feed."""
    path = site.routes.page(language, Practice.collection)
    return Listing(language, None, path, path, site.words[language]("nav.practices"), (FEED,))


def practice_feeds(site: Site) -> Iterator[Artifact]:
    """The feed in each language, also while it is empty."""
    since = {each.id: public_since(site.calendar, each) for each in site.calendar.all(Practice)}
    newest = sorted(site.calendar.all(Practice), key=lambda each: (-since[each.id].timestamp(), each.id))
    channels = [_channel(site, practice_listing(site, language)) for language in site.languages]
    yield from feed_artifacts(site, channels, [_draft(site, each) for each in newest])


def _channel(site: Site, listing: Listing) -> Channel:
    words = site.words[listing.language]
    title = words("feed.channel", title=listing.title, site=site.calendar.settings.site_name)
    return Channel(listing.language, FEED.path(listing), listing.page, title, words("feed.practices.text"))


def _draft(site: Site, practice: Practice) -> Draft:
    since = public_since(site.calendar, practice)
    subjects = site.calendar.subjects_of(practice)
    stamps = [site.calendar.digest_of(each) for each in (practice, *subjects)]
    changed = max(site.calendar.dates_of(practice).updated, since)
    return draft(practice.id, (*stamps, str(since)), changed, partial(practice_item, site, practice))


def practice_item(site: Site, practice: Practice, language: str) -> bytes:
    """The item of a lesson; its identity and its date are the same in every language."""
    words, title = site.words[language], site.show(practice.title, language)
    lessons = [
        words("calendar.named", name=words(f"practice.{key}"), value=site.show(text, language).text)
        for key, text in (("worked", practice.worked), ("did_not_work", practice.did_not_work))
        if text
    ]
    subjects = site.calendar.subjects_of(practice)
    who = ", ".join(site.show(each.name, language).text for each in subjects if isinstance(each, Organisation))
    facts = [plain_line(fact) for fact in (language_label(site, title, language), who, *lessons) if fact]
    told = Telling(
        key=site.calendar.settings.identify(practice.identity),
        link=site.absolute(site.routes.record(language, practice)),
        title=plain_line(title.text),
        dated=public_since(site.calendar, practice),
        description=" ".join(f"{fact.removesuffix('.')}." for fact in facts) or plain_line(title.text),
        html="\n".join(_html(site, practice, language, facts)),
        categories=[(site.absolute("#theme"), words(f"theme.{theme}")) for theme in practice.themes],
        image=None,
    )
    return make_item(site, told)


def _html(site: Site, practice: Practice, language: str, facts: list[str]) -> Iterator[str]:
    body = site.show(practice.body, language)
    if body.text:
        html = body_html(site, body.text, mail_images(site, practice))
        yield f'<div lang="{escape(body.language)}">\n{html}\n</div>' if body.language else html
    yield paragraph(*facts)


PRACTICES = Output("practices", practice_feeds)
