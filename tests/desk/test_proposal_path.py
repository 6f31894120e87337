"""The whole road of a pull request, by the scripts of the workflows: check, comment, agreement, publication."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from affiche.cli import main
from affiche.desk.proposal import parse_proposal
from affiche.desk.report_file import parse_report
from tests.desk.pull_requests import FORK, HERE, Ran, good_event, propose

PATH = "content/events/2026/fete.md"


@pytest.mark.parametrize("repository", [FORK, HERE], ids=["fork", "member"])
def test_proposal_of_somebody_else_awaits_the_organisation(tmp_path: Path, repository: str) -> None:
    pull = propose(tmp_path, {PATH: good_event()}, repository=repository)
    checked = pull.check()
    assert (checked.code, checked.output) == (0, "")
    assert {"site", "preview.html", "problems.json", "proposal.json"} <= {each.name for each in pull.artefact.iterdir()}
    assert pull.decide().code == 0
    comment = (pull.answer / "comment.md").read_text(encoding="utf-8")
    assert "`Zinneke` : son nom est dans `content/events/2026/fete.md`." in comment
    assert "@ana" in comment
    assert pull.write() == [
        ["POST", f"repos/{HERE}/issues/7/comments", {"body": comment}],
        ["POST", f"repos/{HERE}/issues/7/labels", {"labels[]": "to-agree"}],
        ["POST", f"repos/{HERE}/statuses/{pull.head}", {
            "context": "agreement", "state": "pending", "description": "Accord attendu – Akkoord gevraagd : zinneke",
        }],
    ]  # fmt: skip


def test_proposal_with_mistakes_gets_them_all_with_lines_to_paste(tmp_path: Path) -> None:
    pull = propose(tmp_path, {PATH: good_event(start="5/12/2026 20h30", price="8,50 €")}, author="ana")
    assert pull.check().code == 1
    assert pull.decide().code == 0
    comment = (pull.answer / "comment.md").read_text(encoding="utf-8")
    assert "Il reste 2 points à corriger" in comment
    assert "start: 2026-12-05 20:30" in comment
    assert f"https://github.com/{FORK}/edit/proposal/{PATH}#L" in comment
    assert (pull.answer / "add").read_text(encoding="utf-8") == "to-correct\n"
    assert (pull.answer / "state").read_text(encoding="utf-8") == "success"


def test_link_is_refused_before_anything_is_read(tmp_path: Path) -> None:
    pull = propose(tmp_path, {PATH: good_event()}, link="content/events/lien.md")
    assert pull.check().code == 1
    assert not (pull.artefact / "site").exists()
    (problem,) = parse_report((pull.artefact / "problems.json").read_bytes())
    assert (problem.path, problem.code) == ("content/events/lien.md", "file-symlink")


def test_approval_is_heard_though_the_check_did_not_end(tmp_path: Path) -> None:
    pull = propose(tmp_path, {PATH: good_event()})
    pull.approve("Ana")
    assert pull.decide() == Ran(0, "")
    assert "La vérification ne s'est pas terminée." in (pull.answer / "comment.md").read_text(encoding="utf-8")
    assert [call[2] for call in pull.write()[1:]] == [
        {"labels[]": "to-check"},
        {"context": "agreement", "state": "success", "description": "Accord donné – Akkoord"},
    ]


def test_check_that_failed_without_an_error_is_not_said_to_be_in_order(tmp_path: Path) -> None:
    pull = propose(tmp_path, {PATH: good_event()}, author="ana")
    assert pull.check().code == 0
    pull.conclusion = "failure"
    assert pull.decide() == Ran(0, "")
    comment = (pull.answer / "comment.md").read_text(encoding="utf-8")
    assert "La vérification ne s'est pas terminée." in comment
    assert "Lentefeest" in comment
    assert (pull.answer / "add").read_text(encoding="utf-8") == "to-check\n"


def test_comment_is_rewritten_with_what_other_proposals_hold(tmp_path: Path) -> None:
    pull = propose(tmp_path, {PATH: good_event()}, author="ana")
    pull.open_beside(8, "content/events/2026/lentefeest.md", good_event(title="La fete du printemps !"))
    pull.open_beside(9, "content/events/2026/autre.md", good_event(title="Cinéma", start="2026-12-06 20:00"))
    mine, marker = "github-actions[bot]", "<!-- affiche:proposal -->"
    pull.comments += [{"id": 1, "user": {"login": "eve"}, "body": marker}, {"id": 2, "user": None, "body": marker}]
    pull.comments += [{"id": 3, "user": {"login": mine}, "body": f"{marker}\n\nVoici"}]
    pull.labels += ["to-correct", "music"]
    assert pull.decide() == Ran(0, "")
    said = (pull.answer / "comment.md").read_text(encoding="utf-8")
    assert f"- `{PATH}` ressemble à `content/events/2026/lentefeest.md`, dans la proposition #8, qui attend" in said
    assert "#9" not in said
    assert [call[:2] for call in pull.write()] == [
        ["PATCH", f"repos/{HERE}/issues/comments/3"],
        ["POST", f"repos/{HERE}/issues/7/labels"],
        ["DELETE", f"repos/{HERE}/issues/7/labels/to-correct"],
        ["POST", f"repos/{HERE}/statuses/{pull.head}"],
    ]


def test_run_of_no_pull_request_is_left_alone(tmp_path: Path) -> None:
    pull = propose(tmp_path, {PATH: good_event()})
    silent = Ran(0, "No open pull request has this commit.\n")
    assert pull.decide(commit=pull.merge) == silent
    pull.base_branch = "issue-5"
    assert pull.decide() == silent
    assert not pull.answer.exists()


def test_commit_that_a_stranger_proposes_once_more_is_held_up_in_neither(tmp_path: Path) -> None:
    pull = propose(tmp_path, {PATH: good_event()}, author="ana")
    pull.again[8] = "mallory"
    assert pull.decide() == Ran(0, "")
    states = {each.parent.name: each.read_text(encoding="utf-8") for each in tmp_path.glob("answer/*/state")}
    assert states == {"7": "success", "8": "pending"}
    *others, status = pull.write()
    labels = {path: said["labels[]"] for _, path, said in others if path.endswith("/labels")}
    assert labels == {f"repos/{HERE}/issues/7/labels": "to-check", f"repos/{HERE}/issues/8/labels": "to-check"}
    given = {"context": "agreement", "state": "success", "description": "Accord donné – Akkoord"}
    assert status == ["POST", f"repos/{HERE}/statuses/{pull.head}", given]


def test_proposal_that_cannot_be_answered_keeps_no_other_of_its_commit_back(tmp_path: Path) -> None:
    pull = propose(tmp_path, {PATH: good_event()}, author="ana")
    pull.again[8] = "mallory"
    answered = pull.decide(missing="pulls/8/files")
    assert (answered.code, answered.output) == (0, "Pull request 8 could not be answered.\n")
    assert [each.name for each in pull.answer.parent.iterdir()] == ["7"]
    pull.again.clear()
    assert pull.decide(missing="pulls/7/files") == Ran(1, "Pull request 7 could not be answered.\n")


def test_answer_to_an_older_commit_hides_no_newer_one(tmp_path: Path) -> None:
    pull = propose(tmp_path, {PATH: good_event()}, author="ana")
    assert pull.decide() == Ran(0, "")
    (pull.answer / "head").write_text(pull.base, encoding="utf-8")
    assert [call[1] for call in pull.write()] == [f"repos/{HERE}/statuses/{pull.base}"]


def test_code_of_a_proposal_is_neither_run_nor_checked(tmp_path: Path) -> None:
    pull = propose(
        tmp_path, {PATH: good_event(), "mkdocs.yml": "broken: [", "tools/proposal.sh": "exit 9"}, author="ana"
    )
    assert pull.check().code == 0
    assert parse_proposal((pull.artefact / "proposal.json").read_bytes()).apart == ("mkdocs.yml", "tools/proposal.sh")


def test_proposal_is_checked_by_the_tool_of_the_commit_that_it_is_merged_on(tmp_path: Path) -> None:
    pull = propose(tmp_path, {PATH: good_event()}, author="ana")
    pull.origin.write("README.md", "Main has moved.\n")
    pull.origin.commit(3)
    pull.origin.git("update-ref", "refs/heads/main", "HEAD")
    checked = replace(pull, base="main").check()
    assert (checked.code, "is not merged on" in checked.output) == (2, True)


def test_merged_proposal_is_told_where_it_is(tmp_path: Path) -> None:
    pull = propose(tmp_path, {PATH: good_event()}, author="ana")
    published = pull.publish()
    assert (published.code, published.output) == (0, "")
    comment = (pull.answer / "comment.md").read_text(encoding="utf-8")
    assert "`Lentefeest` : <https://affiche.example/nl/evenementen/fete/>" in comment
    assert "https://affiche.example/fr/evenements/fete/fete.ics" in comment
    assert [call[:2] for call in pull.write()] == [
        ["POST", f"repos/{HERE}/issues/7/comments"],
        ["POST", f"repos/{HERE}/issues/7/labels"],
    ]


def test_branch_shows_its_comment_before_it_is_proposed(tmp_path: Path) -> None:
    pull = propose(tmp_path, {PATH: good_event(price="8,50 €")})
    pull.origin.git("checkout", "--quiet", pull.head)
    settings = ["--config-file", str(pull.origin.root / "mkdocs.yml")]
    said = CliRunner().invoke(main, ["proposal", "try", *settings, "--base", pull.base, "--author", "ana"])
    assert said.exit_code == 0
    assert "price: 8.50" in said.output
    assert CliRunner().invoke(main, ["proposal", "try", *settings, "--base", "no-such-branch"]).exit_code == 2
