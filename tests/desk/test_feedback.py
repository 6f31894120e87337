"""What somebody has to say about a page: what it is about, who is told, and that it can do nothing else."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from affiche.desk.feedback.form import KIND, LABELS, MESSAGE, PAGE, kind_of, parse_feedback, parse_sent
from affiche.desk.feedback.subject import MOST_ACCOUNTS, accounts_of, find_subject
from affiche.desk.feedback.words import heard, texts_of
from affiche.desk.issue.answers import Answers
from affiche.desk.known import Known
from affiche.locales import DESK, catalogue_languages, load_words
from affiche.outputs.pages.feedback import KINDS
from affiche.sources.event_file import EventUnreadable, load_sent
from tests import factories as make
from tests.examples import examples
from tests.issue_forms import FOLDER, forms

RECORDS = (
    make.organisation("zinneke", maintainers=["zinneke-com", "Ana-Z"]),
    make.organisation("ballon", name="Le Ballon", maintainers=["ana-z", "ballon"]),
    make.organisation("muette", name="La Muette"),
    make.venue("la-vallee", operator="ballon"),
    make.venue("cave", name="La Cave"),
    make.event("nuit", redirect_from=["soir"], organisers=["zinneke", {"organisation": "ballon", "role": "partner"}]),
    make.event("bal", title="Le bal", organisers=["muette"]),
)
SITE = make.site(*RECORDS)
STEMS = {
    name: frozenset(each.id for each in RECORDS if each.collection == name)
    for name in ("events", "organisations", "venues")
}
KNOWN = Known(RECORDS, STEMS)
HOSTILE = "@everyone <!-- x --> ![a](https://evil.example/a.png) ``` [b](javascript:x) #1 \u202e`"


def written(language: str = "fr", **answers: str) -> str:
    """The text that GitHub makes of the form."""
    words = load_words(language)
    return "\n\n".join(
        f"### {words(f'feedback.{name}')}\n\n{answers.get(name) or '_No response_'}" for name in (PAGE, KIND, MESSAGE)
    )


def answer(body: str) -> str:
    return texts_of(SITE, heard(SITE, KNOWN, parse_feedback(body, SITE.languages)), is_sent=False)["answer.md"]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("https://example.org/fr/evenements/nuit/", "nuit"),
        ("https://example.org/nl/evenementen/nuit/?x=1#dates", "nuit"),
        ("/fr/evenements/soir", "nuit"),
        ("/fr/evenements/nuit/changes.xml", "nuit"),
        ("https://example.org/fr/organisations/ballon/archives/2025/2/", "ballon"),
        ("https://EXAMPLE.org/fr/lieux/cave/", "cave"),
        ("  le BALLON ", "ballon"),
        ("https://evil.example/fr/evenements/nuit/", None),
        ("https://example.org/fr/evenements/", None),
        ("https://example.org/fr/", None),
        ("https://[", None),
        ("/fr/evenements/../../nuit/", None),
        ("", None),
    ],
)
def test_an_address_or_a_name_leads_to_a_record(typed: str, found: str | None) -> None:
    record = find_subject(SITE, KNOWN, typed)
    assert (record and record.id) == found


def test_those_who_answer_for_the_page_are_told_and_nobody_else() -> None:
    body = written(page="https://example.org/fr/evenements/nuit/", kind="Une erreur", message="C’est à 21 h.")
    assert answer(body) == (
        "<!-- affiche: feedback -->\n\n@zinneke-com @Ana-Z\n\n"
        "Merci pour votre message ! Il concerne `https://example.org/fr/evenements/nuit/`. "
        "`Zinneke` en est prévenu et répond ici.\n\n"
        "Bedankt voor uw bericht! Het gaat over `https://example.org/nl/evenementen/nuit/`. "
        "`Zinneke` krijgt bericht en antwoordt hier.\n"
    )


def test_a_page_of_no_organisation_is_the_team_s() -> None:
    mentions = [answer(written("nl", page=page)).count("@") for page in ("/fr/", "La Cave", "/fr/evenements/bal/", "")]
    assert mentions == [0, 0, 0, 0]
    assert answer(written("nl", page="/fr/")).split("\n\n")[1] == (
        "Bedankt voor uw bericht! Het team van de agenda leest het en antwoordt hier."
    )


def test_an_account_is_mentioned_once_and_only_so_many_are() -> None:
    zinneke, ballon = RECORDS[:2]
    assert accounts_of([zinneke, ballon]) == ["zinneke-com", "ana-z", "ballon"]
    many = make.organisation("grande", maintainers=[f"a{number}" for number in range(20)])
    assert len(accounts_of([many])) == MOST_ACCOUNTS


@pytest.mark.parametrize("language", catalogue_languages(DESK))
def test_each_kind_is_found_again_in_each_language_and_has_its_label(language: str) -> None:
    words = load_words(language)
    for kind in KINDS:
        said = parse_feedback(written(language, kind=words(f"feedback.kind.{kind}"), message="x"), SITE.languages)
        assert (said.language, kind_of(said)) == (language, kind)
        labels = texts_of(SITE, heard(SITE, KNOWN, said), is_sent=False)["labels"]
        assert labels == f"feedback\n{LABELS[kind]}\n"


def test_a_public_message_with_a_person_s_number_is_asked_to_lose_it() -> None:
    asked = "modifiez-le pour l'enlever"
    said = [answer(written(message=text)) for text in ("Appelez le 0470 12 34 56", "an.janssens@gmail.com", "À 20 h.")]
    assert [asked in text for text in said] == [True, True, False]


@examples(60)
@given(some.text(max_size=300), some.text(max_size=300), some.sampled_from(("", HOSTILE)))
def test_whatever_somebody_writes_only_maintainers_are_mentioned(page: str, message: str, hostile: str) -> None:
    said = answer(written(page=f"{page}{hostile}", kind=message, message=f"{message}{hostile}"))
    assert set(re.findall(r"@[\w-]+", said)) <= {"@zinneke-com", "@Ana-Z", "@ana-z", "@ballon"}
    for text in (hostile, "evil.example"):
        assert not text or text not in said


def test_what_a_form_sent_becomes_an_issue_in_which_it_is_code() -> None:
    sent = {"page": "/nl/evenementen/nuit/", "kind": "idea", "message": f"{HOSTILE}\n```\n@all", "language": "nl"}
    texts = texts_of(SITE, heard(SITE, KNOWN, parse_sent(sent, SITE.languages)), is_sent=True)
    assert texts["title"] == "Een idee: nuit\n"
    assert texts["labels"] == "feedback\nidea\n"
    outside = re.sub(r"(?ms)^(`{3,})\n.*?\n\1$", "", texts["issue.md"])
    assert set(re.findall(r"@[\w-]+", outside)) == {"@zinneke-com", "@Ana-Z"}
    assert "evil" not in outside
    assert "Zonder account verstuurd" in outside


@pytest.mark.parametrize("sent", [{}, {"language": "xx"}, {"kind": "nonsense", "message": ""}])
def test_a_form_that_sent_nothing_of_use_is_the_team_s(sent: dict[str, str]) -> None:
    said = heard(SITE, KNOWN, parse_sent(sent, SITE.languages))
    assert texts_of(SITE, said, is_sent=True)["title"] == "Votre avis : Affiche\n"


def test_the_file_of_a_run_tells_what_was_sent(tmp_path: Path) -> None:
    file = tmp_path / "event.json"
    file.write_text(json.dumps({"client_payload": {"message": "x", "page": 3, "more": {"a": "b"}}}))
    assert load_sent(file) == {"message": "x"}
    file.write_text(json.dumps({"issue": {"number": 3, "body": "x"}}))
    assert load_sent(file) is None
    file.write_text("[")
    with pytest.raises(EventUnreadable):
        load_sent(file)


def test_the_forms_of_the_repository_are_those_of_the_catalogues() -> None:
    for language in catalogue_languages(DESK):
        name = f"3-feedback-{language}.yml"
        assert (FOLDER / name).read_text(encoding="utf-8") == forms()[name]


def test_answers_of_no_form_say_nothing() -> None:
    assert parse_feedback("Bonjour\n\n## Titre", SITE.languages) == Answers("fr", {})
