"""`make programme`: each page of a programme in the built site becomes a PDF in `programmes/` (PDF/UA-1)."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from pathlib import Path

from lxml import html
from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher, URLFetcherResponse

from affiche.plan import load_plan
from affiche.sources.display_font import render_font
from programme.pages import programme_pages

ROOT = Path(__file__).parents[1]
STYLE = Path(__file__).with_name("programme.css")
#: What the style sheet calls the font of titles.
FONT = "affiche:display-font"


class OwnFont(URLFetcher):  # type: ignore[misc]  # a library without types
    """Our own font; nothing else that a page names is ever asked for."""

    def fetch(self, url: str, *_headers: object) -> URLFetcherResponse:
        """The font of titles; ValueError for all else, which WeasyPrint then does without."""
        if url != FONT:
            raise ValueError(url)
        return URLFetcherResponse(url, render_font(), {"Content-Type": "font/woff2"})


def render_pdf(page: Path) -> bytes:
    """The PDF of a page, in our own style; its links are full addresses."""
    tree = html.parse(page, html.HTMLParser(encoding="utf-8"))
    base = tree.xpath("string(//link[@rel='canonical']/@href)")
    for element in tree.xpath("//link | //script"):
        element.drop_tree()
    fonts = FontConfiguration()
    style = CSS(filename=STYLE, font_config=fonts, url_fetcher=OwnFont())
    document = HTML(string=html.tostring(tree, encoding="unicode"), base_url=base, url_fetcher=OwnFont())
    made: bytes = document.write_pdf(stylesheets=[style], font_config=fonts, pdf_variant="pdf/ua-1")
    return made


def main() -> None:
    """All programmes anew, so that none outlives its page."""
    plan, site, out = load_plan(ROOT / "mkdocs.yml", None, datetime.now(UTC)), ROOT / "site", ROOT / "programmes"
    made = {page: render_pdf(page) for page in programme_pages(site, plan.settings.languages)}
    shutil.rmtree(out, ignore_errors=True)
    for page, data in made.items():
        place = out / page.parent.relative_to(site).with_suffix(".pdf")
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)
    print(f"{len(made)} programmes, {sum(map(len, made.values())) / 1e6:.1f} MB, in {out.relative_to(ROOT)}/")


if __name__ == "__main__":
    main()
