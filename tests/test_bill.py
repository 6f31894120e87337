"""What the site is made with: every pinned library has a licence that goes with ours, and the bill has them all."""

from __future__ import annotations

import json
from importlib.metadata import distribution
from pathlib import Path

import pytest
from PIL import features

from tests.test_repository import pins_of, repository_files
from tools.bill import LOCKS, NotAsLocked, bill_of, libraries_of, licence_list, licence_of_part, main
from tools.licences import COMPATIBLE_FOR_TESTS, READ, LicenceUnknown, is_compatible, licence_of

ROOT = Path(__file__).parents[1]
#: What packages that do not say it are under, as their own licence file has it.
UNSAID = {"node_modules/parse-cache-control": "BSD-3-Clause"}
MADE_WITH = libraries_of(LOCKS)


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        *(("MIT", True), ("GPL-3.0-or-later", False), ("", False), ("MIT AND", False), ("(GPL-2.0-only) OR MIT", True)),
        *(("GPL-2.0-only OR MIT", True), ("MIT/Apache-2.0", True), ("MIT AND GPL-2.0-only", False)),
        *(("(MIT OR GPL-2.0-only) AND Unicode-3.0", True), ("MIT AND (MIT OR", False)),
        *(("Apache-2.0 WITH LLVM-exception OR GPL-2.0-only", True), ("Apache-2.0 WITH Other-exception", False)),
    ],
)
def test_an_expression_is_kept_to_or_not(expression: str, *, expected: bool) -> None:
    assert is_compatible(expression) is expected


def test_what_makes_the_site_has_a_compatible_licence_each_part_too() -> None:
    licences = {library.name: library.licence for library in MADE_WITH}
    parts = {
        f"{library.name}: {part['name']}": licence_of_part(part) for library in MADE_WITH for part in library.parts
    }
    assert {name: licence for name, licence in (licences | parts).items() if not is_compatible(licence)} == {}


def test_what_the_tests_read_with_has_a_compatible_licence() -> None:
    licences = {library.name: library.licence for library in libraries_of(["requirements-test.lock"])}
    assert {name: each for name, each in licences.items() if not is_compatible(each, COMPATIBLE_FOR_TESTS)} == {}


@pytest.mark.parametrize("folder", ["", "audit/"])
def test_tools_of_node_have_a_compatible_licence(folder: str) -> None:
    packages = json.loads((ROOT / f"{folder}package-lock.json").read_text(encoding="utf-8"))["packages"]
    licences = {name: package.get("license", UNSAID.get(name, "")) for name, package in packages.items()}
    assert {name: each for name, each in licences.items() if not is_compatible(each)} == {}


def test_a_library_without_a_licence_is_not_passed_over() -> None:
    with pytest.raises(LicenceUnknown, match="other"):
        licence_of("other", distribution("axe-playwright-python").metadata)


def test_licences_that_we_read_ourselves_are_of_libraries_that_do_not_say_theirs() -> None:
    said = {name: distribution(name).metadata.get_all("License-Expression") for name in READ}
    assert {name: each for name, each in said.items() if each} == {}


def test_parts_that_are_left_out_are_not_in_the_wheel() -> None:
    assert features.check("libimagequant") is False
    libraries = [str(file) for file in distribution("pillow").files or () if file.parent.name == "pillow.libs"]
    assert [name for name in libraries if "fribidi" in name or "imagequant" in name] == []


def test_the_bill_has_each_library_of_the_locks_once() -> None:
    pins = {pin for lock in LOCKS for pin in pins_of(lock)}
    components = [(each["name"], each["version"]) for each in bill_of(MADE_WITH)["components"]]
    assert {*components} - pins == set()
    assert [name for name, _ in components] == sorted({name for name, _ in pins})


def test_what_is_not_installed_as_locked_has_no_bill(tmp_path: Path) -> None:
    lock = tmp_path / "other.lock"
    for text in ("jinja2==1.0 \\\n", "no-such-library==1.0 \\\n"):
        lock.write_text(text, encoding="utf-8")
        with pytest.raises(NotAsLocked):
            libraries_of([str(lock)])
    lock.write_text("no-such-library==1.0 ; sys_platform == 'none' \\\n", encoding="utf-8")
    assert libraries_of([str(lock)]) == []


def test_what_the_bill_refers_to_is_in_it_once() -> None:
    bill = bill_of(MADE_WITH)
    refs = ["affiche", *(each["bom-ref"] for each in bill["components"])]
    assert [each["ref"] for each in bill["dependencies"]] == refs
    assert len({*refs}) == len(refs)
    assert {ref for each in bill["dependencies"] for ref in each["dependsOn"]} - {*refs} == set()


def test_the_bill_says_what_a_wheel_says_of_its_parts() -> None:
    components = {each["name"]: each for each in bill_of(MADE_WITH)["components"]}
    parts = {part["name"]: part for part in components["comrak"]["components"]}
    assert parts["caseless"].keys() == {"type", "name", "version", "purl", "licenses"}
    assert "| comrak: caseless |" in licence_list(MADE_WITH)


def test_the_bill_is_the_same_each_time(tmp_path: Path) -> None:
    main(str(tmp_path / "a"))
    main(str(tmp_path / "b"))
    for name in ("bill.cdx.json", "licences.md"):
        assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes()


def test_nobody_owns_code_by_a_list_as_owners_would_need_the_right_to_write() -> None:
    assert repository_files("*CODEOWNERS") == []
