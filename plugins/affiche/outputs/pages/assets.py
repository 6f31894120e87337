"""Styles, scripts and icons: the files of `overrides/assets/` as they are."""

from __future__ import annotations

import mimetypes
from collections.abc import Iterator

from affiche.outputs.artifact import Artifact, file_artifact
from affiche.outputs.site import Site


def asset_artifacts(site: Site) -> Iterator[Artifact]:
    """A file of the site for each asset."""
    for name, (data, digest) in sorted(site.assets.items()):
        media_type = mimetypes.types_map.get(f".{name.rpartition('.')[2]}", "application/octet-stream")
        yield Artifact(f"assets/{name}", media_type, digest, lambda data=data: data)
    yield Artifact(".nojekyll", "text/plain", "1", lambda: b"")
