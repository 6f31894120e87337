"""Fingerprints: short digests of texts, to know whether anything changed."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable


def digest_bytes(data: bytes) -> str:
    """The fingerprint of a file's bytes: 32 hexadecimal digits of BLAKE2b."""
    return hashlib.blake2b(data, digest_size=16).hexdigest()


def digest(parts: Iterable[str]) -> str:
    """The fingerprint of a sequence of texts: 32 hexadecimal digits of BLAKE2b, unambiguous about where texts end."""
    return digest_bytes("".join([f"{len(part)}:{part}" for part in parts]).encode("utf-8", "surrogatepass"))


def digest_parts(parts: Iterable[bytes]) -> str:
    """The same of a sequence of bytes, of which one at a time is in memory."""
    state = hashlib.blake2b(digest_size=16)
    for part in parts:
        state.update(len(part).to_bytes(8, "big"))
        state.update(part)
    return state.hexdigest()
