"""Headers for hosts that send what a file says: Netlify and Cloudflare Pages (`_headers`), Apache (`.htaccess`).

Others, GitHub Pages among them, ignore these files: there, the policy in the head of each page holds alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial
from typing import NamedTuple

from affiche.outputs.artifact import Artifact
from affiche.outputs.newsroom.mail import FOLDER as MAILS
from affiche.outputs.output import Output
from affiche.outputs.policy import MAIL_POLICY, PAGE_POLICY, framed_by, sending_to
from affiche.outputs.site import Site

HEADERS, HTACCESS = "_headers", ".htaccess"
#: What every answer has. Nobody needs more of a visitor than the place, for what is near.
EVERYWHERE = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "camera=(), microphone=(), payment=(), usb=(), geolocation=(self)",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Strict-Transport-Security": "max-age=31536000",
}
OPEN = {"Access-Control-Allow-Origin": "*"}
#: A year: the name of what has it changes with what it holds.
LASTING = {"Cache-Control": "public, max-age=31536000, immutable"}
#: The folders of what other sites show in frames, and read by script.
EMBEDS, DATA, COPIES = "embed", "api", "media"


class Rule(NamedTuple):
    """The headers of a path, or with `*` at its end of all that begin so; paths begin with the site's own.

    A host adds up the rules that a path meets, so no two of them name one header.
    """

    path: str
    headers: dict[str, str]


def header_artifacts(site: Site) -> Iterator[Artifact]:
    """The two files."""
    for path, render in ((HEADERS, render_headers), (HTACCESS, render_htaccess)):
        yield Artifact(path, "text/plain", site.fingerprint(path), partial(render, site))


def header_rules(site: Site) -> Sequence[Rule]:
    """The rules: pages are framed by the site alone, embeds by anyone; anyone may read the data."""
    pages_policy = sending_to(PAGE_POLICY, site.calendar.settings.feedback_form)
    own = {"Content-Security-Policy": framed_by(pages_policy, "'self'")}
    anyone = {"Content-Security-Policy": framed_by(PAGE_POLICY, "*")}
    mails = {"Content-Security-Policy": framed_by(MAIL_POLICY, "'self'")}
    pages = ("", "index.html", "404.html", *(f"{site.routes.home(language)}*" for language in site.languages))
    upcoming = (site.routes.upcoming(language) for language in site.languages)
    return [
        Rule(site.href("*"), EVERYWHERE),
        *(Rule(site.href(page), own) for page in pages),
        Rule(site.href(f"{EMBEDS}/*"), anyone),
        Rule(site.href(f"{MAILS}/*"), mails),
        *(Rule(site.href(path), OPEN) for path in (f"{DATA}/*", "assets/*", *upcoming)),
        Rule(site.href(f"{COPIES}/*"), LASTING),
    ]


def render_headers(site: Site) -> bytes:
    """The rules as Netlify and Cloudflare Pages read them."""
    rules = (
        "\n".join((rule.path, *(f"  {name}: {value}" for name, value in rule.headers.items())))
        for rule in header_rules(site)
    )
    return ("\n\n".join(rules) + "\n").encode()


def render_htaccess(site: Site) -> bytes:
    """The rules as Apache reads them (2.4.10 and later), with the types of files that it may not know."""
    lines = (
        f'  Header always set {name} "{value}" "expr=%{{REQUEST_URI}} =~ m#{_pattern(rule.path)}#"'
        for rule in header_rules(site)
        for name, value in rule.headers.items()
    )
    return "\n".join((
        f"ErrorDocument 404 {site.href('404.html')}",
        "AddDefaultCharset utf-8",
        "AddCharset utf-8 .ics .xml .json .csv",
        "AddType text/calendar .ics",
        "AddType application/rss+xml .xml",
        "AddType application/manifest+json .webmanifest",
        "<IfModule mod_headers.c>",
        *lines,
        "</IfModule>",
        "",
    )).encode()  # fmt: skip


def _pattern(path: str) -> str:
    start, star, _ = path.partition("*")
    return f"^{re.escape(start)}{'' if star else '$'}"


HOST_HEADERS = Output("headers", header_artifacts)
