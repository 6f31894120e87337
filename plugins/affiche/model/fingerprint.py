"""Fingerprints: short digests of texts, to know whether anything changed."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

#: How many bytes a digest has: twice as many hexadecimal digits.
DIGEST_SIZE = 16


def raw_digest(data: bytes) -> bytes:
    """The BLAKE2b digest of some bytes, as it is kept beside them."""
    return hashlib.blake2b(data, digest_size=DIGEST_SIZE).digest()


def digest_bytes(data: bytes) -> str:
    """The fingerprint of a file's bytes: 32 hexadecimal digits of BLAKE2b."""
    return raw_digest(data).hex()


def digest(parts: Iterable[str]) -> str:
    """The fingerprint of a sequence of texts: 32 hexadecimal digits of BLAKE2b, unambiguous about where texts end."""
    return digest_bytes("".join([f"{len(part)}:{part}" for part in parts]).encode("utf-8", "surrogatepass"))


def digest_parts(parts: Iterable[bytes]) -> str:
    """The same of a sequence of bytes, of which one at a time is in memory."""
    state = hashlib.blake2b(digest_size=DIGEST_SIZE)
    for part in parts:
        state.update(len(part).to_bytes(8, "big"))
        state.update(part)
    return state.hexdigest()
