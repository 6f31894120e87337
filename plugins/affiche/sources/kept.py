"""What was costly to make, kept on the disk beside the site: one that was removed is filled again without making it."""

from __future__ import annotations

from collections.abc import Callable, Collection
from pathlib import Path

from affiche.model.fingerprint import DIGEST_SIZE, raw_digest
from affiche.sources.kept_folder import KeptFolder


class Kept:
    """Bytes by the fingerprint of all that they depend on; without a folder, nothing is kept.

    A file of the folder is named after its fingerprint, and begins with a digest of the bytes behind it, so that one
    of a build that was killed is not used.
    """

    def __init__(self, folder: Path | None = None) -> None:
        """Nothing is read or written before something is asked for."""
        self._folder = KeptFolder(folder) if folder else None

    def bytes_of(self, fingerprint: str, make: Callable[[], bytes]) -> bytes:
        """The bytes of a fingerprint: those that are kept and whole, else those that `make` returns, now kept."""
        data = self._load(fingerprint)
        if data is None:
            data = make()
            self._save(fingerprint, data)
        return data

    def keep_only(self, fingerprints: Collection[str]) -> None:
        """Forgets what has none of these fingerprints any more."""
        if self._folder:
            self._folder.keep_only(fingerprints)

    def _load(self, fingerprint: str) -> bytes | None:
        stored = self._folder.load(fingerprint) if self._folder else b""
        data = stored[DIGEST_SIZE:]
        return data if stored.startswith(raw_digest(data)) else None

    def _save(self, fingerprint: str, data: bytes) -> None:
        if self._folder:
            self._folder.save(fingerprint, raw_digest(data) + data)
