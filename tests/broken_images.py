"""Images that look whole: their pixels cannot be decoded."""

from __future__ import annotations

import io
import struct
import zlib

from PIL import Image

from affiche.sources.png_metadata import SIGNATURE


def chunk(kind: bytes, data: bytes) -> bytes:
    """A chunk of a PNG, with its checksum."""
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def broken_png(width: int = 80, height: int = 40) -> bytes:
    """A PNG of which all checksums agree, with pixels that no decoder can read."""
    stream = io.BytesIO()
    Image.new("RGB", (width, height)).save(stream, "PNG")
    data = stream.getvalue()
    header = data[len(SIGNATURE) : len(SIGNATURE) + 25]
    return SIGNATURE + header + chunk(b"IDAT", b"\xff" * 200) + chunk(b"IEND", b"")
