"""Our scripts make no markup of texts and no code: words that would are in none of them, comments included."""

from __future__ import annotations

import re

import pytest

from tests.scripts.node import ASSETS

#: What takes a text for HTML or for code.
TAKES_MARKUP = re.compile(
    r"\b(innerHTML|outerHTML|insertAdjacentHTML|setHTML\w*|parseHTML\w*|parseFromString|createContextualFragment|srcdoc"
    r"|document\s*\.\s*write\w*|eval|Function)\b|(javascript|vbscript):|\bset(Timeout|Interval)\(\s*[\"'`]"
    r"|\bimport\((?![\"'])|setAttribute\w*\((?!\"(?!on|src|href|style|action))"
)
#: What may stand all the same: the site's own form, which a second file holds; a name of a list of four; a link to a
#: page, made longer by an id.
REVIEWED = {
    "contribute/desk.js": ["parseFromString"],
    "contribute/rows.js": ["setAttribute("],
    "cards.js": ["setAttribute("],
}


def test_no_script_takes_a_text_for_markup_or_code() -> None:
    texts = {path.relative_to(ASSETS).as_posix(): path.read_text(encoding="utf-8") for path in ASSETS.rglob("*.js")}
    found = {path: [each[0] for each in TAKES_MARKUP.finditer(text)] for path, text in texts.items()}
    assert {path: words for path, words in found.items() if words} == REVIEWED


@pytest.mark.parametrize(
    "line",
    [
        *("box.innerHTML = title", 'box["outerHTML"] = a', "box.insertAdjacentHTML('beforeend', a)", "eval(a)"),
        *("document . write(a)", "new Function(a)", 'link.href = "javascript:a"', "frame.srcdoc = a"),
        *("import(`./${a}`)", 'setTimeout("a()", 1)', 'box.setAttribute("onclick", a)', "box.setAttribute(name, a)"),
    ],
)
def test_what_takes_markup_is_seen(line: str) -> None:
    assert TAKES_MARKUP.search(line)


@pytest.mark.parametrize("line", ['box.setAttribute("aria-label", a)', "box.textContent = a", 'import("./a.js")'])
def test_what_takes_text_alone_is_left(line: str) -> None:
    assert not TAKES_MARKUP.search(line)
