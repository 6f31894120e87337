"""Files that programs look for at fixed addresses: `robots.txt`, the web app manifest, `security.txt`."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from functools import partial

from affiche.outputs.artifact import Artifact
from affiche.outputs.output import Output
from affiche.outputs.site import Site
from affiche.outputs.sitemap import FILE_NAME

MANIFEST, SECURITY = "site.webmanifest", ".well-known/security.txt"
ICON_SIZES = (192, 512)
#: The yellow of the brand and the white of a page, as the style sheet and the head have them.
THEME, BACKGROUND = "#FFD400", "#FFFFFF"
#: How many months `security.txt` holds; it is renewed each month.
MONTHS_VALID = 6


def fixed_artifacts(site: Site) -> Iterator[Artifact]:
    """The files; no `security.txt` where the settings name nobody to write to."""
    yield Artifact("robots.txt", "text/plain", site.fingerprint("robots"), partial(render_robots, site))
    stamp = site.fingerprint("manifest")
    yield Artifact(MANIFEST, "application/manifest+json", stamp, partial(render_manifest, site))
    if site.calendar.settings.security_contact:
        expires = _expires(site.calendar.today.date())
        stamp = site.fingerprint("security", expires)
        yield Artifact(SECURITY, "text/plain", stamp, partial(render_security, site, expires))


def render_robots(site: Site) -> bytes:
    """`robots.txt` (RFC 9309): all may be read, and where the sitemap is."""
    return f"User-agent: *\nAllow: /\n\nSitemap: {site.absolute(FILE_NAME)}\n".encode()


def render_manifest(site: Site) -> bytes:
    """The web app manifest (W3C): the name and the icons of the site on a visitor's home screen."""
    settings = site.calendar.settings
    icons = [
        {"src": site.asset(f"icon-{size}.png"), "sizes": f"{size}x{size}", "type": "image/png"} for size in ICON_SIZES
    ]
    manifest = {
        "id": settings.root,
        "name": settings.site_name,
        "short_name": settings.site_name,
        "start_url": settings.root,
        "scope": settings.root,
        "display": "minimal-ui",
        "theme_color": THEME,
        "background_color": BACKGROUND,
        "icons": icons,
    }
    return f"{json.dumps(manifest, ensure_ascii=False, indent=2)}\n".encode()


def render_security(site: Site, expires: date) -> bytes:
    """`security.txt` (RFC 9116): where to report a weakness, in which languages, and until when that holds."""
    settings = site.calendar.settings
    contact = settings.security_contact
    lines = (
        f"Contact: {contact if contact.startswith('https:') else f'mailto:{contact}'}",
        f"Expires: {expires}T00:00:00Z",
        f"Preferred-Languages: {', '.join(settings.languages)}",
        f"Canonical: {site.absolute(SECURITY)}",
    )
    return "".join(f"{line}\n" for line in lines).encode()


def _expires(today: date) -> date:
    """The first day of the sixth month from now, so that the file stays the same for a month."""
    years, month = divmod(today.month - 1 + MONTHS_VALID, 12)
    return date(today.year + years, month + 1, 1)


FIXED_FILES = Output("fixed files", fixed_artifacts)
