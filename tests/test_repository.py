"""The files around the package: locks, commands, licences, and what may not be named anywhere."""

from __future__ import annotations

import json
import re
import subprocess
import tomllib
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[1]
LOCKS = (
    *("requirements-build.lock", "requirements.lock", "requirements-test.lock"),
    *("benchmarks/requirements.lock", "fuzz/requirements.lock", "programme/requirements.lock"),
)

#: A package registry's host in an address, and the way out of the repository.
NOT_NAMED = re.compile(r"//[\w.-]*(?:pypi|pythonhosted|npmjs|debian)[\w.-]*|\.\./(?:shared)")
REQUIREMENT = re.compile(r"^(?P<name>[a-z0-9-]+)==(?P<version>[^\s;]+)(?P<rest>(?:.*\\\n)*.*)", re.MULTILINE)


def text_of(path: str) -> str:
    return (ROOT / path).read_text(encoding="utf-8")


def repository_files(*patterns: str) -> list[str]:
    """The files that are in git or about to be, by git's path patterns."""
    command = ["git", "-c", "safe.directory=*", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run([*command, "--", *patterns], cwd=ROOT, check=True, capture_output=True, text=True).stdout
    return sorted({path for path in listed.split("\0") if path and (ROOT / path).is_file()})


def pins_of(lock: str) -> set[tuple[str, str]]:
    return {(pin["name"], pin["version"]) for pin in REQUIREMENT.finditer(text_of(lock))}


def commands_of(path: str) -> set[str]:
    """The targets of the `make target` that open a line or a code span."""
    return set(re.findall(r"(?:^ *|`)make ([a-z]+)\b", text_of(path), re.MULTILINE))


@pytest.mark.parametrize("lock", LOCKS)
def test_lock_gives_every_requirement_a_hash(lock: str) -> None:
    assert [pin["name"] for pin in REQUIREMENT.finditer(text_of(lock)) if "--hash=sha256:" not in pin["rest"]] == []


@pytest.mark.parametrize("lock", LOCKS)
def test_lock_holds_pins_and_hashes_only(lock: str) -> None:
    lines = [line for line in text_of(lock).splitlines() if not line.lstrip().startswith("#")]
    pin_or_hash = re.compile(r"[a-z0-9-]+==[^\s/]+( ; [^/]+)? \\|    --hash=sha256:[0-9a-f]{64}( \\)?")
    assert [line for line in lines if not pin_or_hash.fullmatch(line)] == []


def test_locks_agree() -> None:
    assert (pins_of("requirements-build.lock") | pins_of("requirements.lock")) - pins_of(
        "requirements-test.lock"
    ) == set()


def test_lock_holds_every_declared_library() -> None:
    project = tomllib.loads(text_of("pyproject.toml"))["project"]
    extras = project["optional-dependencies"].values()
    declared = {re.split(r"[<>=!~; ]", line)[0] for lines in (project["dependencies"], *extras) for line in lines}
    assert declared - {name for name, _ in pins_of("requirements-test.lock")} == set()


@pytest.mark.parametrize("folder", ["", "audit/", "benchmarks/"])
def test_npm_lock_has_hashes_and_no_addresses(folder: str) -> None:
    packages = json.loads(text_of(f"{folder}package-lock.json"))["packages"]
    installed = {name: package for name, package in packages.items() if name}
    assert [name for name, package in installed.items() if "resolved" in package] == []
    assert [name for name, package in installed.items() if "integrity" not in package] == []


@pytest.mark.parametrize(("upgrade", "waits"), [("", False), ("--upgrade", True), ("--upgrade-package pillow", False)])
def test_newest_versions_are_taken_when_they_have_been_out_for_a_week(upgrade: str, *, waits: bool) -> None:
    command = ["make", "--dry-run", "lock", f"UPGRADE={upgrade}"]
    said = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    lines = [line for line in said.splitlines() if "uv pip" in line or "npm.sh" in line]
    newest = [line for line in lines if "--constraint" not in line]
    assert ['"1 week"' in line or "release-age=7" in line for line in newest] == [waits] * 6


def test_readme_is_short_and_its_commands_exist() -> None:
    targets = set(re.findall(r"^([a-z]+):", text_of("Makefile"), re.MULTILINE))
    assert text_of("README.md").count("\n") <= 80
    assert {"site", "test"} - commands_of("README.md") == set()
    assert commands_of("README.md") - targets == set()


def test_continuous_integration_runs_the_readme_command() -> None:
    assert commands_of(".ci/run") == {"test"}


def test_no_file_names_a_registry_or_leaves_the_repository() -> None:
    named = {path: NOT_NAMED.findall((ROOT / path).read_text("utf-8", "replace")) for path in repository_files()}
    assert {path: names for path, names in named.items() if names} == {}


@pytest.mark.parametrize("path", repository_files("*.json", "*.webmanifest"))
def test_json_parses(path: str) -> None:
    json.loads(text_of(path))


@pytest.mark.parametrize("path", repository_files("*.yml", "*.yaml"))
def test_yaml_parses(path: str) -> None:
    list(yaml.compose_all(text_of(path), Loader=yaml.CSafeLoader))


def test_python_versions_agree() -> None:
    settings = tomllib.loads(text_of("pyproject.toml"))
    oldest = settings["project"]["requires-python"].removeprefix(">=")
    assert settings["tool"]["mypy"]["python_version"] == oldest
    assert settings["tool"]["ruff"]["target-version"] == f"py{oldest.replace('.', '')}"
