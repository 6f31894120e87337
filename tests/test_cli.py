from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from affiche import cli
from affiche.cli import COMMANDS, MODULES, main
from affiche.desk.lists import LISTS
from affiche.desk.report import FORMATS
from affiche.model.collections import COLLECTIONS
from tests.factories import NOW
from tests.projects import files_of, make_tiny
from tests.repositories import make_shallow

BROKEN = '---\ntitle: "Sans date"\ntype: concert\norganisers: [zinneke]\nsource: ["Un tract"]\n---\n'
#: An event of the year before.
EARLIER = 'title: "Bal"\ntype: party\norganisers: [zinneke]\nstart: 2025-12-05 20:00\nsource: ["Un tract"]\n'
#: A file with a warning: an invisible character in a title.
DOUBTFUL = BROKEN.replace("Sans", "Sans\u200b").replace("source", "start: 2026-12-06 20:00\nsource")


def run(root: Path, command: str, *arguments: str, **env: str) -> Result:
    """What the command line does in a project."""
    options = ["--config-file", str(root / "mkdocs.yml")]
    return CliRunner().invoke(
        main, [command, *options, *arguments], env={"SOURCE_DATE_EPOCH": str(int(NOW.timestamp()))} | env
    )


def test_help_lists_every_command_with_what_it_does() -> None:
    listed = CliRunner().invoke(main, ["--help"]).stdout.partition("Commands:\n")[2].splitlines()
    assert [line.split(maxsplit=1)[0] for line in listed if line[2:3].strip()] == list(COMMANDS)
    assert all(len(line.split()) > 1 for line in listed)


def test_every_module_with_a_command_is_listed() -> None:
    modules = Path(cli.__file__).parent.glob("*.py")
    found = {path.stem for path in modules if f"def {path.stem}_command(" in path.read_text("utf-8")}
    assert found == {MODULES.get(name, name.replace("-", "_")) for name in COMMANDS}


def test_a_name_of_no_command_is_wrong_use() -> None:
    assert CliRunner().invoke(main, ["bild"]).exit_code == 2


def test_a_build_that_changes_nothing_wakes_little_of_the_house(tmp_path: Path) -> None:
    root = make_tiny(tmp_path)
    run(root, "build", "--out", str(root / "site"))
    program = (
        "import sys; from affiche.cli import main\n"
        "try: main()\n"
        "finally: print(sorted({'affiche.build', 'jinja2', 'pydantic'} & {*sys.modules}))"
    )
    options = ["--config-file", str(root / "mkdocs.yml"), "--out", str(root / "site")]
    environment = {"SOURCE_DATE_EPOCH": str(int(NOW.timestamp())), "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run(
        [sys.executable, "-c", program, "build", *options],
        env=os.environ | environment,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.splitlines()[-1] == "[]"
    assert "nothing to write" in done.stdout


@pytest.mark.parametrize(
    ("files", "arguments", "code"),
    [
        ({}, [], 0),
        ({"casse": BROKEN}, [], 1),
        ({"douteux": DOUBTFUL}, [], 0),
        ({"douteux": DOUBTFUL}, ["--strict"], 1),
        ({"casse": BROKEN}, ["content/organisations"], 0),
        ({"casse": BROKEN}, ["content/events/casse.md"], 1),
        ({"casse": BROKEN}, ["content/events/"], 1),
    ],
)
def test_check_fails_for_errors_and_under_strict_for_warnings(
    tmp_path: Path, files: dict[str, str], arguments: list[str], code: int
) -> None:
    assert run(make_tiny(tmp_path, **files), "check", *arguments).exit_code == code


@pytest.mark.parametrize("style", FORMATS)
def test_check_names_the_file_in_every_format(tmp_path: Path, style: str) -> None:
    done = run(make_tiny(tmp_path, casse=BROKEN), "check", "--format", style, "--language", "nl")
    assert (done.exit_code, "content/events/casse.md" in done.stdout) == (1, True)


@pytest.mark.parametrize("command", ["check", "build"])
def test_wrong_use_says_what_cannot_be_used(tmp_path: Path, command: str) -> None:
    root = make_tiny(tmp_path)
    nowhere = run(root, command, "--content", str(tmp_path / "nowhere"))
    assert (nowhere.exit_code, "no such folder" in nowhere.stderr) == (2, True)
    when = run(root, command, SOURCE_DATE_EPOCH="soon")
    assert (when.exit_code, "SOURCE_DATE_EPOCH=soon" in when.stderr) == (2, True)
    (root / "mkdocs.yml").unlink()
    unset = run(root, command)
    assert (unset.exit_code, "mkdocs.yml" in unset.stderr) == (2, True)


def test_build_writes_the_site_and_says_how_much(tmp_path: Path) -> None:
    root, out = make_tiny(tmp_path), tmp_path / "site"
    first, second = run(root, "build", "--out", str(out)), run(root, "build", "--out", str(out))
    assert (first.exit_code, second.exit_code) == (0, 0)
    assert first.stdout.startswith(f"affiche: {len(files_of(out))} written, 0 unchanged, 0 removed")
    assert second.stdout.startswith("affiche: nothing to write")


def test_build_takes_the_content_of_another_folder(tmp_path: Path) -> None:
    root, out = make_tiny(tmp_path), tmp_path / "site"
    (root / "content").rename(tmp_path / "content")
    assert run(root, "build", "--out", str(out), "--content", str(tmp_path / "content")).exit_code == 0
    assert "fr/evenements/bal/index.html" in files_of(out)


def test_build_leaves_out_and_names_a_broken_file_but_refuses_it_when_strict(tmp_path: Path) -> None:
    root, out = make_tiny(tmp_path, casse=BROKEN), tmp_path / "site"
    refused = run(root, "build", "--out", str(out), "--strict")
    assert (refused.exit_code, "content/events/casse.md" in refused.stderr, out.exists()) == (1, True, False)
    built = run(root, "build", "--out", str(out))
    assert (built.exit_code, "content/events/casse.md" in built.stderr) == (0, True)
    assert "fr/evenements/casse/index.html" not in files_of(out)


def test_build_to_publish_is_refused_without_the_whole_history(tmp_path: Path) -> None:
    root, out = make_tiny(tmp_path), tmp_path / "site"
    undated = run(root, "build", "--out", str(out), "--publish")
    assert (undated.exit_code, "without git history" in undated.stderr, out.exists()) == (1, True, False)
    shallow = make_shallow(root)
    refused = run(shallow, "build", "--out", str(out), "--publish")
    assert (refused.exit_code, out.exists()) == (1, False)
    assert all(way in refused.stderr for way in ("git fetch --unshallow", "fetch-depth: 0"))
    seen = run(shallow, "build", "--out", str(out))
    assert (seen.exit_code, "a shallow clone" in seen.stderr) == (0, True)
    assert run(root, "build", "--out", str(out), "--publish").exit_code == 0


def test_build_to_publish_is_a_setting_too(tmp_path: Path) -> None:
    root, out = make_tiny(tmp_path), tmp_path / "site"
    settings = (root / "mkdocs.yml").read_text(encoding="utf-8")
    codes = {}
    for typed in ("true", "false", "!ENV [PUBLISH, false]", "maybe"):
        added = settings.replace("- affiche:", f"- affiche:\n      publish: {typed}")
        (root / "mkdocs.yml").write_text(added, encoding="utf-8")
        codes[typed] = run(root, "build", "--out", str(out)).exit_code
    assert codes == {"true": 1, "false": 0, "!ENV [PUBLISH, false]": 0, "maybe": 2}


def test_build_says_what_the_disk_refuses(tmp_path: Path) -> None:
    root, out = make_tiny(tmp_path), tmp_path / "site"
    out.write_text("a file in its place")
    done = run(root, "build", "--out", str(out))
    assert (done.exit_code, done.stderr.splitlines()[-1].startswith("affiche: ")) == (1, True)
    assert out.read_text() == "a file in its place"


def test_schema_prints_one_or_all() -> None:
    everything = CliRunner().invoke(main, ["schema"])
    assert list(json.loads(everything.stdout)) == [model.collection for model in COLLECTIONS]
    assert json.loads(CliRunner().invoke(main, ["schema", "events"]).stdout) == json.loads(everything.stdout)["events"]
    assert CliRunner().invoke(main, ["schema", "concerts"]).exit_code == 2


@pytest.mark.parametrize("name", LISTS)
def test_report_lists_what_waits_in_the_first_language_of_the_site(tmp_path: Path, name: str) -> None:
    done = run(make_tiny(tmp_path), "report", name, "--format", "json")
    listed = json.loads(done.stdout)
    assert (done.exit_code, listed["list"], listed["language"]) == (0, name, "fr")


def test_report_of_nothing_known_is_wrong_use(tmp_path: Path) -> None:
    assert run(make_tiny(tmp_path), "report", "weather").exit_code == 2


def test_report_tells_the_indicators_of_a_year_or_a_season(tmp_path: Path) -> None:
    root = make_tiny(tmp_path)
    asked = {"2026": [], "2025": ["--year", "2025"], "2026-2027": ["--year", "2026", "--season"]}
    for key, options in asked.items():
        done = run(root, "report", "indicators", "--format", "json", *options)
        assert (done.exit_code, json.loads(done.stdout)["id"]) == (0, key)


def test_a_year_is_frozen_once_and_only_when_it_is_over(tmp_path: Path) -> None:
    root = make_tiny(tmp_path, bal="---\n" + EARLIER + "---\n")
    frozen = root / "content/snapshots/2025.json"
    assert run(root, "report", "indicators", "--year", "2026", "--freeze").exit_code == 1
    assert run(root, "report", "indicators", "--year", "2025", "--freeze", "--language", "en").stdout.startswith(
        "Frozen"
    )
    data = frozen.read_bytes()
    again = run(root, "report", "indicators", "--year", "2025", "--freeze")
    assert (again.exit_code, frozen.read_bytes()) == (1, data)
    (root / "content/events/bal.md").unlink()
    told = json.loads(run(root, "report", "indicators", "--year", "2025", "--format", "json").stdout)
    assert (told["frozen"], told["figures"]["events"]) == ("2026-11-21", 1)
    frozen.unlink()
    (root / "content/events/broken.md").write_text(BROKEN, encoding="utf-8")
    assert run(root, "report", "indicators", "--year", "2025", "--freeze").exit_code == 1
    assert not frozen.exists()


def test_a_shallow_clone_freezes_nothing(tmp_path: Path) -> None:
    root = make_shallow(make_tiny(tmp_path))
    done = run(root, "report", "indicators", "--year", "2025", "--freeze", "--language", "en")
    assert (done.exit_code, "git fetch --unshallow" in done.stderr) == (1, True)


@pytest.mark.parametrize("options", [["completeness", "--freeze"], ["indicators", "--season", "--freeze"]])
def test_options_of_the_indicators_are_for_nothing_else(tmp_path: Path, options: list[str]) -> None:
    assert run(make_tiny(tmp_path), "report", *options).exit_code == 2


def test_accounts_of_maintainers_are_printed_for_a_workflow_to_ask_after(tmp_path: Path) -> None:
    root = make_tiny(tmp_path)
    house, gone = root / "content/organisations/zinneke.md", tmp_path / "gone.txt"
    house.write_text(house.read_text().replace("name:", "maintainers: [Ana, bo]\nname:"))
    assert run(root, "accounts").stdout == "ana\nbo\n"
    gone.write_text("ana\n")
    asked = json.loads(run(root, "issues", "--gone", str(gone)).stdout)["issues"]
    assert [each["marker"] for each in asked] == ["affiche:upkeep:zinneke"]


def test_issues_are_printed_for_a_workflow(tmp_path: Path) -> None:
    done = run(make_tiny(tmp_path), "issues")
    assert (done.exit_code, json.loads(done.stdout)) == (0, {"version": 1, "scope": "affiche:upkeep:", "issues": []})


def test_links_are_counted_in_the_file_of_last_time(tmp_path: Path) -> None:
    root, state = make_tiny(tmp_path), tmp_path / "links.json"
    shutil.rmtree(root / "content" / "organisations")
    done = run(root, "links", "--state", str(state))
    assert (done.exit_code, done.stdout) == (0, "affiche: 0 links tried, 0 without answer\n")
    assert json.loads(state.read_text(encoding="utf-8")) == {"version": 1, "failing": {}}


@pytest.mark.parametrize("command", ["links", "issues"])
def test_a_state_of_something_else_is_wrong_use(tmp_path: Path, command: str) -> None:
    (tmp_path / "links.json").write_text("{}")
    done = run(make_tiny(tmp_path), command, "--state", str(tmp_path / "links.json"))
    assert (done.exit_code, "not a file of ours" in done.stderr) == (2, True)


def test_issues_without_the_state_that_was_named_are_wrong_use(tmp_path: Path) -> None:
    done = run(make_tiny(tmp_path), "issues", "--state", str(tmp_path / "links.json"))
    assert (done.exit_code, "does not exist" in done.stderr) == (2, True)


@pytest.mark.parametrize("answer", ["", "{", "[1]", "null", '{"message": "Not Found"}'])
def test_what_is_no_answer_of_github_is_wrong_use(tmp_path: Path, answer: str) -> None:
    (tmp_path / "pull.json").write_text(answer)
    found = CliRunner().invoke(main, ["answer", "find", "pulls"], input=answer)
    told = CliRunner().invoke(main, ["answer", "voters", "--answers", str(tmp_path)])
    assert [(done.exit_code, "no answer of GitHub's" in done.stderr) for done in (found, told)] == [(2, True)] * 2


def test_alarm_without_a_list_of_runs_is_wrong_use(tmp_path: Path) -> None:
    (tmp_path / "runs.json").write_text("none")
    assert run(make_tiny(tmp_path), "alarm", "--runs", str(tmp_path / "runs.json")).exit_code == 2


def make_nowhere(root: Path) -> Path:
    """A project whose site has an address that nobody may ask."""
    project = make_tiny(root)
    settings = project / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8").replace("https://affiche.example/", "http://localhost/")
    settings.write_text(text, encoding="utf-8")
    return project


def test_alarm_is_given_for_a_site_that_cannot_be_read(tmp_path: Path) -> None:
    root = make_nowhere(tmp_path)
    (tmp_path / "runs.json").write_text("[]")
    (issue,) = json.loads(run(root, "alarm", "--runs", str(tmp_path / "runs.json")).stdout)["issues"]
    assert (issue["marker"], "http://localhost/api/v1/status.json" in issue["body"]) == ("affiche:alarm:site", True)


def test_nothing_is_lost_of_a_site_that_is_not_online_yet(tmp_path: Path) -> None:
    assert run(make_nowhere(tmp_path), "lost").exit_code == 0
