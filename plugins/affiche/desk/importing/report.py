"""What an import did, for the person who looks at it: what is new, what changed, what waits for a decision."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from affiche.desk.comment import fitted
from affiche.desk.importing.outcome import Outcome
from affiche.desk.importing.updated import Update
from affiche.desk.markdown import code
from affiche.desk.message import Show, shown
from affiche.desk.upkeep import TOLD
from affiche.importers.imported import SKIPS
from affiche.locales import DESK, Words, load_words

#: How many titles, paths or dates are named of a kind.
MOST = 10
#: The longest text of a pull request; GitHub takes 65,536 characters.
LONGEST = 60_000
#: Why a source is not imported: it cannot be fetched or answered another status, its file cannot be opened, it is of
#: another format, its organisation is not known, or what it brings cannot be written.
REFUSALS = ("fetch", "status", "file", "format", "organisation", "write")


def outcome_lines(outcome: Outcome, language: str, show: Show = shown) -> Iterator[str]:
    """The report of an import, a Markdown list under each sentence; `show` is how what others wrote is shown."""
    words = load_words(language, DESK)
    if not (outcome.given or outcome.skipped):
        yield words("import.nothing")
    yield from _listed(words.count("import.new", len(outcome.drafts)), _new(outcome, words, show), every=True)
    yield from _listed(words.count("import.changed", len(outcome.changed)), _changed(outcome, words, show), every=True)
    if outcome.same:
        yield f"{words.count('import.same', outcome.same)}\n"
    for key, events in (("absent", outcome.absent), ("elsewhere", outcome.elsewhere)):
        yield from _listed(words.count(f"import.{key}", len(events)), [show(each.origin.path) for each in events])
    for reason in SKIPS:
        titles = [show(each.title) for each in outcome.skipped if each.reason == reason]
        yield from _listed(words.count(f"import.skipped.{reason}", len(titles)), titles)
    if outcome.unread:
        named = (f"{show(name)} ({number})" for name, number in Counter(outcome.unread).most_common(MOST))
        yield f"{words('import.unread', names=', '.join(named))}\n"
    if outcome.total > outcome.given:
        yield f"{words('import.total', total=outcome.total, n=outcome.given)}\n"


def refusal_words(key: str, values: Mapping[str, str], language: str) -> str:
    """Why nothing was imported, by a word of `REFUSALS`, in a sentence."""
    words = load_words(language, DESK)
    told = {name: shown(value) for name, value in values.items()}
    if "reason" in values and key == "fetch":
        told["reason"] = words(f"upkeep.reason.{values['reason'] if values['reason'] in TOLD else 'other'}")
    return words(f"import.refused.{key}", **told)


def _listed(heading: str, items: Iterable[str], *, every: bool = False) -> Iterator[str]:
    """A sentence and a list under it; nothing without items."""
    found = [*items]
    shown_items = found if every else found[:MOST]
    if found:
        more = ["- …"] if len(shown_items) < len(found) else []
        yield "\n".join([heading, "", *(f"- {item}" for item in shown_items), *more, ""])


def _new(outcome: Outcome, words: Words, show: Show) -> Iterator[str]:
    for draft in outcome.drafts:
        left_out = outcome.left_out.get(draft.path, ())
        yield _item(draft.path, [words("import.left-out", fields=_named(left_out, show))] if left_out else [], show)


def _changed(outcome: Outcome, words: Words, show: Show) -> Iterator[str]:
    """The files that change, and those in which something waits for a decision."""
    for update in outcome.updates:
        said = [*_said(update, words, show)]
        if update.edits or said:
            yield _item(update.event.origin.path, [*filter(None, [_named(update.fields, show)]), *said], show)


def _said(update: Update, words: Words, show: Show) -> Iterator[str]:
    if update.gone:
        yield words("import.gone", dates=_named(update.gone, show))
    if update.apart:
        yield words("import.apart", dates=_named(update.apart, show))
    if update.texts:
        yield words("import.texts", fields=_named(update.texts, show))


def _item(path: str, said: Sequence[str], show: Show) -> str:
    return " · ".join([show(path), *said])


def _named(names: Sequence[str], show: Show) -> str:
    more = ["…"] if len(names) > MOST else []
    return ", ".join([*map(show, names[:MOST]), *more])


def request_title(name: str, language: str) -> str:
    """The title of a pull request: an organisation's agenda."""
    return load_words(language, DESK)("import.title", name=shown(name))


def render_request(outcomes: Sequence[Outcome], problems: str, languages: Sequence[str]) -> str:
    """The text of a pull request in each language of the site, with the report of the problems of its files."""
    blocks = []
    for language in languages:
        said = [line for outcome in outcomes for line in outcome_lines(outcome, language, code)]
        blocks += [load_words(language, DESK)("import.look"), *said]
    rest = load_words(languages[0], DESK)("comment.cut")
    return fitted([*blocks, *problems.split("\n\n")], LONGEST, rest).strip() + "\n"
