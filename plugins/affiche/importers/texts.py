"""Texts of a source, which are HTML or not, as lines and as Markdown; whoever reads the file sanitises them again."""

from __future__ import annotations

import re
from html import escape, unescape
from typing import Any

from bs4 import BeautifulSoup
from markdownify import BACKSLASH, MarkdownConverter

from affiche.model.characters import CONTROLS, SURROGATES
from affiche.model.language import is_language
from affiche.model.url import url_faults
from affiche.problems import Fault

_TAG = re.compile(
    r"</?(?:html|body|p|br|div|span|a|b|i|u|em|strong|ul|ol|li|h[1-6]|hr|table|img|blockquote|font|pre)(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,31});", re.IGNORECASE)
#: What no text holds that anybody typed; JSON can escape halves of characters, which no file can have.
_REFUSED = re.compile(f"[{CONTROLS}{SURROGATES}]")
_BLANK_LINES = re.compile(r"\n(?:[ \t]*\n)+")
#: How much is read of what is to be one line.
LONGEST_LINE = 1000
#: Elements whose text is none of a description's.
_SILENT = ("script", "style", "template", "head", "iframe", "object", "svg", "noscript")
#: Elements that CommonMark has no form for: their text stays.
_STRIPPED = ["img", "table", "del", "s", "sub", "sup"]
#: What would be markup in a text: signs anywhere, an underscore at the edge of a word, and what may begin a line.
_SIGNS = re.compile(r"[\\`*\[\]<]|(?<![^\W_])_|_(?![^\W_])|&(?=#?[0-9A-Za-z]{1,31};)")
_BEGINNINGS = re.compile(r"^([ \t]*)(?=[-+=~>]|#{1,6}(?:\s|$))|^([ \t]*[0-9]{1,9})(?=[.)](?:\s|$))", re.MULTILINE)


class _Writer(MarkdownConverter):
    """Markdown that people go on writing: signs are escaped where they would be markup, and nowhere else."""

    def escape(self, text: str, _parent_tags: Any) -> str:
        """A text whose signs are shown as they are."""
        return _BEGINNINGS.sub(lambda match: f"{match[1] or match[2] or ''}\\", _SIGNS.sub(r"\\\g<0>", text))


def one_line(text: str) -> str:
    """A title, a name: tags taken out, entities read, all blanks one space."""
    text = _REFUSED.sub("", text)
    plain = BeautifulSoup(text, "lxml").get_text(" ") if _TAG.search(text) else text
    return " ".join((unescape(plain) if _ENTITY.search(plain) else plain).split())


def as_markdown(text: str) -> str:
    """A description as CommonMark, from HTML or from plain text, whose lines and signs stay as they are.

    Headings have `#`, lists `-`, a line that breaks a backslash; there is no image and no raw HTML;
    a row of a table is a paragraph. HTML that is nested too deeply gives its words alone.
    """
    text = _REFUSED.sub("", text)
    soup = BeautifulSoup(text if _TAG.search(text) else _html_of(text), "lxml")
    try:
        return _written(soup)
    except RecursionError:
        return _written(BeautifulSoup(_html_of("\n\n".join(soup.stripped_strings)), "lxml"))


def kept_markdown(text: str) -> str:
    """A description that is Markdown already, unless it is HTML."""
    return as_markdown(text) if _TAG.search(text) else _REFUSED.sub("", text.replace("\r\n", "\n")).strip()


def _written(soup: BeautifulSoup) -> str:
    for element in soup(_SILENT):
        element.decompose()
    for link in soup("a"):
        if not str(link.get("href", "")).startswith(("http://", "https://", "mailto:")):
            link.unwrap()
    for row in soup(("tr", "td", "th")):
        row.append(" ")
        row.name = "p" if row.name == "tr" else "span"
    writer = _Writer(heading_style="atx", bullets="-", newline_style=BACKSLASH, strip=_STRIPPED)
    lines = [line.rstrip() for line in str(writer.convert_soup(soup)).split("\n")]
    kept = "\n".join("" if line == "\\" else line for line in lines)
    return _BLANK_LINES.sub("\n\n", kept).lstrip("\n").rstrip("\n\\")


def _html_of(text: str) -> str:
    """Plain text as HTML: a blank line ends a paragraph; without any, each line is one."""
    plain = unescape(text) if _ENTITY.search(text) else text
    lines = "\n".join(line.strip() for line in plain.replace("\r\n", "\n").split("\n")).strip("\n")
    paragraphs = _BLANK_LINES.split(lines) if _BLANK_LINES.search(lines) else lines.split("\n")
    return "".join(f"<p>{escape(each).replace(chr(10), '<br>')}</p>" for each in paragraphs if each)


def decoded(data: bytes) -> str:
    """The text of a file by its byte order mark, else in UTF-8, else in Windows-1252, as spreadsheets and old sites."""
    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    try:
        return data.decode()
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def web_address(typed: str) -> str:
    """An address that the model takes, mended where that is evident, without what counts visits; empty for none."""
    url = unescape(typed).strip()
    faults: tuple[Fault, ...] = ()
    for _ in range(3):
        faults = url_faults(url)
        hint = next((str(fault.hint) for fault in faults if fault.hint), "")
        if not hint:
            break
        url = hint
    is_refused = any(fault.code == "url-format" for fault in faults)
    return url if url.startswith("http") and not is_refused else ""


def language_of(code: Any) -> str:
    """The language of a BCP 47 tag, `fr` for `fr-BE`; empty for another text."""
    main = re.split("[-_]", code, maxsplit=1)[0].lower() if isinstance(code, str) and len(code) < 20 else ""
    return main if is_language(main) else ""


def by_language(texts: dict[str, str]) -> Any:
    """A text, or texts by language where that is stated."""
    found = {language: line for language, text in texts.items() if (line := one_line(text[:LONGEST_LINE]))}
    return found.get("", found or "")
