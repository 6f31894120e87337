"""Reports of problems: for people, for GitHub, for programs, for a comment."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from affiche.desk.report import FORMATS, render_each, render_report, render_summary
from affiche.desk.schema import report_schema
from affiche.model.source import Source
from affiche.problems import Problem, Severity
from affiche.sources.commonmark import parse
from tests.factories import event
from tests.test_cases import CASES, problems_of, write

CUT = Problem(
    "content/events/2027/nuit-ouverte.md",
    2,
    8,
    "text-cut-by-comma",
    "title",
    values={"kept": "Nuit", "language": "fr", "value": "jour et aube"},
    hint='title:\n  fr: "Nuit, jour et aube"\n  nl: "Nacht, dag en dageraad"',
    last_line=2,
)
RENAMED = Problem("content/events/Été.md", 1, 1, "id-format", values={"value": "Été.md"}, hint="content/events/ete.md")
SHORT = Problem("content/events/nuit.md", 9, 13, "url-doubtful", "online_url", Severity.WARNING, {
    "url": "https://bit.ly/x", "host": "bit.ly", "reason": "shortener",
}, last_line=9)  # fmt: skip
#: Texts that would do something where they are shown, if they were not shown as texts.
HOSTILE = (
    "\n::stop-commands::x",
    "##[add-mask]x",
    "::error::x",
    "100 %0A::error::x",
    "a, b: c",
    "```\n# x\n```",
    "`@everyone` <!-- affiche --> ![x](https://example.org/x.png) [x](https://example.org)",
    "`",
    "\u202e\x1b[31mx\u2028y\x00",
    "\udcff\udc80",
)


def rendered(*problems: Problem, style: str = "text", languages: tuple[str, ...] = ("fr", "nl")) -> str:
    return render_report(problems, format=style, languages=languages)


def hostile(text: str) -> Problem:
    """A problem in which everything that others wrote is that text."""
    return Problem(f"content/{text}.md", 3, 1, "body-language-missing", text, hint=f"# fr\n\n{text}", last_line=3)


def hostile_value(text: str) -> Problem:
    return Problem("content/x.md", 3, 1, "quotes-needed", "title", values={"value": text}, hint=text, last_line=3)


def test_text_has_a_block_for_each_language_and_the_lines_to_paste_once() -> None:
    assert rendered(CUT) == (
        "content/events/2027/nuit-ouverte.md:2:8: erreur [text-cut-by-comma]\n"
        "  Titre (title) : « Nuit » en français, puis une langue inconnue « jour et aube ». "
        "Entre { et }, une virgule commence une autre langue.\n"
        "  À coller à la place :\n"
        "  title:\n"
        '    fr: "Nuit, jour et aube"\n'
        '    nl: "Nacht, dag en dageraad"\n'
        "\n"
        "content/events/2027/nuit-ouverte.md:2:8: fout [text-cut-by-comma]\n"
        '  Titel (title): "Nuit" in het Frans, daarna een onbekende taal "jour et aube". '
        "Binnen { en } begint na een komma een andere taal.\n"
    )


def test_language_of_the_file_comes_first_with_the_lines_to_paste() -> None:
    report = render_report([CUT], format="text", languages=("fr", "nl"), own={CUT.path: "nl"})
    assert [line for line in report.splitlines() if "[" in line or "Plak" in line or "coller" in line] == [
        f"{CUT.path}:2:8: fout [text-cut-by-comma]",
        "  Plak dit in de plaats:",
        f"{CUT.path}:2:8: erreur [text-cut-by-comma]",
    ]


def test_text_proposes_another_path_as_a_name() -> None:
    assert rendered(RENAMED, languages=("nl",)).splitlines()[2:] == ["  Hernoem naar:", "  content/events/ete.md"]


def test_text_of_no_problem_is_empty_but_for_a_summary() -> None:
    assert rendered() == ""
    assert render_report([], format="text", languages=("fr", "nl"), files=12) == (
        "Aucun problème dans 12 fichiers.\nGeen probleem in 12 bestanden.\n"
    )


def test_summary_counts_by_severity() -> None:
    problems = [CUT, CUT, SHORT]
    assert render_summary(problems, "fr", 3) == "2 erreurs, 1 avertissement, 3 fichiers lus"
    assert render_summary(problems, "nl", 3) == "2 fouten, 1 waarschuwing, 3 bestanden gelezen"
    assert render_summary(problems[:1], "en", 1) == "1 error, 1 file read"


def test_github_command_has_every_property_and_one_line() -> None:
    assert rendered(SHORT, style="github", languages=("en",)) == (
        "::warning file=content/events/nuit.md,line=9,col=13,title=url-doubtful::Online address (online_url): "
        '"https://bit.ly/x" is an address shortened by bit.ly: visitors cannot see where it leads, '
        "and it may stop working.\n"
    )


def test_github_command_has_the_lines_to_paste_after_its_messages() -> None:
    lines = rendered(CUT, style="github").removesuffix("\n").split("%0A")
    assert lines[2:] == ["À coller à la place :", *CUT.hint.split("\n")]


@pytest.mark.parametrize("text", HOSTILE)
def test_github_starts_no_command_but_ours(text: str) -> None:
    report = rendered(hostile(text), hostile_value(text), style="github")
    assert re.fullmatch(r"(::error file=[^:,\r\n]*,line=3,col=1,title=[a-z-]+::[^\r\n]*\n){2}", report)
    assert "%" not in re.sub("%(25|0A|0D|3A|2C)", "", report)


@pytest.mark.parametrize("text", HOSTILE)
def test_text_starts_no_command(text: str) -> None:
    report = rendered(hostile(text), hostile_value(text))
    assert [line for line in report.split("\n") if line.lstrip().startswith("::") or "##[" in line] == []
    assert {line[:2] for line in report.split("\n") if line} == {"co", "  "}


@pytest.mark.parametrize("text", HOSTILE)
def test_markdown_shows_what_others_wrote_as_code_alone(text: str) -> None:
    report = rendered(hostile(text), hostile_value(text), style="markdown")
    html = parse(report).html
    tags = set(re.findall(r"<([a-z]+)", html))
    assert tags - {"ul", "li", "p", "code", "strong", "pre"} == set()
    assert "<!--" not in html
    outside = re.sub(r"<(code|pre)>.*?</\1>", "", html, flags=re.DOTALL)
    assert [word for word in ("@", "https:", "![", "stop-commands", "x]") if word in outside] == []


@pytest.mark.parametrize("style", FORMATS)
@pytest.mark.parametrize("text", HOSTILE)
def test_every_report_can_be_written(text: str, style: str) -> None:
    report = rendered(hostile(text), style=style).encode()
    assert b"\x1b" not in report
    assert b"\x00" not in report


def test_json_has_every_language_and_follows_its_schema() -> None:
    report: dict[str, Any] = json.loads(rendered(CUT, SHORT, style="json", languages=("nl",)))
    Draft202012Validator(report_schema()).validate(report)
    assert report["version"] == 1
    first, second = report["problems"]
    assert {name: first[name] for name in ("path", "line", "column", "field", "code", "severity", "hint")} == {
        "path": CUT.path,
        "line": 2,
        "column": 8,
        "field": "title",
        "code": "text-cut-by-comma",
        "severity": "error",
        "hint": CUT.hint,
    }
    assert first["message"].keys() == {"fr", "nl", "en"}
    assert (second["severity"], second["hint"]) == ("warning", "")


@pytest.mark.parametrize("name", CASES)
def test_json_of_every_case_follows_its_schema(name: str, tmp_path: Any) -> None:
    problems = problems_of(write(tmp_path, CASES[name]["files"]))
    Draft202012Validator(report_schema()).validate(json.loads(rendered(*problems, style="json")))


def test_markdown_is_a_list_with_blocks_to_paste() -> None:
    assert rendered(CUT, style="markdown") == (
        "- `content/events/2027/nuit-ouverte.md:2:8`: **erreur / fout** `text-cut-by-comma`\n"
        "\n"
        "  Titre (`title`) : « `Nuit` » en français, puis une langue inconnue « `jour et aube` ». "
        "Entre { et }, une virgule commence une autre langue.\n"
        "\n"
        '  Titel (`title`): "`Nuit`" in het Frans, daarna een onbekende taal "`jour et aube`". '
        "Binnen { en } begint na een komma een andere taal.\n"
        "\n"
        "  À coller à la place : / Plak dit in de plaats:\n"
        "\n"
        "  ```\n"
        "  title:\n"
        '    fr: "Nuit, jour et aube"\n'
        '    nl: "Nacht, dag en dageraad"\n'
        "  ```\n"
    )


def test_problems_alone_are_told_in_the_language_of_their_file_first_and_notices_are_not() -> None:
    dutch = event(language="nl").identified("nuit", None, Source(CUT.path))
    asked = replace(SHORT, severity=Severity.NOTICE)
    told = [(problem, text.split("\n")[0]) for problem, text in render_each([CUT, SHORT, asked], ("fr", "nl"), [dutch])]
    assert told == [
        (CUT, "content/events/2027/nuit-ouverte.md:2:8: fout [text-cut-by-comma]"),
        (SHORT, "content/events/nuit.md:9:13: avertissement [url-doubtful]"),
    ]
