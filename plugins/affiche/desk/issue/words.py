"""What is written back for an issue: the answer to its author, the title and the text of the pull request."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from affiche.desk.field_labels import tell
from affiche.desk.issue.form import DATES, FILE, IMAGE, REMARK, Field, label_of
from affiche.desk.issue.proposal import Proposal
from affiche.desk.markdown import code, fenced
from affiche.desk.message import shown
from affiche.desk.report import render_report
from affiche.desk.tip import next_tip
from affiche.desk.value_words import value_words
from affiche.locales import DESK, MissingWords, load_words
from affiche.model.event import Event
from affiche.model.written import written
from affiche.outputs.completeness import completeness_of
from affiche.outputs.site import Site
from affiche.outputs.when import when_lines
from affiche.problems import Problem, Severity

#: By what the answer is known among the comments of an issue.
MARKER = "<!-- affiche: issue -->"
LONGEST_TITLE = 120
MOST_LINES = 60

_ADDRESS = re.compile(r"https://[^\s()<>\"'\]]{1,500}")


@dataclass(frozen=True, slots=True)
class Checked:
    """What became of a proposal: its file's problems, and the site that has its event, unless an error keeps it out.

    `policy` is the address of the page, in each language, that says what is accepted.
    """

    proposal: Proposal
    problems: Sequence[Problem] = ()
    site: Site | None = None
    policy: Mapping[str, str] = field(default_factory=dict)

    @property
    def event(self) -> Event | None:
        """The event as the site has it."""
        draft = self.proposal.draft
        is_event = draft and draft.path.startswith(f"content/{Event.collection}/")
        stem = draft.path.rpartition("/")[2].removesuffix(".md") if draft and is_event else None
        return self.site.calendar.find(Event, stem) if self.site else None


def texts_of(checked: Checked, languages: Sequence[str]) -> dict[str, str]:
    """The texts by file name: `answer.md` always, the others where there is a proposal, `file.md` its file."""
    proposal = checked.proposal
    texts = {"answer.md": _answer(checked)}
    if proposal.draft is None:
        return texts
    texts["taken-over.md"] = f"{MARKER}\n\n{load_words(proposal.answers.language, DESK)('issue.taken-over')}\n"
    texts |= {"path": f"{proposal.draft.path}\n", "file.md": proposal.draft.text}
    texts["title"] = shown(proposal.title)[:LONGEST_TITLE] + "\n"
    return texts | {"pull-request.md": _pull_request(checked, languages)}


def _answer(checked: Checked) -> str:
    language = checked.proposal.answers.language
    words = load_words(language, DESK)
    if checked.proposal.refusal:
        return _joined([MARKER, words(checked.proposal.refusal), *_policy(checked, language)])
    said = [*_understood(checked, language), *_said_to_author(checked, language), *_left(checked, language)]
    thanks = words("issue.whole.thanks" if FILE in checked.proposal.answers.by_path else "issue.thanks")
    return _joined([MARKER, thanks, *said, *_tip(checked, language), *_policy(checked, language)])


def _pull_request(checked: Checked, languages: Sequence[str]) -> str:
    """The same for those who read the proposal, in each language of the site, the author's first."""
    own = checked.proposal.answers.language
    blocks: list[str] = []
    for language in sorted(languages, key=lambda code: code != own):
        words = load_words(language, DESK)
        blocks += [words("issue.closes", number=checked.proposal.number), words("issue.reopen")]
        report = render_report(_weighty(checked), format="markdown", languages=(language,)).strip()
        blocks += [*_understood(checked, language), *([report] if report else []), *_left(checked, language)]
    return _joined(blocks)


def _weighty(checked: Checked) -> list[Problem]:
    return [problem for problem in checked.problems if problem.severity is not Severity.NOTICE]


def _understood(checked: Checked, language: str) -> Iterator[str]:
    """When it is, and what was read in another way than it was typed."""
    words, proposal = load_words(language, DESK), checked.proposal
    if checked.event and checked.site:
        yield _list(words("issue.when"), map(code, when_lines(checked.site, language, checked.event)))
    if proposal.understood.changes:
        yield _list(words("issue.read"), _changes(proposal, language))
    if proposal.named:
        yield words("issue.id", id=code(proposal.named))


def _said_to_author(checked: Checked, language: str) -> Iterator[str]:
    """What is wrong, by the fields of the form, where lines of a file would say nothing to its author."""
    words, problems = load_words(language, DESK), _weighty(checked)
    if not problems:
        yield words("issue.fine")
        return
    if FILE in checked.proposal.answers.by_path:
        yield render_report(problems, format="markdown", languages=(language,)).strip()
        yield words("issue.mend")
        return
    said = ((_label(problem.field, language), tell(problem, language, code)) for problem in problems)
    yield "\n".join(f"- **{label}** · {sentence}" if label else f"- {sentence}" for label, sentence in said)
    yield words("issue.mend")


def _left(checked: Checked, language: str) -> Iterator[str]:
    """What is left for the team: the image, the remark."""
    words, by_path = load_words(language, DESK), checked.proposal.answers.by_path
    if address := _ADDRESS.search(by_path.get(IMAGE, "")):
        yield words("issue.image-left", address=code(address[0]))
    if remark := by_path.get(REMARK):
        yield words("issue.remark-left") + "\n\n" + fenced(remark.split("\n")[:MOST_LINES])


def _changes(proposal: Proposal, language: str) -> Iterator[str]:
    words = load_words(language, DESK)
    for change in proposal.understood.changes:
        typed = change.typed if isinstance(change.typed, str) else written(change.typed)
        read = value_words(change.path, change.read, language)
        yield words("issue.read.item", label=_label(change.path, language), typed=code(typed), read=code(read))


def _label(path: str, language: str) -> str:
    """The heading of the form's field that a place of the entry comes from; empty for none of its own."""
    names = [step for step in path.split(".") if not step.isdecimal()]
    asked = Field(DATES if names[0] in (DATES, "start", "end") else ".".join(names))
    try:
        return label_of(asked, language).rstrip("? \u00a0")
    except MissingWords:
        return ""


def _tip(checked: Checked, language: str) -> Iterator[str]:
    if checked.event and checked.site:
        calendar = checked.site.calendar
        tip = next_tip(completeness_of(checked.event, calendar), checked.event, calendar, language)
        if tip:
            yield load_words(language, DESK)("issue.tip", tip=tip.sentence)


def _policy(checked: Checked, language: str) -> Iterator[str]:
    """What is accepted, where something is not yet."""
    is_refused = checked.proposal.refusal or any(problem.is_error for problem in checked.problems)
    if is_refused and language in checked.policy:
        yield load_words(language, DESK)("comment.policy", address=checked.policy[language])


def _list(heading: str, items: Iterable[str]) -> str:
    return "\n".join([heading, "", *(f"- {item}" for item in items)])


def _joined(blocks: Iterable[str]) -> str:
    return "\n\n".join(blocks) + "\n"
