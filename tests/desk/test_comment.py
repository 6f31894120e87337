"""The comment on a pull request, read as GitHub renders it: what it says, and what nobody can make it do."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import comrak
import html5lib
import pytest

from affiche.desk.agreement import Agreement, Awaited, Change, Proposed, Reason
from affiche.desk.comment import LONGEST, MARKER, Answer, render_comment, verdict_key
from affiche.desk.proposal import NextTip, Proposal, ProposedFile, Untranslated
from affiche.desk.pull_request import PullRequest
from affiche.model.text import Text
from affiche.problems import Problem, Severity

PATH = "content/events/2027/lentefeest.md"
PULL = PullRequest(7, Proposed("head", "eve", (Change(PATH, is_added=True),)), "eve/agenda", "mijn-voorstel")
CUT = Problem(PATH, 3, 8, "price-format", "price", values={"value": "8,50 €"}, hint="price: 8.50", last_line=3)
FILE = ProposedFile(
    path=PATH,
    collection="events",
    state="shown",
    language="nl",
    card={"nl": ("Lentefeest", "zaterdag 20 maart 2027"), "fr": ("Lentefeest", "samedi 20 mars 2027")},
    points=62,
    tip=NextTip(key="summary", points=6, paste='summary:\n  nl: "…"'),
    untranslated=(Untranslated(name="title", languages=("fr",)),),
    lists={"nl": ("Muziek", "Elsene"), "fr": ("Musique", "Ixelles")},
)
AWAITED = Awaited(Reason.NAMED, ("zinneke",), ("ana", "ben"), (PATH,))
ADDRESSES = {"details": "https://github.com/house/agenda/actions/runs/42", "policy.nl": "https://affiche.example/nl/c/"}
#: Texts that would do something in a comment, if they were not shown as texts.
HOSTILE = (
    "@everyone",
    "![x](https://evil.example/x.png)",
    "[x](https://evil.example/)",
    "<img src=x onerror=alert(1)>",
    f"{MARKER}",
    "</details></summary><h1>x</h1>",
    "`@everyone`",
    "```\n@everyone\n```",
    "a\n\n# @everyone",
    "house/agenda#1 eve/agenda@0123456789012345678901234567890123456789 #1 GH-1",
    "https://evil.example/ www.evil.example mail@evil.example",
    "\u202e\x1b[31m@everyone\u2028",
    "`" * 40,
    "$\\unicode{x}$ :+1: [^1]",
    "{0} {n} {__class__}",
)


def answer(*problems: Problem, **given: Any) -> Answer:
    return Answer(PULL, **{"agreement": Agreement(), "languages": ("fr", "nl"), "problems": problems, **given})


def rendered(comment: str) -> Any:
    """The tree of a comment as GitHub makes it before it sanitises: HTML passes, addresses become links."""
    extensions, options = comrak.ExtensionOptions(), comrak.RenderOptions()
    extensions.autolink = extensions.table = extensions.strikethrough = extensions.footnotes = True
    options.unsafe_ = True
    html = comrak.render_markdown(comment, extension_options=extensions, render_options=options)
    return html5lib.parseFragment(html, namespaceHTMLElements=False)


def outside_code(tree: Any) -> str:
    """The text that GitHub may read something into."""
    for code in tree.iter("code"):
        code.text = ""
    return "".join(tree.itertext())


def hostile_files(text: str) -> Iterator[ProposedFile]:
    for state in ("shown", "faulty", "hidden", "gone"):
        tip = NextTip(key="summary", points=6, paste=text)
        card: dict[str, tuple[str, ...]] = dict.fromkeys(("fr", "nl"), (text, text))
        yield ProposedFile(path=text, collection="events", state=state, card=card, points=1, tip=tip, lists=card)


def test_comment_is_in_the_language_of_the_file_first() -> None:
    comment = render_comment(answer(CUT, proposal=Proposal(files=(FILE,))))
    assert comment.startswith(f"{MARKER}\n\n**Bedankt voor uw voorstel! Vóór de publicatie is er nog 1 punt recht te ")
    assert "<details>\n<summary>En français</summary>\n\n**Merci pour votre proposition ! Il reste 1 point" in comment


def test_comment_gives_each_problem_its_line_and_what_to_paste() -> None:
    assert (
        render_comment(answer(CUT, languages=("nl",)))
        .partition("\n\n### ")[2]
        .startswith(
            f"Recht te zetten · `{PATH}`\n\n"
            f"**Regel 3** · Prijs · [verbeteren in uw branch](https://github.com/eve/agenda/edit/mijn-voorstel/{PATH}#L3)\n\n"
            '"`8,50 €`" is geen prijs die de site kan lezen: 8.50 voor één prijs, free voor gratis, "from: 8" '
            "vanaf 8 euro, een lijst met namen voor verschillende.\n\n"
            "Plak dit in de plaats:\n\n```yaml\nprice: 8.50\n```"
        )
    )


def test_comment_shows_the_card_what_is_missing_and_one_tip() -> None:
    shown = render_comment(answer(proposal=Proposal(files=(FILE,)), languages=("nl",), addresses=ADDRESSES))
    assert shown == (
        f"{MARKER}\n\n**Bedankt voor uw voorstel! Alles is in orde: wij kunnen het publiceren.**\n\n"
        "### Wat de lezers zullen zien\n\n"
        f"[`{PATH}`](https://github.com/eve/agenda/edit/mijn-voorstel/{PATH}#L1)\n\n"
        "```\nLentefeest\nzaterdag 20 maart 2027\n```\n\n"
        "In de volledige agenda, en in deze lijsten, elk met haar feed en kalender: `Muziek`, `Elsene`.\n\n"
        "Nog te vertalen, als u kunt: Titel (ontbreekt: Frans). "
        "Intussen toont de site de andere taal, en zegt dat erbij.\n\n"
        "Volledigheid: 62 op 100. De beste volgende stap? "
        "Vat het evenement samen in een of twee zinnen, hoogstens 200 tekens (+6).\n\n"
        '```yaml\nsummary:\n  nl: "…"\n```\n\n'
        "[De details van de controle](https://github.com/house/agenda/actions/runs/42).  \n"
        "Deze reactie wordt bij elke wijziging herschreven.\n"
    )


def test_comment_names_who_must_agree_and_calls_them() -> None:
    awaited = Agreement((AWAITED,), (AWAITED,))
    comment = render_comment(
        answer(agreement=awaited, names={"zinneke": Text.of(fr="Les Zinneke", nl="De Zinneke")}, languages=("nl",))
    )
    assert (
        f"- `De Zinneke`: de naam staat in `{PATH}`. Voor we publiceren, vragen we een akkoord: @ana, @ben." in comment
    )


@pytest.mark.parametrize(
    ("expected", "given"),
    [
        ("unread", {}),
        ("unread", {"proposal": Proposal(files=(FILE,)), "is_passed": False}),
        ("broken", {"proposal": Proposal(files=(FILE,)), "is_passed": False, "problems": (CUT,)}),
        ("broken", {"proposal": Proposal(files=(FILE,)), "problems": (CUT,)}),
        ("ready", {"proposal": Proposal(files=(FILE,)), "problems": (replace(CUT, severity=Severity.WARNING),)}),
        ("awaited", {"proposal": Proposal(files=(FILE,)), "agreement": Agreement((AWAITED,), (AWAITED,))}),
        ("apart", {"proposal": Proposal(apart=("mkdocs.yml",)), "agreement": Agreement((AWAITED,), (AWAITED,))}),
    ],
)
def test_verdict(expected: str, given: dict[str, Any]) -> None:
    assert verdict_key(answer(**given)) == expected
    assert render_comment(answer(**given)).startswith(f"{MARKER}\n\n**")


def test_refusal_leads_to_the_policy() -> None:
    given = {"proposal": Proposal(files=(FILE,)), "addresses": ADDRESSES, "languages": ("nl",)}
    policy = "[Wat we publiceren, en hoe u daarover in gesprek gaat](https://affiche.example/nl/c/)."
    assert [policy in render_comment(each) for each in (answer(CUT, **given), answer(**given))] == [True, False]


def test_file_that_the_branch_has_not_is_not_led_to() -> None:
    elsewhere = "../../../../eve/fake"
    forged = answer(
        replace(CUT, path=elsewhere), proposal=Proposal(files=(FILE.model_copy(update={"path": elsewhere}),))
    )
    assert "https://github.com/" not in render_comment(forged)


def test_fork_that_is_gone_has_no_links() -> None:
    gone = replace(PULL, repository="")
    assert "/edit/" not in render_comment(replace(answer(CUT, proposal=Proposal(files=(FILE,))), pull=gone))


@pytest.mark.parametrize("text", HOSTILE)
def test_what_others_wrote_does_nothing(text: str) -> None:
    values = {"value": text, "kept": text, "url": text, "host": text}
    problems = [
        Problem(text, 3, 1, "price-format", text, values=values, hint=text, last_line=3),
        Problem(PATH, 3, 1, "text-cut-by-comma", "title", Severity.WARNING, {**values, "language": text}, text),
    ]
    agreed = Awaited(Reason.NAMED, (text,), (), (text,))
    hostile = answer(
        *problems, proposal=Proposal(files=tuple(hostile_files(text)), apart=(text,)), names={text: Text.neutral(text)},
        agreement=Agreement((agreed,), (agreed,)),
    )  # fmt: skip
    comment = render_comment(replace(hostile, pull=replace(PULL, branch=text)))
    tree = rendered(comment)
    assert {link.get("href").partition("/edit/")[0] for link in tree.iter("a")} <= {"https://github.com/eve/agenda"}
    assert {each.tag for each in tree.iter() if isinstance(each.tag, str)} <= {
        "DOCUMENT_FRAGMENT", "p", "strong", "h3", "a", "code", "pre", "details", "summary", "ul", "li", "br",
    }  # fmt: skip
    assert [node.text for node in tree.iter() if not isinstance(node.tag, str)] == [" affiche:proposal "]
    outside = outside_code(tree)
    assert [each for each in ("@", "evil", "everyone", "#1", "GH-", ":+1:", "class__", "\x1b") if each in outside] == []


def test_comment_that_would_be_too_long_is_cut_between_two_problems() -> None:
    many = [replace(CUT, line=number, hint=f"price: {number}\n" * 40) for number in range(1, 300)]
    comment = render_comment(answer(*many, proposal=Proposal(files=(FILE,) * 30)))
    assert len(comment) < LONGEST < 65_536
    assert comment.count("```") % 2 == 0
    assert "En nog 2" in comment
    assert "En nog 20 bestanden." in comment


def test_who_is_to_agree_is_named_however_much_there_is_to_say() -> None:
    paths = tuple(f"content/events/2027/{'b' * 60}-{number:04}.md" for number in range(3000))
    awaited = tuple(Awaited(Reason.NAMED, (f"huis-{number}",), ("ana",), paths) for number in range(40))
    many = [replace(CUT, line=number, hint=f"price: {number}\n" * 40) for number in range(1, 300)]
    long = FILE.model_copy(update={"card": dict.fromkeys(("nl", "fr"), ("x" * 1000,) * 12)})
    given = {"agreement": Agreement(awaited, awaited), "addresses": ADDRESSES}
    comment = render_comment(answer(*many, proposal=Proposal(files=(long,) * 30), **given))
    assert len(comment) < LONGEST
    assert comment.count("huis-14") == comment.count("huis-0") == 2
    assert comment.count(ADDRESSES["details"]) == 2


def test_problem_longer_than_a_comment_leaves_room_for_the_rest() -> None:
    huge = replace(CUT, hint="price: 8.50\n" * 20_000)
    comment = render_comment(answer(huge, proposal=Proposal(files=(FILE,))))
    assert len(comment) < LONGEST
    assert "En nog 1 punt, in de details van de controle." in comment
    assert "zaterdag 20 maart 2027" in comment
