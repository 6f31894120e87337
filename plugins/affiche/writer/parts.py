"""The parts of long files, found again in the files of the last build: only those that are new are made."""

from __future__ import annotations

import struct
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from affiche.model.fingerprint import digest_bytes, raw_digest
from affiche.outputs.artifact import Artifact, Whole
from affiche.sources.kept_folder import KeptFolder

#: Files of fewer parts are made anew, which is as quick.
FEWEST = 100
#: How many new parts are looked at together: what is read of a whole file takes many times its bytes.
LOOKED_AT = 500
#: What an index begins with. Then, for each part: digests of what it was made of and of its bytes, where they begin in
#: the file, and how many they are.
HEADER = b"affiche parts 1\n"
_LINE = struct.Struct("<16s16sII")


class Stretch(NamedTuple):
    """The bytes of a part, and their digest."""

    data: bytes
    digest: bytes

    @classmethod
    def of(cls, data: bytes) -> Stretch:
        """The bytes with their digest."""
        return cls(data, raw_digest(data))


@dataclass(frozen=True, slots=True)
class KeptParts:
    """Where parts are found again: in the files of the folder `site`, by an index of each file in the folder `indices`.

    An index is not believed: a part is taken from a file only if its bytes are those that were written.
    """

    site: Path
    indices: KeptFolder

    def assemble(self, artifact: Artifact) -> tuple[bytes, Iterable[bytes]]:
        """The bytes of an artifact, and what is new of them, as files in its format; the index is now theirs."""
        whole = artifact.whole() if artifact.whole else None
        if whole is None or len(whole.parts) < FEWEST:
            data = whole.render() if whole else artifact.render()
            return data, [data]
        keys = [raw_digest(f"{whole.ground} {part.stamp}".encode()) for part in whole.parts]
        known = self._known(artifact.path, {*keys})
        made = {key: Stretch.of(part.make()) for key, part in zip(keys, whole.parts, strict=True) if key not in known}
        stretches = [known[key] if key in known else made[key] for key in keys]
        self.indices.save(_name(artifact.path), HEADER + _lines(whole, keys, stretches))
        return whole.join(each.data for each in stretches), _in_lots(whole, [each.data for each in made.values()])

    def keep_only(self, paths: Collection[str]) -> None:
        """Forgets the files that have none of these paths any more."""
        self.indices.keep_only({_name(path) for path in paths})

    def _known(self, path: str, keys: Collection[bytes]) -> Mapping[bytes, Stretch]:
        """The parts of the file as it lies in the site that have one of these keys, by it."""
        try:
            index, data = self.indices.load(_name(path)), (self.site / path).read_bytes()
            lines = list(_LINE.iter_unpack(index[len(HEADER) :])) if index.startswith(HEADER) else ()
        except (OSError, struct.error):
            return {}
        found = (
            (key, digest, Stretch.of(data[begin : begin + size])) for key, digest, begin, size in lines if key in keys
        )
        return {key: stretch for key, digest, stretch in found if stretch.digest == digest}


def _in_lots(whole: Whole, made: Sequence[bytes]) -> Iterable[bytes]:
    """A file of each lot of parts, and one without any where there are none."""
    return (whole.join(made[first : first + LOOKED_AT]) for first in range(0, len(made) or 1, LOOKED_AT))


def _name(path: str) -> str:
    """What the index of a file is called."""
    return digest_bytes(path.encode())


def _lines(whole: Whole, keys: Sequence[bytes], stretches: Sequence[Stretch]) -> bytes:
    """The index of a file, in the order of its parts."""
    begin, lines = len(whole.before), []
    for key, (data, digest) in zip(keys, stretches, strict=True):
        lines.append(_LINE.pack(key, digest, begin, len(data)))
        begin += len(data) + len(whole.between) if data else 0
    return b"".join(lines)
