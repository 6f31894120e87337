"""The rule for every address, in fields and in bodies: it validates and never rewrites (URL Standard, IDNA 2008)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal

import idna

from affiche.model.characters import BIDI, CONTROLS, INVISIBLE, JOINERS, SURROGATES
from affiche.problems import Fault, Severity

URL_LENGTH = 2048
SHORTENERS = {
    *("adf.ly", "bit.ly", "bl.ink", "buff.ly", "clck.ru", "cutt.ly", "dlvr.it", "fb.me", "goo.gl", "ift.tt", "is.gd"),
    *("j.mp", "lc.cx", "lnkd.in", "ow.ly", "qr.ae", "rb.gy", "rebrand.ly", "s.id", "shorturl.at", "soo.gd", "t.co"),
    *("t.ly", "tiny.cc", "tinyurl.com", "trib.al", "urlr.me", "urlz.fr", "v.gd", "x.gd"),
}
#: Why an address cannot stand; each has its sentence in the catalogues.
Reason = Literal[
    "too-long",
    "space",
    "character",
    "scheme-missing",
    "scheme",
    "slashes",
    "user",
    "host",
    "numeric-host",
    "local-host",
    "port",
    "mail",
    "telephone",
]

_SPACE = re.compile(r"\s")
_REFUSED = re.compile(rf'["<>\\`{CONTROLS}{BIDI}{SURROGATES}{INVISIBLE}{JOINERS}]')
_ADDRESS = re.compile(r"(?P<scheme>https?://)(?P<authority>[^/?#]*)(?P<rest>.*)", re.DOTALL)
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+-]*:")
_MAILBOX = re.compile(r"[A-Za-z0-9_+-]+(?:[.][A-Za-z0-9_+-]+)*@(?P<host>[^@:]+)")
_TELEPHONE = re.compile(r"(?=.*[0-9])[0-9+ ]{3,30}")
_NUMBER = re.compile(r"[0-9]+|0x[0-9a-f]*")
TRACKER = (
    r"(?:utm_[^=]*|fbclid|gclid|dclid|gbraid|wbraid|msclkid|yclid|ttclid|twclid|igshid|igsh|mc_cid|mc_eid|mkt_tok|_hsenc|_hsmi"
    r"|vero_id|oly_anon_id|oly_enc_id|li_fat_id)(?:=.*)?"
)
_TRACKER = re.compile(TRACKER, re.IGNORECASE)
#: Last parts of file names, which only look like hosts: `programme.pdf` is not `https://programme.pdf`.
_FILE = re.compile(r"[^/]+[.](?:gif|html?|jpe?g|md|pdf|php|png|txt|webp)", re.IGNORECASE)
_EAST_ASIAN = frozenset({"CJK", "HIRAGANA", "KATAKANA", "HANGUL", "BOPOMOFO"})


def url_faults(url: str, *, in_body: bool = False) -> tuple[Fault, ...]:
    """What is wrong with an address: one `url-format` error, or warnings, or nothing.

    `mailto:` and `tel:` are for bodies only. The hint is a corrected address where one is evident.
    """
    reason = _refusal(url, in_body=in_body)
    if reason:
        return (Fault("url-format", values={"url": url, "reason": reason}, hint=_correction(url, in_body=in_body)),)
    if not url.startswith("http"):
        return ()
    return (*_doubts(url), *_trackers(url))


def is_link(url: str) -> bool:
    """Whether a body may link to an address."""
    return _refusal(url, in_body=True) is None


def host_of(url: str) -> str:
    """The host of a web address in its ASCII form, as shown beside links; empty when the rule refuses it."""
    match = _ADDRESS.fullmatch(url)
    if not match or _authority_refusal(match["authority"]):
        return ""
    return _in_ascii(match["authority"].partition(":")[0]).removesuffix(".")


def _refusal(url: str, *, in_body: bool) -> Reason | None:
    if len(url) > URL_LENGTH:
        return "too-long"
    if in_body and url.startswith("tel:"):
        return None if _TELEPHONE.fullmatch(url[4:]) else "telephone"
    if _SPACE.search(url):
        return "space"
    if _REFUSED.search(url):
        return "character"
    if in_body and url.startswith("mailto:"):
        return None if is_mailbox(url[7:]) else "mail"
    match = _ADDRESS.fullmatch(url)
    return _authority_refusal(match["authority"]) if match else _scheme_refusal(url)


def _scheme_refusal(url: str) -> Reason:
    if re.match(r"https?:(?!//)", url, re.IGNORECASE):
        return "slashes"
    if _SCHEME.match(url):
        return "scheme"
    return "mail" if is_mailbox(url) else "scheme-missing"


def _authority_refusal(authority: str) -> Reason | None:
    if "@" in authority:
        return "user"
    if "[" in authority:
        return "numeric-host"
    host, colon, port = authority.partition(":")
    if colon and not (re.fullmatch("[0-9]{1,5}", port) and 1 <= int(port) <= 65535):
        return "port"
    return _host_refusal(host)


@lru_cache(maxsize=4096)
def _host_refusal(host: str) -> Reason | None:
    labels = _in_ascii(host).removesuffix(".").split(".")
    if labels[-1] == "localhost":
        return "local-host"
    if _NUMBER.fullmatch(labels[-1]):
        return "numeric-host"
    return None if len(labels) > 1 else "host"


@lru_cache(maxsize=4096)
def _in_ascii(host: str) -> str:
    try:
        return idna.encode(host, uts46=True).decode("ascii")
    except UnicodeError:
        return ""


def is_mailbox(text: str) -> bool:
    """Whether a text is an e-mail address."""
    match = _MAILBOX.fullmatch(text)
    return match is not None and len(text) <= 254 and _host_refusal(match["host"]) is None


def _correction(url: str, *, in_body: bool) -> str:
    bare = re.sub(rf"[{INVISIBLE}{JOINERS}]", "", url).strip()
    for candidate in _candidates(bare):
        if candidate != url and not _refusal(candidate, in_body=in_body):
            return candidate
    return ""


def _candidates(url: str) -> Iterator[str]:
    yield url
    yield re.sub(r"^(https?):/*", lambda scheme: f"{scheme[1].lower()}://", url, flags=re.IGNORECASE)
    if not _SCHEME.match(url) and not _FILE.fullmatch(url):
        yield f"mailto:{url}" if "@" in url else f"https://{url.lstrip('/')}"


def _doubts(url: str) -> Iterator[Fault]:
    host = host_of(url)
    if host.removeprefix("www.") in SHORTENERS:
        yield _doubt(url, host, "shortener")
    if not url.isascii() and len(_scripts(_ADDRESS.sub(r"\g<authority>", url))) > 1:
        yield _doubt(url, host, "mixed-script")


def _doubt(url: str, host: str, reason: str) -> Fault:
    return Fault("url-doubtful", severity=Severity.WARNING, values={"url": url, "host": host, "reason": reason})


def _scripts(text: str) -> set[str]:
    """The scripts of a text's letters, by the first word of their Unicode names."""
    letters = unicodedata.normalize("NFKC", text)
    names = {unicodedata.name(letter, "").partition(" ")[0] for letter in letters if letter.isalpha()}
    return {"EAST ASIAN" if name in _EAST_ASIAN else name for name in names}


def _trackers(url: str) -> Iterator[Fault]:
    address, mark, fragment = url.partition("#")
    path, _, query = address.partition("?")
    fields = query.split("&")
    kept = [each for each in fields if not _TRACKER.fullmatch(each)]
    if len(kept) < len(fields):
        clean = path + "?" * bool(kept) + "&".join(kept) + mark + fragment
        yield Fault("url-tracking", severity=Severity.WARNING, values={"url": url}, hint=clean)
