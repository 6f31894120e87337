"""A proposal from end to end: what its check hands on, and what it is answered. Two machines, one after the other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from affiche.build import Prepared, compare_site, prepare_site
from affiche.desk.agreement import Change, Proposed, agreement
from affiche.desk.comment import MARKER, Answer, render_comment
from affiche.desk.found import PUBLISHED, earlier_comment
from affiche.desk.lookalikes import lookalikes
from affiche.desk.merged import render_published
from affiche.desk.outcome import label_changes, render_outcome
from affiche.desk.preview import render_preview
from affiche.desk.proposal import (
    PROBLEMS_FILE,
    PROPOSAL_FILE,
    ArtefactRefused,
    Proposal,
    parse_proposal,
    render_proposal,
)
from affiche.desk.proposing import proposed
from affiche.desk.pull_request import PullRequest
from affiche.desk.report import render_report
from affiche.desk.report_file import parse_report
from affiche.desk.twins import Twin, find_twins
from affiche.locales import load_words
from affiche.model.organisation import Organisation
from affiche.model.record import Record
from affiche.model.region import Region
from affiche.model.settings import Settings
from affiche.model.text import Text
from affiche.outputs.routes import Routes
from affiche.plan import Plan
from affiche.problems import Problem
from affiche.sources.artefact import ArtefactUnsafe, read_artefact
from affiche.sources.base import load_added, load_commit
from affiche.sources.history import load_changed_files
from affiche.sources.loader import load_content
from affiche.sources.proposal import check_proposal

PREVIEW_FILE = "preview.html"
#: Reports of a check by file name, each with its format: for the answer, for GitHub's annotations and its summary.
REPORTS = {PROBLEMS_FILE: "json", "annotations.txt": "github", "report.md": "markdown"}
#: With one of these, nothing of a proposal is read.
UNREADABLE = frozenset({"file-symlink", "file-executable", "file-not-regular", "proposal-too-large"})


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check found: its problems, what it hands on, and the texts of both by file name; the site to build."""

    problems: Sequence[Problem]
    files: Mapping[str, str]
    prepared: Prepared | None = None


def refuse_proposal(folder: Path, base: str, head: str) -> Checked:
    """What is wrong with the mere list of a proposal's files; with such a problem nothing of it may be opened."""
    problems = check_proposal(load_changed_files(folder, base, head))
    return _checked([each for each in problems if each.code in UNREADABLE], Proposal())


def check_change(plan: Plan, base: str, head: str) -> Checked:
    """Everything that is to be said of the content in the plan's folder, where it differs from a commit."""
    rows = load_changed_files(plan.folders.content, base, head)
    paths = frozenset(row.path for row in rows)
    prepared = prepare_site(plan)
    found = {*compare_site(plan, prepared, base), *check_proposal(rows)}
    told = [each for each in sorted(found) if each.path in paths or each.is_error or each.path == "content"]
    proposal = proposed(prepared.site, prepared.content.records, paths, has_preview=True)
    checked = _checked(told, proposal)
    preview = render_preview(prepared.site, prepared.content.records, paths)
    return Checked(told, {**checked.files, PREVIEW_FILE: preview}, prepared)


def _checked(problems: Sequence[Problem], proposal: Proposal) -> Checked:
    own = {file.path: file.language for file in proposal.files}
    reports = {
        name: render_report(problems, format=style, languages=("fr", "nl"), own=own) for name, style in REPORTS.items()
    }
    return Checked(problems, {**reports, PROPOSAL_FILE: render_proposal(proposal)})


def answer_pull_request(
    plan: Plan, pull: PullRequest, artefact: Path, addresses: Mapping[str, str], *, is_passed: bool
) -> Mapping[str, str]:
    """The comment, the status and the labels of a pull request, and the id of an earlier comment, by file name."""
    problems, proposal = read_check(artefact)
    decided = _answer(plan, pull, load_content(plan.folders.content).records, proposal, problems, addresses)
    answer = replace(decided, is_passed=is_passed)
    earlier = earlier_comment(pull.comments, MARKER)
    return {"comment.md": render_comment(answer), "earlier": earlier, **render_outcome(answer)}


def try_out(plan: Plan, base: str, author: str) -> str:
    """The comment that the branch of the plan's folder would get, if an account proposed it; nobody approved yet."""
    checked, before = check_change(plan, base, "HEAD"), load_commit(plan.folders.content, base).records
    rows = load_changed_files(plan.folders.content, base, "HEAD")
    changes = tuple(Change(row.path, is_added=row.status == "A", is_removed=row.status == "D") for row in rows)
    pull = PullRequest(0, Proposed("HEAD", author, changes))
    proposal = parse_proposal(checked.files[PROPOSAL_FILE].encode())
    return render_comment(_answer(plan, pull, before, proposal, checked.problems, {}))


def _answer(
    plan: Plan,
    pull: PullRequest,
    base: Sequence[Record],
    proposal: Proposal | None,
    problems: Sequence[Problem],
    addresses: Mapping[str, str],
) -> Answer:
    """All that a comment is made of; the records after are read from git, never from what a check handed on."""
    head = load_commit(plan.folders.content, pull.proposed.head).records
    paths = frozenset(change.path for change in pull.proposed.changes)
    decided = agreement(base, head, pull.proposed, lookalikes(base, head, paths))
    return Answer(
        pull,
        decided,
        plan.settings.languages,
        proposal,
        problems,
        names=_names(base),
        addresses={**_pages(plan.settings), **addresses},
        twins=_twins(plan, pull, [record for record in head if record.origin.path in paths]),
    )


def _twins(plan: Plan, pull: PullRequest, ours: Sequence[Record]) -> Sequence[Twin]:
    """The files of other open proposals that are like ours, read from git too."""
    theirs = {number: load_added(plan.folders.content, commit) for number, commit in pull.others}
    found = {number: records for number, records in theirs.items() if records}
    return tuple(find_twins(ours, found, prepare_site(plan).site.calendar)) if ours and found else ()


def read_check(artefact: Path) -> tuple[Sequence[Problem], Proposal | None]:
    """What a check handed on; nothing, where that is not what our own check makes."""
    try:
        files = read_artefact(artefact, (PROBLEMS_FILE, PROPOSAL_FILE))
        return parse_report(files.get(PROBLEMS_FILE, b"")), parse_proposal(files.get(PROPOSAL_FILE, b""))
    except (ArtefactRefused, ArtefactUnsafe):
        return (), None


def tell_published(plan: Plan, pull: PullRequest) -> Mapping[str, str]:
    """The comment and the labels after a merge, by file name: where each file that it changed is now."""
    prepared, paths = prepare_site(plan), {change.path for change in pull.proposed.changes}
    comment = render_published(prepared.site, prepared.content.records, paths)
    return {"comment.md": comment, "earlier": "", **label_changes(PUBLISHED, pull.proposed.labels)}


def _names(records: Sequence[Record]) -> Mapping[str, Text]:
    """What each organisation is called."""
    return {record.id: record.name for record in records if isinstance(record, Organisation)}


def _pages(settings: Settings) -> Mapping[str, str]:
    """The pages of ours that a comment leads to."""
    routes = Routes({language: load_words(language) for language in settings.languages}, Region())
    return {
        f"{key}.{language}": settings.absolute(routes.page(language, key))
        for key in ("policy", "guide")
        for language in settings.languages
    }
