"""Which paths a contribution may have, and how a file is opened: never through a link, never outside its folder."""

from __future__ import annotations

import errno
import os
import re
import stat
import unicodedata
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from posixpath import normpath

from affiche.model.fields import ID_LENGTH, ID_PATTERN
from affiche.problems import Fault

FILE_BYTES = 128_000
EVENT_FOLDERS = 4
COLLECTIONS = ("events", "organisations", "venues", "groups", "projects", "campaigns", "calls", "practices")
#: Folders of `content/` that maintainers of the repository write: no contribution, so no rule of these.
MAINTAINED = ("pages", "snapshots")

_ID = re.compile(ID_PATTERN)
_IMAGE = re.compile(r"[a-z0-9](?:[a-z0-9_-]{0,78}[a-z0-9])?[.](?:jpe?g|png|webp)")
_IMAGE_SUFFIX = re.compile(r".*[.](?:jpe?g|png|webp)", re.IGNORECASE | re.DOTALL)
#: Posters and photographs in formats that browsers do not show, or that may hold a program.
_OTHER_SUFFIX = re.compile(r".*[.](?:gif|svg|hei[cf]|avif|tiff?|bmp|pdf|psd|ai|eps)", re.IGNORECASE | re.DOTALL)
#: Files that give orders to Git wherever they lie: what it hides, how it stores, what it fetches beside.
GIT_FILES = frozenset({".gitattributes", ".gitignore", ".gitmodules"})
#: Names of devices, which Windows cannot check out.
_DEVICE = re.compile(r"con|prn|aux|nul|com[1-9]|lpt[1-9]")


def path_faults(path: str) -> list[Fault]:
    """What is wrong with a contributed path, given from the repository's root with `/`; empty when it may stand.

    A path outside `content/` is no contribution and gives `path-outside`; a file for Git itself gives `path-of-git`.
    """
    parts = path.split("/")
    if parts[0] == "content" and orders_git(parts[-1]):
        return [Fault("path-of-git", values={"name": parts[-1]})]
    if parts[0] != "content" or len(parts) < 3 or {"", ".", ".."} & set(parts):
        return [Fault("path-outside", values={"path": path})]
    collection, folders, name = parts[1], parts[2:-1], parts[-1]
    if collection in MAINTAINED:
        return []
    if collection not in (*COLLECTIONS, "images"):
        return [Fault("path-outside", values={"path": path})]
    return [*_folder_faults(collection, folders), *_name_faults(collection, name)]


def orders_git(name: str) -> bool:
    """Whether Git takes a file of that name for its own, on a disk that knows no case too."""
    return name.casefold() in GIT_FILES


def image_path(address: str, path: str) -> str | None:
    """The repository path of an image that the file at `path` names, relative to it or from `/content/`.

    None when the address is not that of an image in `content/`.
    """
    if not re.fullmatch(r"/?(?:[a-z0-9._-]+/)*[a-z0-9._-]+", address):
        return None
    found = address[1:] if address.startswith("/") else normpath(f"{PurePosixPath(path).parent}/{address}")
    return found if _IMAGE.fullmatch(found.rpartition("/")[2]) and not path_faults(found) else None


def is_other_image(name: str) -> bool:
    """Whether a name is that of a picture or document in a format that the site does not show: HEIC, PDF."""
    return bool(_OTHER_SUFFIX.fullmatch(name))


def content_path(path: Path, root: Path) -> str:
    """The name that problems give a file or folder of the content folder `root`, such as `content/events`.

    `path` is that name itself, or a path on the disk; ValueError for what is not there.
    """
    named = (root.joinpath(*path.parts[1:]),) if path.parts[:1] == ("content",) else ()
    for place in (path, *named):
        if place.exists() and place.resolve().is_relative_to(root.resolve()):
            return str(PurePosixPath("content", place.resolve().relative_to(root.resolve()).as_posix()))
    raise ValueError(f"{path}: no such file in {root}")


def open_regular(path: Path, root: Path, limit: int = FILE_BYTES) -> bytes | Fault:
    """The bytes of a regular file of at most `limit` bytes whose real path lies in `root`, else the fault."""
    if not Path(os.path.realpath(path.parent)).is_relative_to(os.path.realpath(root)):
        return Fault("file-symlink")
    return read_regular(path, limit)


def read_regular(path: Path | str, limit: int) -> bytes | Fault:
    """The bytes of a regular file of at most `limit` bytes, which is not itself a link, else the fault."""
    try:
        with open(path, "rb", opener=_open_without_following) as file:
            is_regular = stat.S_ISREG(os.fstat(file.fileno()).st_mode)
            data = file.read(limit + 1) if is_regular else b""
    except IsADirectoryError:
        is_regular = False
    except OSError as error:
        return Fault("file-symlink" if error.errno == errno.ELOOP else "file-unreadable")
    if not is_regular:
        return Fault("file-not-regular")
    return data if len(data) <= limit else Fault("file-too-large", values={"limit": str(limit)})


def _open_without_following(path: str, flags: int) -> int:
    """A descriptor that is no link's, and does not wait for a pipe's other end."""
    return os.open(path, flags | os.O_NOFOLLOW | os.O_NONBLOCK)


def _folder_faults(collection: str, folders: list[str]) -> Iterator[Fault]:
    limit = EVENT_FOLDERS if collection == "events" else 0
    if len(folders) > limit:
        yield Fault("path-too-deep", values={"limit": str(limit), "folders": str(len(folders))})
    for folder in folders[:limit]:
        if not _is_id(folder):
            yield Fault("folder-format", values={"folder": folder}, hint=_proposed(folder))


def _name_faults(collection: str, name: str) -> Iterator[Fault]:
    stem, _, suffix = name.partition(".")
    if suffix == "md" and collection != "images" and _is_id(stem):
        return
    if _IMAGE.fullmatch(name) and not _DEVICE.fullmatch(stem):
        return
    if is_other_image(name):
        yield Fault("image-format", values={"reason": "other"})
    elif collection == "images" or _IMAGE_SUFFIX.fullmatch(name):
        yield Fault("image-name-format", values={"name": name}, hint=_proposed_image(name))
    else:
        yield Fault("id-format", values={"value": name}, hint=_proposed_file(name))


def _is_id(text: str) -> bool:
    return len(text) <= ID_LENGTH and bool(_ID.fullmatch(text)) and not _DEVICE.fullmatch(text)


def _proposed_file(name: str) -> str:
    match = re.fullmatch(r"(.*?)(?:[.](?:md|markdown|txt))+[.\s]*", name, re.IGNORECASE | re.DOTALL)
    stem = _proposed(match[1]) if match else ""
    return f"{stem}.md" if stem else ""


def _proposed_image(name: str) -> str:
    stem, _, suffix = name.strip().rpartition(".")
    proposed = f"{_proposed(stem)}.{suffix.lower()}"
    return proposed if _IMAGE.fullmatch(proposed) else ""


def _proposed(name: str) -> str:
    """An id like a name, for people to choose or not; empty when letters would be lost."""
    spread = unicodedata.normalize("NFD", name.strip().lower())
    plain = re.sub(r"[\s_.-]+", "-", re.sub(r"[\u0300-\u036f]", "", spread)).strip("-")
    return plain if _is_id(plain) else ""
