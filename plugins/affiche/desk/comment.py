"""The answer to a pull request: one comment, rewritten at each push, in every language of the site."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from affiche.desk.agreement import Agreement, Awaited
from affiche.desk.comment_files import file_blocks
from affiche.desk.field_labels import field_label, tell
from affiche.desk.markdown import code, fenced
from affiche.desk.own_language import own_first
from affiche.desk.proposal import Proposal
from affiche.desk.pull_request import PullRequest
from affiche.desk.twins import Twin
from affiche.locales import DESK, MESSAGES, Words, load_words
from affiche.model.text import Text
from affiche.problems import Problem, Severity

#: By this line, and by its author, the comment is found again.
MARKER = "<!-- affiche:proposal -->"
#: GitHub takes 65,536 characters; some room is left for its own.
LONGEST = 64_000
#: How much of a language's part the agreements and links at its end may take, and of the rest the problems.
FOR_END, FOR_PROBLEMS = 0.4, 0.7
#: The most agreements that are named, and the most paths of each.
MOST_AWAITED, MOST_PATHS = 15, 5
#: The most files of other proposals that are named.
MOST_TWINS = 10
#: Notices that another part of the comment says.
SAID_ELSEWHERE = frozenset({"translation-missing"})

#: Where a comment leads on to, in this order.
LINKS = ("preview", "details", "policy", "guide")

_HEADINGS = {
    Severity.ERROR: "comment.errors", Severity.WARNING: "comment.warnings", Severity.NOTICE: "comment.notices",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Answer:
    """What a comment is made of.

    `proposal` and `problems` were handed on by the check, and are None and empty where that did not end; `is_passed`
    says whether GitHub saw it pass: one that failed without an error did not end either. `names` are those of
    organisations, by id, `twins` files like those of other open proposals; `addresses` lead on: `details` and `preview`
    to the check, `policy` and `guide`, by language, to pages of ours.
    """

    pull: PullRequest
    agreement: Agreement
    languages: Sequence[str]
    proposal: Proposal | None = None
    problems: Sequence[Problem] = ()
    names: Mapping[str, Text] = field(default_factory=dict)
    addresses: Mapping[str, str] = field(default_factory=dict)
    twins: Sequence[Twin] = ()
    is_passed: bool = True

    @property
    def errors(self) -> Sequence[Problem]:
        """What keeps a file off the site."""
        return [problem for problem in self.problems if problem.is_error]


def render_comment(answer: Answer) -> str:
    """The comment in Markdown: the first file's language open, the others folded."""
    first, *others = _ordered(answer)
    room = LONGEST // (len(others) + 1)
    parts = [_part(answer, first, room)]
    for language in others:
        name = load_words(language, DESK)("comment.in-language")
        parts.append(f"<details>\n<summary>{name}</summary>\n\n{_part(answer, language, room)}\n\n</details>")
    return "\n\n".join([MARKER, *parts]) + "\n"


def verdict_key(answer: Answer) -> str:
    """The state of a proposal in a word: `unread`, `broken`, `apart`, `awaited` or `ready`."""
    if answer.errors:
        return "broken"
    if answer.proposal is None or not answer.is_passed:
        return "unread"
    if not answer.proposal.files and answer.proposal.apart:
        return "apart"
    return "ready" if answer.agreement.is_given else "awaited"


def fitted(blocks: Iterable[str], room: int, rest: str) -> str:
    """As many whole blocks as there is room for, and what is said of the rest."""
    kept: list[str] = []
    room -= len(rest) + 2
    for block in blocks:
        room -= len(block) + 2
        if room < 0:
            return "\n\n".join([*kept, rest])
        kept.append(block)
    return "\n\n".join(kept)


def _ordered(answer: Answer) -> Sequence[str]:
    """The languages of the comment: that of the first file with one comes first."""
    stated = [file.language for file in answer.proposal.files] if answer.proposal else []
    return own_first(answer.languages, next((each for each in stated if each in answer.languages), ""))


def _part(answer: Answer, language: str, room: int) -> str:
    """What is said in a language: its end has its own room, as nothing before it may push out who is to agree."""
    words = load_words(language, DESK)
    end = fitted(_last_blocks(answer, words), int(room * FOR_END), words("comment.cut"))
    room -= len(end) + 2
    return "\n\n".join([fitted(_blocks(answer, words, room), room, words("comment.cut")), end])


def _blocks(answer: Answer, words: Words, room: int) -> Iterator[str]:
    yield f"**{_verdict(answer, words)}**"
    if answer.problems:
        yield from _problem_blocks(answer, words, int(room * FOR_PROBLEMS))
    if answer.proposal:
        yield from file_blocks(answer.proposal, answer.pull, words)
    if answer.twins:
        yield "\n".join(f"- {_twin(twin, words)}" for twin in answer.twins[:MOST_TWINS])


def _last_blocks(answer: Answer, words: Words) -> Iterator[str]:
    yield from _agreement_blocks(answer, words)
    yield from _links(answer, words)


def _verdict(answer: Answer, words: Words) -> str:
    key = verdict_key(answer)
    if key == "broken":
        return words.count("comment.verdict.broken", len(answer.errors))
    return words(f"comment.verdict.{key}")


def _problem_blocks(answer: Answer, words: Words, room: int) -> Iterator[str]:
    """The problems, the gravest first, each with a line to paste; as many as there is room for."""
    told = [problem for problem in answer.problems if problem.code not in SAID_ELSEWHERE]
    ranked = sorted(told, key=lambda problem: [*_HEADINGS].index(problem.severity))
    left = len(ranked)
    for (severity, path), group in groupby(ranked, key=lambda problem: (problem.severity, problem.path)):
        heading = f"### {words(_HEADINGS[severity])} · {code(path)}"
        for problem in group:
            block = "\n\n".join([*([heading] if heading else ()), _problem(answer.pull, problem, words)])
            room, heading = room - len(block), ""
            if room < 0:
                yield words.count("comment.more-problems", left)
                return
            left -= 1
            yield block


def _problem(pull: PullRequest, problem: Problem, words: Words) -> str:
    """One problem: where, which field, what is there and why it cannot stand, and what to paste instead."""
    texts, address = load_words(words.language, MESSAGES), pull.edit_address(problem.path, problem.line)
    place = [f"**{words('comment.line', line=problem.line)}**"] if problem.last_line else []
    field = [_called(problem, words)] if problem.field else []
    link = [f"[{words('comment.edit')}]({address})"] if address else []
    lines = [" · ".join([*place, *field, *link]), tell(problem, words.language, code)]
    if problem.hint:
        label = "report.instead" if problem.last_line else "report.rename"
        lines += [texts(label), fenced(problem.hint.split("\n"), "yaml" if problem.last_line else "")]
    return "\n\n".join(filter(None, lines))


def _called(problem: Problem, words: Words) -> str:
    return field_label(problem.path, problem.field, words.language) or code(problem.field)


def _twin(twin: Twin, words: Words) -> str:
    return words("comment.twin", path=code(twin.path), other=code(twin.other), number=twin.number)


def _agreement_blocks(answer: Answer, words: Words) -> Iterator[str]:
    agreement = answer.agreement
    if agreement.awaited:
        yield f"### {words('comment.agreements')}"
        lines = [f"- {_awaited(answer, each, words)}" for each in agreement.awaited]
        yield "\n".join([*lines[:MOST_AWAITED], *(["- …"] if len(lines) > MOST_AWAITED else [])])
        yield words("comment.agree.how")
    if agreement.is_on_behalf:
        yield words("comment.behalf")


def _awaited(answer: Answer, awaited: Awaited, words: Words) -> str:
    """Who is asked for what; accounts are the maintainers' own list, and are mentioned, so that they hear of it."""
    named = (answer.names.get(each, Text.neutral(each)) for each in awaited.organisations)
    organisations = ", ".join(code(name.shown(words.language, answer.languages).text) for name in named)
    accounts = ", ".join(f"@{account}" for account in awaited.accounts) or words("comment.desk")
    paths = ", ".join([*map(code, awaited.paths[:MOST_PATHS]), *(["…"] if len(awaited.paths) > MOST_PATHS else [])])
    return words(f"comment.agree.{awaited.reason}", organisations=organisations, accounts=accounts, paths=paths)


def _links(answer: Answer, words: Words) -> Iterator[str]:
    """Where to read on: the preview, the details, what is refused and why."""
    found = {key: answer.addresses.get(f"{key}.{words.language}") or answer.addresses.get(key) for key in LINKS}
    if not (answer.proposal and answer.proposal.has_preview):
        found["preview"] = None
    if not answer.errors:
        found["policy"] = None
    lines = [words(f"comment.{key}", address=address) for key, address in found.items() if address]
    yield "  \n".join([*lines, words("comment.rewritten")])
