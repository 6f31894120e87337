"""What is to be announced in a week, prepared for a person: nothing of it is sent by itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from affiche.desk.markdown import code, fenced
from affiche.desk.standing_issue import StandingIssue, standing_issue
from affiche.locales import DESK, Words, load_words
from affiche.model.campaign import Campaign
from affiche.model.organisation import Organisation
from affiche.model.week import Week
from affiche.outputs.newsroom.issues import ISSUES
from affiche.outputs.newsroom.mail import mail_path
from affiche.outputs.promotion import promoted
from affiche.outputs.site import Site
from affiche.outputs.social.captions import LENGTHS
from affiche.outputs.social.files import archive_path, captions
from affiche.outputs.social.subject import Subject
from affiche.outputs.social.week_subjects import week_subjects
from affiche.outputs.steps import PAGE, TABLE, step_lines

#: What the marker begins with; the week follows, so that the issue of a week takes the place of the one before.
SCOPE = "affiche:announce:"
#: The newsletters that leave each week.
NEWSLETTERS = ("week", "last")
#: The most steps, and the most events of which is told what they miss: GitHub limits an issue to 65,536 characters.
MOST = 20


def announcement(site: Site, materials: str = "") -> StandingIssue:
    """The issue of this week, in all languages of the site; `materials` is where all files are to be had at once."""
    week = Week.of(site.calendar.today.date())
    every = [load_words(language, DESK) for language in site.languages]
    title = " / ".join(words("announce.title", week=week.monday.isocalendar().week) for words in every)
    parts = ["\n\n".join(_part(site, week, words, materials)) for words in every]
    return standing_issue(f"{SCOPE}{week}", title, "\n\n---\n\n".join(parts))


def material_paths(site: Site) -> list[str]:
    """The files of the built site that whoever announces the week takes."""
    letters = [
        mail_path(language, key, suffix)
        for language in site.languages
        for key in NEWSLETTERS
        for suffix in ("html", "txt")
    ]
    kits = [archive_path(kit) for language in site.languages if (kit := _kit(site, language))]
    return [*letters, *kits, *(f"{site.routes.page(language, PAGE)}{TABLE}" for language in site.languages)]


def _kit(site: Site, language: str) -> Subject | None:
    """The social kit of this week, if it has one."""
    return next(week_subjects(site, language), None)


def _part(site: Site, week: Week, words: Words, materials: str) -> Iterator[str]:
    """What one language says."""
    language = words.language
    yield words("announce.hello", day=site.dates[language].day(week.monday))
    if materials:
        yield words("announce.materials", url=materials)
    yield f"### {words('announce.newsletter')}"
    yield "\n".join(_letters(site, words))
    if kit := _kit(site, language):
        yield f"### {words('announce.posts')}"
        yield words("announce.kit", url=site.absolute(kit.path))
        said = captions(site, kit)
        for length in LENGTHS:
            yield f"- [ ] {length.networks}\n\n{fenced(said[length.name].split(chr(10)))}"
    if steps := list(_steps(site, week, language)):
        yield f"### {words('announce.steps')}"
        yield "\n".join(steps[:MOST])
    if missing := list(_missing(site, week, words)):
        yield f"### {words('announce.missing')}"
        yield "\n".join(missing[:MOST])


def _letters(site: Site, words: Words) -> Iterator[str]:
    """The newsletters to copy."""
    language, site_words = words.language, site.words[words.language]
    for issue in ISSUES:
        if issue.key in NEWSLETTERS:
            page = site.absolute(site.routes.page(language, issue.route))
            html, text = (site.absolute(mail_path(language, issue.key, suffix)) for suffix in ("html", "txt"))
            name = site_words(f"nav.{issue.route}")
            yield f"- [ ] [{name}]({page}) · [HTML]({html}) · [{words('announce.text')}]({text})"


def _steps(site: Site, week: Week, language: str) -> Iterator[str]:
    """What campaigns planned for the week."""
    for line in step_lines(site, site.calendar.all(Campaign), language):
        if line.step.date in week:
            who = line.who.text or site.words[language]("steps.all")
            yield f"- [ ] {line.day}, {line.channel}: {code(line.action.text)} ({code(who)}, {code(line.about.text)})"


def _missing(site: Site, week: Week, words: Words) -> Iterator[str]:
    """What this week's events lack, with whom to ask."""
    language = words.language
    for owner_id, found in promoted(site).items():
        owner = site.calendar.find(Organisation, owner_id)
        for ready in found:
            if ready.day and ready.day in week and ready.wanted and owner:
                title, name = (site.show(text, language).text for text in (ready.event.title, owner.name))
                yield f"- {code(title)} ({code(name)}): {', '.join(_needs(site, ready.wanted, language))}"


def _needs(site: Site, keys: Sequence[str], language: str) -> list[str]:
    return [site.words[language](f"promotion.{key}") for key in keys]
