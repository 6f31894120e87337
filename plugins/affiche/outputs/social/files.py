"""The files of a kit: its images, its texts, and all of them in one archive."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import astuple
from functools import partial
from pathlib import PurePosixPath
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from affiche.model.fingerprint import digest
from affiche.outputs.artifact import Artifact
from affiche.outputs.site import Site
from affiche.outputs.social.captions import LENGTHS, caption
from affiche.outputs.social.kits import PNG, image_path
from affiche.outputs.social.subject import Subject
from affiche.sources.design import digest_poster_code
from affiche.sources.image_copies import JPEG
from affiche.sources.letters import drawable
from affiche.sources.social_images import Design, render_social_image
from affiche.sources.social_shapes import SHAPES

ZIP = "application/zip"
#: The first moment that the format knows, so that an archive of the same files is the same.
EPOCH = (1980, 1, 1, 0, 0, 0)
#: A plain file, as the upper half of its attributes says on Unix.
PLAIN_FILE = 0o100644 << 16
UNIX = 3


def kit_files(site: Site, subject: Subject) -> Iterator[Artifact]:
    """The images of a kit and its archive."""
    images = [image_artifact(site, subject, shape) for shape in SHAPES]
    yield from images
    path = archive_path(subject)
    stamp = site.fingerprint("kit", path, subject, *(image.fingerprint for image in images))
    yield Artifact(path, ZIP, stamp, partial(_render_archive, site, subject, images))


def image_artifact(site: Site, subject: Subject, shape: str) -> Artifact:
    """An image, which depends on what it shows and on what draws it, and is kept as long as the site has it."""
    design, photo = design_of(subject), subject.photo
    path = image_path(subject.path, subject.key, shape, has_photo=photo is not None)
    picture = site.images[photo.path].digest if photo else ""
    stamp = digest(["poster", digest_poster_code(), shape, picture, repr(design)])
    make = partial(render_social_image, design, shape, site.image_files[photo.path] if photo else None)
    return Artifact(path, JPEG if photo else PNG, stamp, partial(site.kept.bytes_of, stamp, make))


def design_of(subject: Subject) -> Design:
    """What the images of a kit show, in letters that they have."""
    lead, number, tail = astuple(subject.poster)
    return Design(
        kind=drawable(subject.kind),
        title=subject.drawn,
        date=drawable(subject.date),
        place=drawable(subject.place),
        organisers=drawable(", ".join(subject.organisers)),
        colour=subject.colour,
        big=(lead, number, tail),
        credit=drawable(subject.photo.credit) if subject.photo else "",
    )


def archive_path(subject: Subject) -> str:
    """The archive of all of a kit."""
    return f"{subject.path}{subject.key}.zip"


def alt_text(site: Site, subject: Subject) -> str:
    """What is to be seen on the images, for those who do not see them."""
    words = site.words[subject.language]
    said = (subject.title.text, subject.kind, subject.date, subject.place, ", ".join(subject.organisers))
    seen = [words("social.alt.photo", alt=subject.photo.alt)] if subject.photo else []
    return " ".join(f"{words('social.alt', text=_sentences([*said, *seen]))}".split())


def captions(site: Site, subject: Subject) -> Mapping[str, str]:
    """The captions of a kit by their length."""
    return {length.name: caption(subject, site.absolute(subject.about), length) for length in LENGTHS}


def texts(site: Site, subject: Subject) -> str:
    """The alt text and the captions as one file of plain text."""
    words, said = site.words[subject.language], captions(site, subject)
    parts = [(words("social.alt.title"), alt_text(site, subject))]
    parts += [(f"{words(f'social.{length.name}')} ({length.networks})", said[length.name]) for length in LENGTHS]
    return "\n\n".join(f"## {heading}\n\n{text}" for heading, text in parts) + "\n"


def _sentences(parts: Iterable[str]) -> str:
    return " ".join(part if part.endswith((".", "?", "!", "…")) else f"{part}." for part in parts if part)


def _render_archive(site: Site, subject: Subject, images: Sequence[Artifact]) -> bytes:
    """A ZIP that holds files as they are, since images are compressed: the same bytes each time."""
    files = {PurePosixPath(image.path).name: image.render() for image in images}
    files["captions.txt"] = texts(site, subject).encode()
    made = io.BytesIO()
    with ZipFile(made, "w", ZIP_STORED) as archive:
        for name in sorted(files):
            entry = ZipInfo(name, EPOCH)
            entry.create_system, entry.external_attr = UNIX, PLAIN_FILE
            archive.writestr(entry, files[name])
    return made.getvalue()
