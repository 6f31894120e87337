"""The styles of a mail, on each of its elements: many mail programs read no others."""

from __future__ import annotations

from functools import partial

from css_inline import CSSInliner

from affiche.outputs.site import Site

STYLES = "newsroom_mail.css"


def styled(site: Site, page: str) -> bytes:
    """A page with styles on its elements (UTF-8); those of its head, which hold for some windows alone, stay there."""
    return _inliner(site).inline(page).encode()


def styled_bytes(site: Site, fragment: str) -> int:
    """How many bytes a fragment of a mail has with its styles."""
    return len(_inliner(site).inline_fragment(fragment, "").encode())


def _inliner(site: Site) -> CSSInliner:
    return site.once(("mail styles",), partial(_make_inliner, site))


def _make_inliner(site: Site) -> CSSInliner:
    """What puts the styles of mails on elements; it asks nobody for others."""
    styles = site.templates.get_template(STYLES).render()
    return CSSInliner(
        extra_css=styles,
        load_remote_stylesheets=False,
        keep_at_rules=True,
        remove_inlined_selectors=True,
        minify_css=True,
    )
