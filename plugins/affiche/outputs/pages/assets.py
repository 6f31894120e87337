"""Styles, scripts and icons: the files of `overrides/assets/` as they are; and the font of titles with its licence."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from affiche.model.fingerprint import digest
from affiche.outputs.artifact import Artifact, file_artifact
from affiche.outputs.site import Site
from affiche.sources.display_font import font_licence, font_name, render_font


def asset_artifacts(site: Site) -> Iterator[Artifact]:
    """Every asset under its own name: its digest stands in the addresses that ask for it."""
    for name, (data, _) in sorted(site.assets.items()):
        yield file_artifact(f"assets/{name}", data)
    fingerprint = digest(["font", font_name()])
    kept = partial(site.kept.bytes_of, fingerprint, render_font)
    yield Artifact(f"assets/{font_name()}", "font/woff2", fingerprint, kept)
    yield file_artifact("assets/manrope-licence.txt", font_licence())
    yield file_artifact(".nojekyll", b"")
