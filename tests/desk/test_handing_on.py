"""What a check hands on, and what is refused of it: it may come from whoever proposes."""

from __future__ import annotations

import contextlib
import json
import stat
import zipfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from affiche.desk.proposal import (
    ArtefactRefused,
    NextTip,
    Proposal,
    ProposedFile,
    Untranslated,
    parse_proposal,
    proposal_schema,
    render_proposal,
)
from affiche.desk.report import render_report
from affiche.desk.report_file import parse_report
from affiche.desk.schema import report_schema
from affiche.problems import Problem, Severity
from affiche.sources.artefact import ArtefactUnsafe, read_artefact
from tests.test_cases import CASES, problems_of, write

FILE = ProposedFile(
    path="content/events/bal.md",
    collection="events",
    state="shown",
    card={"fr": ("Bal",)},
    points=40,
    tip=NextTip(key="summary", points=6, languages=("nl",), paste="summary: …", advice="concert"),
    untranslated=(Untranslated(name="dates.note", languages=("nl",)),),
    lists={"fr": ("Musique",)},
)
PROPOSAL = Proposal(files=(FILE,), apart=("mkdocs.yml",), has_preview=True)
PROBLEM = Problem(
    "content/events/bal.md", 3, 8, "price-format", "price", Severity.ERROR, {"value": "8 €"}, "price: 8", 3
)


def report(**changed: Any) -> bytes:
    """The report of a problem, with some of its values changed."""
    told = json.loads(render_report([PROBLEM], format="json", languages=()))
    told["problems"][0] |= changed
    return json.dumps(told).encode()


def proposal(**changed: Any) -> bytes:
    told = json.loads(render_proposal(PROPOSAL))
    told["files"][0] |= changed
    return json.dumps(told).encode()


def zipped(folder: Path, *entries: tuple[str | zipfile.ZipInfo, bytes]) -> Path:
    with zipfile.ZipFile(folder / "proposal.zip", "w", zipfile.ZIP_DEFLATED) as files:
        for name, data in entries:
            files.writestr(name, data)
    return folder / "proposal.zip"


def link(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name)
    entry.external_attr = (stat.S_IFLNK | 0o777) << 16
    return entry


def test_proposal_comes_back_as_it_was() -> None:
    assert parse_proposal(render_proposal(PROPOSAL).encode()) == PROPOSAL


def test_proposal_follows_its_schema() -> None:
    Draft202012Validator.check_schema(proposal_schema())
    Draft202012Validator(proposal_schema()).validate(json.loads(render_proposal(PROPOSAL)))


@pytest.mark.parametrize(
    "changed",
    [
        {"path": ""},
        {"points": 101},
        {"points": "40"},
        {"state": "published"},
        {"language": "nl\n# x"},
        {"card": {"fr": ["x"] * 13}},
        {"card": {"fr": ["x" * 1001]}},
        {"card": {"<b>": ["x"]}},
        {"tip": {"key": "Résumé", "points": 6}},
        {"untranslated": [{"name": "title](x)", "languages": ["nl"]}]},
        {"more": "x"},
    ],
    ids=str,
)
def test_proposal_that_no_check_makes_is_refused(changed: dict[str, Any]) -> None:
    with pytest.raises(ArtefactRefused):
        parse_proposal(proposal(**changed))


@pytest.mark.parametrize("data", [b"", b"[]", b"{", b"\xff", b"[" * 100_000, b'{"version": 2}'])
def test_what_is_no_proposal_is_refused(data: bytes) -> None:
    with pytest.raises(ArtefactRefused):
        parse_proposal(data)
    with pytest.raises(ArtefactRefused):
        parse_report(data)


@pytest.mark.parametrize("name", CASES)
def test_report_comes_back_as_it_was(name: str, tmp_path: Path) -> None:
    problems = problems_of(write(tmp_path, CASES[name]["files"]))
    back = parse_report(render_report(problems, format="json", languages=()).encode())
    assert [(each, each.values, each.last_line) for each in back] == [
        (each, each.values, each.last_line) for each in sorted(problems)
    ]


@pytest.mark.parametrize(
    "changed",
    [
        {"code": "no-such-code"},
        {"code": "price-format.x"},
        {"values": {}},
        {"values": {"value": "8 €", "field": "x"}},
        {"values": {"value": {"a": "b"}}},
        {"line": 0},
        {"line": "3"},
        {"severity": "fatal"},
        {"message": {"fr": 1}},
        {"more": "x"},
    ],
    ids=str,
)
def test_report_that_no_check_makes_is_refused(changed: dict[str, Any]) -> None:
    with pytest.raises(ArtefactRefused):
        parse_report(report(**changed))


@pytest.mark.parametrize("digits", [400, 5000])
def test_report_with_a_number_beyond_all_numbers_is_refused(digits: int) -> None:
    with pytest.raises(ArtefactRefused):
        parse_report(report(code="file-too-large", values={"limit": "9" * digits}))


@given(
    st.dictionaries(st.sampled_from(["value", "reason", "what", "field", "language", "choices"]), st.text()), st.text()
)
def test_report_with_any_values_is_said_or_refused(values: dict[str, str], hint: str) -> None:
    data = report(values=values, hint=hint)
    try:
        (problem,) = parse_report(data)
    except ArtefactRefused:
        return
    assert (problem.values, problem.hint) == (values, hint)
    Draft202012Validator(report_schema()).validate(json.loads(data))


def test_artefact_gives_the_named_files_alone(tmp_path: Path) -> None:
    path = zipped(tmp_path, ("problems.json", b"{}"), ("site/index.html", b"<p>"), ("site/", b""))
    assert read_artefact(path, ("problems.json", "proposal.json")) == {"problems.json": b"{}"}


@pytest.mark.parametrize("name", ["../problems.json", "/etc/passwd", "a/../../b", "a\\..\\b", "C:\\x"])
def test_artefact_that_leads_outside_is_refused(name: str, tmp_path: Path) -> None:
    with pytest.raises(ArtefactUnsafe):
        read_artefact(zipped(tmp_path, (name, b"{}"), ("problems.json", b"{}")), ("problems.json",))


def test_artefact_with_a_link_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ArtefactUnsafe):
        read_artefact(zipped(tmp_path, (link("problems.json"), b"/etc/passwd")), ("problems.json",))


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_artefact_with_two_files_of_a_name_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ArtefactUnsafe):
        read_artefact(zipped(tmp_path, ("problems.json", b"{}"), ("problems.json", b"[]")), ("problems.json",))


def test_artefact_that_grows_when_it_is_read_is_refused(tmp_path: Path) -> None:
    path = zipped(tmp_path, ("problems.json", b" " * 3_000_000))
    assert path.stat().st_size < 10_000
    with pytest.raises(ArtefactUnsafe):
        read_artefact(path, ("problems.json",))


@pytest.mark.parametrize("data", [b"", b"not a zip", b"PK\x03\x04" + b"\x00" * 40])
def test_what_is_no_artefact_is_refused(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "proposal.zip").write_bytes(data)
    with pytest.raises(ArtefactUnsafe):
        read_artefact(tmp_path / "proposal.zip", ("problems.json",))


@pytest.mark.parametrize("packed", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_LZMA, zipfile.ZIP_BZIP2])
def test_artefact_that_is_spoilt_anywhere_is_refused_or_read(packed: int, tmp_path: Path) -> None:
    path = tmp_path / "proposal.zip"
    with zipfile.ZipFile(path, "w", packed) as files:
        files.writestr("problems.json", report())
        files.writestr("é.json", b"{}")
    whole = path.read_bytes()
    for place in range(len(whole)):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 0xFF]) + whole[place + 1 :])
        with contextlib.suppress(ArtefactUnsafe):
            read_artefact(path, ("problems.json",))


def test_artefact_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ArtefactUnsafe):
        read_artefact(tmp_path / "proposal.zip", ("problems.json",))
