"""What a message about a page is answered: who is told of it, in every language of the site, its author's first.

What somebody wrote stands in code, if at all, and so do names: the accounts of maintainers alone are mentions.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from affiche.checks.mailboxes import is_service, mailboxes_in
from affiche.checks.telephones import mobiles_in
from affiche.desk.feedback.form import FIELDS, KIND, LABEL, LABELS, MESSAGE, PAGE, kind_of
from affiche.desk.feedback.subject import accounts_of, caretakers, find_subject
from affiche.desk.issue.answers import Answers
from affiche.desk.known import Known
from affiche.desk.markdown import code, fenced
from affiche.locales import DESK, load_words
from affiche.model.organisation import Organisation
from affiche.model.record import Record
from affiche.outputs.site import Site

#: By which the answer is found again.
MARKER = "<!-- affiche: feedback -->"
#: Of a message that came by a form, in characters.
LONGEST = 5000


@dataclass(frozen=True, slots=True)
class Said:
    """What somebody has to say, and what it is about: a record of ours, None for a page of none."""

    answers: Answers
    kind: str
    about: Record | None
    organisations: Sequence[Organisation]


def heard(site: Site, known: Known, answers: Answers) -> Said:
    """What answers say, of whatever they are about."""
    about = find_subject(site, known, answers.by_path.get(PAGE, ""))
    organisations = caretakers(about, site.calendar) if about else ()
    return Said(answers, kind_of(answers), about, organisations)


def texts_of(site: Site, said: Said, *, is_sent: bool) -> Mapping[str, str]:
    """The files for the workflow: `answer.md` and `labels`; of what a form sent, `issue.md` and `title` instead."""
    labels = "".join(f"{label}\n" for label in (LABEL, *([LABELS[said.kind]] if said.kind else ())))
    if is_sent:
        issue = [*_message(site, said), *_answer(site, said)]
        return {"labels": labels, "title": f"{_title(site, said)}\n", "issue.md": _joined(issue)}
    return {"labels": labels, "answer.md": _joined([MARKER, *_answer(site, said)])}


def _title(site: Site, said: Said) -> str:
    """Words of ours, and the id of what it is about."""
    words = load_words(said.answers.language)
    name = words(f"feedback.kind.{said.kind}") if said.kind else words("feedback.title")
    about = said.about.id if said.about else site.calendar.settings.site_name
    return load_words(said.answers.language, DESK)("feedback.issue.title", kind=name, about=about)


def _message(site: Site, said: Said) -> Iterator[str]:
    """The message as a form sent it, as code: it is no mention, link or image."""
    words = load_words(said.answers.language)
    for name in FIELDS:
        text = said.answers.by_path.get(name, "")[:LONGEST]
        if name == KIND:
            text = words(f"feedback.kind.{said.kind}") if said.kind else ""
        if text:
            yield f"### {words(f'feedback.{name}')}\n\n{fenced(text.split(chr(10)))}"
    yield load_words(said.answers.language, DESK)("feedback.by-form", site=site.calendar.settings.site_name)


def _answer(site: Site, said: Said) -> Iterator[str]:
    accounts = accounts_of(said.organisations)
    if accounts:
        yield " ".join(f"@{account}" for account in accounts)
    for language in sorted(site.languages, key=lambda each: each != said.answers.language):
        yield " ".join(_sentences(site, said, language, is_told=bool(accounts)))


def _sentences(site: Site, said: Said, language: str, *, is_told: bool) -> Iterator[str]:
    words = load_words(language, DESK)
    yield words("feedback.thanks")
    if said.about:
        yield words("feedback.about", page=code(site.absolute(site.routes.record(language, said.about))))
    if is_told:
        names = [code(site.show(each.name, language).text) for each in said.organisations if each.maintainers]
        yield words.count("feedback.told", len(names), names=", ".join(names))
    else:
        yield words("feedback.team")
    if _is_personal(said.answers.by_path.get(MESSAGE, "")):
        yield words("feedback.personal")


def _is_personal(text: str) -> bool:
    """Whether a public message seems to give a telephone or a mailbox that is no house's."""
    return any(mobiles_in(text)) or any(not is_service(mailbox) for _, mailbox in mailboxes_in(text))


def _joined(blocks: Sequence[str]) -> str:
    return "\n\n".join(blocks) + "\n"
