"""An issue becomes a proposal: one file whose id is ours, or the reason why there is none yet."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from affiche.desk.issue.answers import LONGEST, Answers, parse_answers
from affiche.desk.issue.entry import Understood, understand
from affiche.desk.issue.form import FILE, RIGHTS
from affiche.desk.known import Known
from affiche.desk.new import Draft, draft_named, proposal
from affiche.desk.questions import Form
from affiche.model.collections import COLLECTIONS
from affiche.model.event import Event
from affiche.model.record import Record, declared_fields
from affiche.problems import Value
from affiche.sources.front_matter import UNREADABLE, parse_front_matter
from affiche.sources.record_file import cleaned_values
from affiche.sources.records import parse_record

#: How many boxes of the declaration of rights there are: all must be ticked.
PROMISES = 3

_PATH = re.compile(r"content/([a-z]+)/\S*[.]md[ \t]*\n")


@dataclass(frozen=True, slots=True)
class Proposal:
    """What an issue makes: `draft` is its file, `refusal` the key of why there is none; `named` is an id of ours."""

    number: int
    answers: Answers
    understood: Understood
    draft: Draft | None = None
    refusal: str = ""
    named: str = ""
    title: str = ""


def propose(number: int, body: str, known: Known, languages: Sequence[str], year: int) -> Proposal:
    """The proposal that an issue's text makes; `languages` are the site's, `year` is the present one."""
    answers = parse_answers(body, languages)
    understood, text = Understood(), ""
    model: type[Record] = Event
    if FILE in answers.by_path:
        model, text = _whole_file(answers.by_path[FILE], understood)
    else:
        understood = understand(answers, known)
    form = Form(model, known, answers.language, languages, entry=understood.entry)
    title = _title(form)
    if refusal := _refusal(body, answers, title):
        return Proposal(number, answers, understood, refusal=refusal)
    record_id = proposal(form, year)
    named = "" if record_id else f"issue-{number}"
    draft = draft_named(form, understood.bodies, record_id or named, year)
    return Proposal(number, answers, understood, replace(draft, text=text) if text else draft, named=named, title=title)


def _whole_file(answer: str, understood: Understood) -> tuple[type[Record], str]:
    """The collection of a file and its text; its fields go into the entry.

    The collection is that of the path above the file, as the site's form writes it, else what its fields fit best.
    Nothing else of the path counts: the id is made here.
    """
    path = _PATH.match(answer)
    text = answer[path.end() :] if path else answer
    values, _ = cleaned_values(parse_front_matter(text).values)
    understood.entry.update({name: value for name, value in values.items() if value is not UNREADABLE})
    named = [model for model in COLLECTIONS if path and path[1] == model.collection]
    return min(named or COLLECTIONS, key=lambda model: _misfit(model, values)), f"{text}\n"


def _misfit(model: type[Record], values: Mapping[str, Value]) -> tuple[int, int]:
    """How badly a file fits a collection: first by the names that are no fields there, then by all that is wrong."""
    return len(values.keys() - declared_fields(model).keys()), len(parse_record(model, values, None).faults)


def _title(form: Form) -> str:
    """The title or name in the language of the author, else in another."""
    label = form.entry.get(form.model.label_field)
    wordings = label if isinstance(label, dict) else {"": label}
    found = (wordings.get(language) for language in (*form.languages, "", *wordings))
    return next((text for text in found if text and isinstance(text, str)), "")


def _refusal(body: str, answers: Answers, title: str) -> str:
    if len(body) > LONGEST:
        return "issue.refused.length"
    if not title:
        return "issue.refused.title"
    return "issue.refused.rights" if answers.ticked(RIGHTS) < PROMISES else ""
