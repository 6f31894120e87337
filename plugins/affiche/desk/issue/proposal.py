"""An issue becomes a proposal: one file whose id is ours, or the reason why there is none yet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from affiche.desk.issue.answers import LONGEST, Answers, parse_answers
from affiche.desk.issue.entry import Understood, understand
from affiche.desk.issue.form import RIGHTS
from affiche.desk.known import Known
from affiche.desk.new import Draft, draft_named, proposal
from affiche.desk.questions import Form
from affiche.model.event import Event

#: How many boxes of the declaration of rights there are: all must be ticked.
PROMISES = 3


@dataclass(frozen=True, slots=True)
class Proposal:
    """What an issue makes: `draft` is its file, `refusal` the key of why there is none; `named` is an id of ours."""

    number: int
    answers: Answers
    understood: Understood
    draft: Draft | None = None
    refusal: str = ""
    named: str = ""

    @property
    def branch(self) -> str:
        """The branch on which the file is proposed, the same for every edit of the issue."""
        return f"issue-{self.number}"

    @property
    def title(self) -> str:
        """The event's title in the language of the form, else in another."""
        wordings = self.understood.entry.get("title") or {}
        return str(wordings.get(self.answers.language) or next(iter(wordings.values()), ""))


def propose(number: int, body: str, known: Known, languages: Sequence[str], year: int) -> Proposal:
    """The proposal that an issue's text makes; `languages` are the site's, `year` is the present one."""
    answers = parse_answers(body, languages)
    understood = understand(answers, known)
    refusal = _refusal(body, answers, understood)
    if refusal:
        return Proposal(number, answers, understood, refusal=refusal)
    form = Form(Event, known, answers.language, languages, entry=understood.entry)
    record_id = proposal(form, year)
    named = "" if record_id else f"issue-{number}"
    draft = draft_named(form, understood.bodies, record_id or named, year)
    return Proposal(number, answers, understood, draft, named=named)


def _refusal(body: str, answers: Answers, understood: Understood) -> str:
    if len(body) > LONGEST:
        return "issue.refused.length"
    if "title" not in understood.entry:
        return "issue.refused.title"
    return "issue.refused.rights" if answers.ticked(RIGHTS) < PROMISES else ""
