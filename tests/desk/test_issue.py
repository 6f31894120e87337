"""An issue made with the form: what is understood of it, whatever somebody writes in it, and what is answered."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from affiche.desk.issue.answers import LONGEST, parse_answers
from affiche.desk.issue.entry import understand
from affiche.desk.issue.form import FILE_FIELDS, form_fields, label_of
from affiche.desk.issue.proposal import Proposal, propose
from affiche.desk.issue.words import Checked, texts_of
from affiche.desk.known import Known
from affiche.desk.new import Draft
from affiche.locales import DESK, catalogue_languages
from affiche.problems import Problem
from affiche.sources.event_file import EventUnreadable, load_issue
from affiche.sources.paths import path_faults
from tests.factories import event, organisation, site, venue
from tests.issue_forms import FOLDER, forms
from tests.test_workflows import tool

LANGUAGES = ("fr", "nl")
RECORDS = (
    organisation("zinneke"),
    organisation("ballon", name={"fr": "Le Ballon, l’Essai", "nl": "De Ballon"}),
    venue("la-vallee"),
    event("nuit-ouverte"),
)
KNOWN = Known(
    RECORDS,
    {
        "events": frozenset({"nuit-ouverte"}),
        "organisations": frozenset({"zinneke", "ballon"}),
        "venues": frozenset({"la-vallee"}),
    },
)
RIGHTS = "- [X] Un\n- [x] Deux\n- [X] Trois"
MINIMUM = {"title": "Nuit", "type": "Concert", "organisers": "Zinneke", "source": "Un tract", "rights": RIGHTS}


def issue(language: str = "fr", **answers: str) -> str:
    """The text that GitHub makes of the form; `title` and the like are in the form's language, `title_nl` in Dutch."""
    texts = []
    for field in form_fields(language, LANGUAGES):
        key = field.path.removesuffix(f".{language}").replace(".", "_")
        answer = {**MINIMUM, **answers}.get(key) or "_No response_"
        texts.append(f"### {label_of(field, language)}\n\n{answer}")
    return "\n\n".join(texts)


def understood(**answers: str) -> dict[str, Any]:
    return understand(parse_answers(issue(**answers), LANGUAGES), KNOWN).entry


def proposed(body: str) -> Proposal:
    return propose(12, body, KNOWN, LANGUAGES, 2026)


def test_forms_are_those_of_the_models_and_catalogues() -> None:
    assert {path.name: path.read_text(encoding="utf-8") for path in FOLDER.iterdir()} == forms()


def test_forms_follow_the_schema_of_github() -> None:
    paths = sorted(str(path) for path in FOLDER.glob("*-*.yml"))
    command = [tool("check-jsonschema"), "--builtin-schema", "vendor.github-issue-forms", *paths]
    ended = subprocess.run(command, check=False, capture_output=True, text=True)
    assert (ended.returncode, ended.stderr) == (0, "")


@pytest.mark.parametrize("language", catalogue_languages(DESK))
def test_headings_of_a_form_are_each_their_own(language: str) -> None:
    labels = [label_of(field, language) for field in form_fields(language, LANGUAGES)]
    assert len({*labels}) == len(labels)


@pytest.mark.parametrize("language", LANGUAGES)
def test_answers_are_found_in_the_language_of_the_form(language: str) -> None:
    answers = parse_answers(issue(language, title="Nuit", price="free"), LANGUAGES)
    assert answers.language == language
    assert answers.by_path == {
        f"title.{language}": "Nuit", "type": "Concert", "organisers": "Zinneke", "price": "free", "source": "Un tract",
        "rights": RIGHTS,
    }  # fmt: skip


def test_line_ends_fences_and_blanks_around_an_answer_are_left_out() -> None:
    body = issue(price="```yaml\n8.50\n```", venue="~~~\nLa Vallée\n~~~", title="  Nuit  ").replace("\n", "\r\n")
    answers = parse_answers(body, LANGUAGES).by_path
    assert (answers["price"], answers["venue"], answers["title.fr"]) == ("8.50", "La Vallée", "Nuit")


def test_headings_inside_an_answer_are_part_of_it() -> None:
    text = "Un\n\n### Titre\n\nx\n\n### Prix\n\n### Rien de tel\n\n#### Droits"
    assert parse_answers(issue(body=text), LANGUAGES).by_path["body.fr"] == text


def test_file_is_made_of_answers_as_people_write_them() -> None:
    draft = proposed(
        issue(
            "nl",
            title="Open nacht", title_fr="Nuit ouverte", type="Rondleiding", disciplines="Muziek, Beeldende kunst",
            organisers="De Ballon; zinneke", venue="la vallée", price="vanaf 8,50 €", spoken_languages="Frans, nl",
            dates="- 12/03/2027 20u00 - 22u30\n* 13 maart 2027 om 20u\n2027-03-14 20:00-01:00", body="Een proef.",
        )
    ).draft  # fmt: skip
    assert draft is not None
    assert draft.path == "content/events/2027/open-nacht.md"
    assert draft.text == (
        '---\ntitle:\n  nl: "Open nacht"\n  fr: "Nuit ouverte"\ntype: guided-tour\ndisciplines:\n  - music\n'
        "  - visual-arts\norganisers:\n  - ballon\n  - zinneke\nvenue: la-vallee\ndates:\n"
        "  - start: 2027-03-12 20:00\n    end: 2027-03-12 22:30\n  - start: 2027-03-13 20:00\n"
        "  - start: 2027-03-14 20:00\n    end: 2027-03-15 01:00\nprice:\n  from: 8.50\nspoken_languages:\n  - fr\n"
        '  - nl\nsource:\n  - "Un tract"\n---\n\n# Nederlands\n\nEen proef.\n'
    )


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ({"organisers": "Le Ballon, l’Essai"}, {"organisers": ["ballon"]}),
        ({"organisers": "Zinneke, Personne"}, {"organisers": ["zinneke", "Personne"]}),
        ({"venue": "La Vallée, Rue de la Vallée 1, 1000 Bruxelles"}, {"venue": "la-vallee"}),
        (
            {"venue": "Salle d’essai, Rue de l’Essai 1, bte 2, B-1080 Molenbeek"},
            {
                "venue": {
                    "name": "Salle d’essai", "street": "Rue de l’Essai 1, bte 2",
                    "postal_code": "1080", "municipality": "Molenbeek",
                }
            },
        ),
        ({"venue": "Ailleurs"}, {"venue": {"name": "Ailleurs"}}),
        ({"dates": "12/03/2027 20h"}, {"start": "2027-03-12 20:00"}),
        ({"dates": "2027-03-12 20:00 → 2027-03-12 22:00"}, {"start": "2027-03-12 20:00", "end": "2027-03-12 22:00"}),
        ({"dates": "bientôt"}, {"start": "bientôt"}),
        (
            {"period_start": "12/03/2027", "period_end": "28 mars 2027", "dates": "12/03/2027 18h00"},
            {"period": {"start": "2027-03-12", "end": "2027-03-28"}, "dates": [{"start": "2027-03-12 18:00"}]},
        ),
        ({"price": "à partir de 8 €"}, {"price": {"from": "8"}}),
        ({"price": "selon le programme"}, {"price": "selon le programme"}),
        ({"price": "Gratuit"}, {"price": "free"}),
        ({"type": "Fête foraine"}, {"type": "Fête foraine"}),
    ],
)  # fmt: skip
def test_answer_is_understood_or_left_as_typed(answers: dict[str, str], expected: dict[str, Any]) -> None:
    entry = understood(**answers)
    assert {name: entry[name] for name in expected} == expected
    assert entry.keys() - expected.keys() <= {"title", "type", "organisers", "source"}


@pytest.mark.parametrize(
    ("body", "refusal"),
    [
        (issue(title=""), "issue.refused.title"),
        ("Bonjour ! Mon concert est demain.", "issue.refused.title"),
        ("", "issue.refused.title"),
        (issue(rights="- [X] Un\n- [ ] Deux\n- [X] Trois"), "issue.refused.rights"),
        (issue() + "x" * LONGEST, "issue.refused.length"),
    ],
)
def test_issue_without_what_is_needed_makes_no_file(body: str, refusal: str) -> None:
    proposal = proposed(body)
    assert (proposal.draft, proposal.refusal) == (None, refusal)
    assert {*texts_of(Checked(proposal), LANGUAGES)} == {"answer.md"}


def test_refusal_leads_to_what_is_accepted_in_the_language_of_the_issue() -> None:
    policy = {"fr": "https://affiche.example/fr/charte/", "nl": "https://affiche.example/nl/charter/"}
    refused = texts_of(Checked(proposed(issue(title="")), policy=policy), LANGUAGES)["answer.md"]
    assert refused.endswith("(https://affiche.example/fr/charte/).\n")
    accepted = texts_of(Checked(proposed(issue()), policy=policy), LANGUAGES)["answer.md"]
    assert "charte" not in accepted


def test_title_without_a_latin_letter_gets_the_number_of_its_issue() -> None:
    proposal = proposed(issue(title="夜", dates="2027-03-12 20:00"))
    assert proposal.draft
    assert proposal.draft.path == "content/events/2027/issue-12.md"
    assert "`issue-12`" in texts_of(Checked(proposal), LANGUAGES)["answer.md"]


def test_id_that_is_taken_gets_the_year() -> None:
    draft = proposed(issue(title="Nuit ouverte", dates="2027-03-12 20:00")).draft
    assert draft
    assert draft.path == "content/events/2027/nuit-ouverte-2027.md"


@given(some.dictionaries(some.sampled_from(["title", "venue", "dates", "body", "organisers", "price"]), some.text()))
def test_any_text_makes_a_path_of_ours_or_none(answers: dict[str, str]) -> None:
    draft = proposed(issue(**answers)).draft
    assert draft is None or path_faults(draft.path) == []


@given(some.text())
def test_any_issue_is_answered(body: str) -> None:
    assert texts_of(Checked(proposed(body)), LANGUAGES)["answer.md"].startswith("<!-- affiche: issue -->\n")


HOSTILE = "@everyone ![x](https://evil.example/x.png) <!-- affiche: issue --> `code` ${{ secrets.X }} $(id) #1"


def test_what_others_wrote_stands_in_code() -> None:
    answers = {
        "price": HOSTILE,
        "remark": f"{HOSTILE}\n```\n{HOSTILE}",
        "image": f"![x](https://x.example/a.jpg){HOSTILE}",
    }
    proposal = proposed(issue(title=HOSTILE, **answers))
    values = {"value": HOSTILE}
    problem = Problem("content/events/2026/x.md", 3, 1, "price-format", "price", values=values, hint=HOSTILE)
    texts = texts_of(Checked(proposal, [problem]), LANGUAGES)
    for name in ("answer.md", "pull-request.md"):
        bare = re.sub(r"^(`{3,}).*?^\1$", "", texts[name].replace("  ```", "```"), flags=re.DOTALL | re.MULTILINE)
        bare = re.sub(r"(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)", "", bare)
        assert [mark for mark in ("@", "![", "evil", "${{", "$(", "#1\n") if mark in bare] == []
        assert bare.count("<!--") == (name == "answer.md")


def test_answer_says_when_it_is_and_what_was_read() -> None:
    answers = {
        "title": "Nuit",
        "dates": "12/03/2027 20h00",
        "booking_url": "https://a.example/?utm_source=x",
        "image": "![affiche](https://x.example/a.jpg)",
    }
    proposal = proposed(issue(**answers, price="vanaf € 8"))
    made = site(*RECORDS, event("nuit", start="2027-03-12 20:00", title={"fr": "Nuit"}))
    problem = Problem("content/events/2027/nuit.md", 9, 1, "venue-unknown", "venue", values={"value": "x"})
    answer = texts_of(Checked(proposal, [problem], made), LANGUAGES)["answer.md"]
    assert "- `vendredi 12 mars 2027 à 20 h`" in answer
    assert "- Quand : `12/03/2027 20h00` → `2027-03-12 20:00`" in answer
    assert "- Prix : `vanaf € 8` → `à partir de 8 €`" in answer
    assert "- **Où** · « `x` »" in answer
    assert "`https://x.example/a.jpg`" in answer
    assert "nuit.md" not in answer


def test_title_of_a_pull_request_is_one_line_that_ends() -> None:
    title = texts_of(Checked(proposed(issue(title="Nuit\u2028" + "é" * 200))), LANGUAGES)["title"]
    assert (title.count("\n"), len(title)) == (1, 121)


@pytest.mark.parametrize(
    "text",
    [
        *("", "[]", "{}", '{"issue": null}', '{"issue": {"number": 1}}', '{"issue": {"number": 1, "body": 2}}'),
        *(f'{{"issue": {{"number": {number}, "body": ""}}}}' for number in ("true", "-1", '"1"', "1.5")),
    ],
)
def test_file_that_tells_of_no_issue_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "event.json").write_text(text)
    with pytest.raises(EventUnreadable):
        load_issue(tmp_path / "event.json")


def test_issue_without_a_text_is_empty(tmp_path: Path) -> None:
    (tmp_path / "event.json").write_text('{"issue": {"number": 3, "body": null}}')
    assert load_issue(tmp_path / "event.json").body == ""


EVENT_FILE = (
    '---\ntitle:\n  nl: "Open nacht"\n  fr: "Nuit"\ntype: concert\norganisers:\n  - zinneke\nstart: 2027-03-12\n---\n'
    "\n# Français\n\n```\n# code\n```"
)
VENUE_FILE = (
    '---\nname: "Le Nord"\npostal_code: "1000"\nmunicipality: "Bruxelles"\nurl: "https://nord.example.org/"\n---'
)
ORGANISATION_FILE = '---\nname: "Les Essais"\nurl: "https://essais.example.org/"\nmunicipality: "Bruxelles"\n---'


def whole(text: str, language: str = "nl") -> str:
    """The text that GitHub makes of the form for a whole file."""
    answers = (f"```markdown\n{text}\n```", RIGHTS)
    headings = (label_of(field, language) for field in FILE_FIELDS)
    return "\n\n".join(f"### {heading}\n\n{answer}" for heading, answer in zip(headings, answers, strict=True))


@pytest.mark.parametrize(
    ("text", "path"),
    [
        (EVENT_FILE, "content/events/2027/open-nacht.md"),
        (VENUE_FILE, "content/venues/le-nord.md"),
        (ORGANISATION_FILE, "content/organisations/les-essais.md"),
        ('---\ntitle: "夜"\nstart: 2027-03-12\ntype: concert\n---', "content/events/2027/issue-12.md"),
    ],
)
def test_file_of_the_site_is_taken_as_it_is(text: str, path: str) -> None:
    above = f"content/{path.split('/')[1]}/whatever.md\n"
    assert proposed(whole(f"{above}{text}")).draft == Draft(path, f"{text}\n")


@pytest.mark.parametrize(
    ("text", "collection"),
    [
        (EVENT_FILE, "events"),
        (ORGANISATION_FILE, "organisations"),
        ('---\ntitle: "Nuit"\ndates:\n  - 2027-03-12\nprice: x\n---', "events"),
    ],
)
def test_file_without_a_path_above_goes_where_its_fields_fit(text: str, collection: str) -> None:
    draft = proposed(whole(text)).draft
    assert draft
    assert draft.path.startswith(f"content/{collection}/")


def test_path_above_a_file_leads_nowhere_else() -> None:
    draft = proposed(whole(f"content/pages/../../x.md\n{EVENT_FILE}")).draft
    assert draft == Draft("content/events/2027/open-nacht.md", f"{EVENT_FILE}\n")


@pytest.mark.parametrize(
    "text", ["", "Bonjour", "---\ntitle:\n---", "---\ntitle: [a]\n---", "---\n- a\n---", "---\n{\n---"]
)
def test_file_without_a_title_makes_no_proposal(text: str) -> None:
    assert proposed(whole(text)).refusal == "issue.refused.title"


def test_problems_of_a_whole_file_have_lines_to_paste() -> None:
    path, hint = "content/events/2027/open-nacht.md", "price: 8.50"
    problem = Problem(path, 9, 1, "price-format", "price", values={"value": "x"}, hint=hint)
    answer = texts_of(Checked(proposed(whole(EVENT_FILE)), [problem]), LANGUAGES)["answer.md"]
    assert answer.startswith("<!-- affiche: issue -->\n\nBedankt! Uw fiche staat")
    assert hint in answer


@given(some.text())
def test_any_file_makes_a_path_of_ours_or_none(text: str) -> None:
    draft = proposed(whole(f'---\ntitle: "Nuit"\n{text}')).draft
    assert draft is None or path_faults(draft.path) == []
