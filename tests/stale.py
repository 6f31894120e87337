"""What a fingerprint stood for so far: artifacts, and the parts of long ones, whose bytes it would keep wrongly."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache, partial

from affiche.outputs.artifact import Artifact
from affiche.sources.kept import Kept
from affiche.sources.social_images import Design, render_social_image

#: The bytes of artifacts by path and fingerprint.
Known = dict[tuple[str, str], bytes]


def stale(known: Known, artifacts: Iterable[Artifact]) -> list[str]:
    """The paths whose bytes are others than those known by the same fingerprint; all bytes are known from now on."""
    made = [(artifact.path, *piece) for artifact in artifacts for piece in pieces_of(artifact)]
    return [path for path, fingerprint, data in made if known.setdefault((path, fingerprint), data) != data]


def pieces_of(artifact: Artifact) -> Iterator[tuple[str, bytes]]:
    """An artifact by its fingerprint, and each of its parts by what it is found again by."""
    if not artifact.whole:
        yield artifact.fingerprint, artifact.render()
        return
    whole = artifact.whole()
    made = [part.make() for part in whole.parts]
    yield artifact.fingerprint, whole.join(made)
    yield from zip((f"{whole.ground} {part.stamp}" for part in whole.parts), made, strict=True)


class Drawn(Kept):
    """Posters without a photograph by what they show, as to draw them takes long; never by the fingerprint to try."""

    def bytes_of(self, fingerprint: str, make: Callable[[], bytes]) -> bytes:
        match make:
            case partial(func=drawn, args=(Design() as design, str() as shape, None)) if drawn is render_social_image:
                return _poster(design, shape)
        return make()


@cache
def _poster(design: Design, shape: str) -> bytes:
    return render_social_image(design, shape)
