"""Which images can be copied: each is tried once, in another process, and what is known of it is kept."""

from __future__ import annotations

import logging
from functools import cached_property
from pathlib import Path

from affiche.processes import FILE_BOUNDS, Trial, can_fork
from affiche.sources.design import digest_image_code
from affiche.sources.history import is_committed
from affiche.sources.image_copies import can_copy
from affiche.sources.kept_folder import write_whole

logger = logging.getLogger(__name__)


class DecodedImages:
    """Digests of images that were decoded whole, as copying does; without a file of its own, none is kept.

    The first line of the file says by which code and decoder, each other one is a digest. One that came with the
    repository is not ours, and is not believed.
    """

    def __init__(self, file: Path | None = None) -> None:
        """Nothing is read before an image is asked for."""
        self._file = file
        self._seen: set[str] = set()
        self._trial = Trial(can_copy, FILE_BOUNDS)

    def can_decode(self, path: Path, digest: str) -> bool:
        """Whether the image file with this digest of its bytes can be decoded."""
        if digest not in self._seen and (digest in self._known or self._try(path)):
            self._seen.add(digest)
        return digest in self._seen

    def _try(self, path: Path) -> bool:
        """Tries an image where it can do no harm; in this process where there can be no other."""
        return bool(self._trial.of(path)) if can_fork() else can_copy(path)

    def save(self) -> None:
        """Keeps what was seen this time, and nothing else, where that is not what is kept."""
        self._trial.end()
        if self._file is None or not self._seen or self._seen == self._known or is_committed(self._file):
            return
        try:
            write_whole(self._file, "\n".join((digest_image_code(), *sorted(self._seen))).encode("ascii"))
        except OSError as error:
            logger.warning("which images can be decoded cannot be kept for the next time: %s", error)

    @cached_property
    def _known(self) -> frozenset[str]:
        """What the file has, as far as it can be used."""
        try:
            code, *digests = self._file.read_text(encoding="ascii").split("\n") if self._file else [""]
        except (OSError, ValueError):
            return frozenset()
        is_ours = code == digest_image_code() and self._file is not None and not is_committed(self._file)
        return frozenset(digests if is_ours else ())
