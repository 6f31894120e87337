"""Styles, scripts and icons: the files of `overrides/assets/` as they are."""

from __future__ import annotations

from collections.abc import Iterator

from affiche.outputs.artifact import Artifact, file_artifact
from affiche.outputs.site import Site


def asset_artifacts(site: Site) -> Iterator[Artifact]:
    """A file of the site for each asset."""
    for name, (data, _) in sorted(site.assets.items()):
        yield file_artifact(f"assets/{name}", data)
    yield file_artifact(".nojekyll", b"")
