"""What a PNG says beside its pixels, before or behind them (PNG, third edition, section 11.3)."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator

SIGNATURE = b"\x89PNG\r\n\x1a\n"
#: The most bytes that one text is inflated to: more is no metadata of a camera.
MOST_BYTES = 1_000_000

#: EXIF as ImageMagick and others write it, in a text: a name, a length, and hexadecimal digits.
_RAW_PROFILE = re.compile(rb"Raw profile type \w+")
_TEXTS = (b"tEXt", b"zTXt", b"iTXt")


def exif_blocks(data: bytes) -> Iterator[bytes]:
    """Each block of EXIF data of a PNG, before or behind its pixels; broken ones too."""
    for kind, body in _chunks(data):
        if kind == b"eXIf":
            yield body
        elif kind in _TEXTS:
            keyword, _, rest = body.partition(b"\0")
            if _RAW_PROFILE.fullmatch(keyword):
                yield _from_hexadecimal(_text(kind, rest))


def texts(data: bytes) -> Iterator[bytes]:
    """Each text of a PNG, such as its XMP, as bytes."""
    for kind, body in _chunks(data):
        if kind in _TEXTS:
            yield _text(kind, body.partition(b"\0")[2])


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    place = len(SIGNATURE) if data.startswith(SIGNATURE) else len(data)
    while place + 8 <= len(data):
        size = int.from_bytes(data[place : place + 4], "big")
        yield data[place + 4 : place + 8], data[place + 8 : place + 8 + size]
        place += size + 12


def _text(kind: bytes, rest: bytes) -> bytes:
    """What stands behind the keyword of a text: a method of compression first, or also a language and a translation."""
    if kind == b"tEXt":
        return rest
    if kind == b"zTXt":
        return _inflated(rest[1:])
    is_compressed, *_ = rest[:1] or b"\0"
    text = rest[2:].split(b"\0", 2)[-1]
    return _inflated(text) if is_compressed else text


def _inflated(data: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(data, MOST_BYTES)
    except zlib.error:
        return b""


def _from_hexadecimal(text: bytes) -> bytes:
    digits = b"".join(text.split()[2:])
    try:
        return bytes.fromhex(digits.decode("ascii"))
    except ValueError:
        return b""
