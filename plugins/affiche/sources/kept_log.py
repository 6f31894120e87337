"""The log of a repository, kept beside the content: git compares all files of each commit to tell it, for seconds."""

from __future__ import annotations

import logging
from pathlib import Path

from affiche.model.fingerprint import digest, digest_bytes
from affiche.sources.design import digest_code
from affiche.sources.history import State, is_before, is_committed, load_log
from affiche.sources.kept_folder import write_whole

logger = logging.getLogger(__name__)


def load_kept_log(content: Path, state: State, kept_in: Path | None = None) -> str:
    """The log that leads to a repository's commit, as `load_log` has it: what `kept_in` has of it is not asked again.

    A commit never changes, nor does the line that leads to it, but for a clone without its whole history. The file has
    a line for the code and the folder that it was written for, a digest of the rest, the last commit, and the log.
    One of another line of commits, a damaged one, and one that came with the repository are not used.
    """
    if not state.head:
        return ""
    if kept_in is None or state.is_shallow or is_committed(kept_in):
        return load_log(content, state.head) or ""
    last, log = _read(kept_in, state)
    if last == state.head:
        return log
    new = load_log(content, state.head, last) if last and is_before(content, last, state.head) else None
    whole = load_log(content, state.head) if new is None else log + new
    if whole is not None:
        _write(kept_in, state, whole)
    return whole or ""


def _key(state: State) -> str:
    return digest([digest_code(), state.prefix])


def _read(place: Path, state: State) -> tuple[str, str]:
    """The last commit and the log of a file; nothing of one that cannot be used."""
    try:
        key, check, kept = place.read_bytes().split(b"\n", 2)
    except (OSError, ValueError):
        return "", ""
    if key != _key(state).encode() or check != digest_bytes(kept).encode():
        return "", ""
    last, _, log = kept.decode().partition("\n")
    return last, log


def _write(place: Path, state: State, log: str) -> None:
    kept = f"{state.head}\n{log}".encode()
    try:
        write_whole(place, f"{_key(state)}\n{digest_bytes(kept)}\n".encode() + kept)
    except OSError as error:
        logger.warning("the history that was read cannot be kept for the next time: %s", error)
