"""What every file of content becomes: an immutable record, and the faults found on the way."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Annotated, Any, ClassVar, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, PrivateAttr, TypeAdapter

from affiche.model.fields import Day, Id, IsTrue, LanguageCode, Line, MomentField, Url, one_of
from affiche.model.localised import L, Note
from affiche.model.reading import refusal
from affiche.model.text import Text
from affiche.model.vocabulary import IMAGE_LICENCES
from affiche.problems import Fault, Place, Span

IMAGES_A_FILE = 5


def at_most(limit: int) -> AfterValidator:
    """An annotation: a list of at most `limit` items."""

    def check(items: tuple[Any, ...]) -> tuple[Any, ...]:
        if len(items) > limit:
            raise refusal("too-many", count=str(len(items)), limit=str(limit))
        return items

    return AfterValidator(check)


class Part(BaseModel):
    """A mapping inside a record: immutable, no unknown key."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)


class Image(Part):
    """A picture of the repository with what must be said of it (schema.org `image`)."""

    src: Line
    alt: L
    credit: Line
    licence: Annotated[str, one_of(IMAGE_LICENCES)] | None = None
    expires: Day | None = None


class Link(Part):
    """An address with its label."""

    url: Url
    label: L | None = None


class Withdrawal(Part):
    """Why and when a file was taken out of the site, all but a notice."""

    date: Day
    reason: Note


@dataclass(frozen=True, slots=True)
class Source:
    """Where a record comes from: its file, the digest of that file's bytes, and where each value stands in it.

    `head` is the text of the file down to the end of its front matter.
    """

    path: str = ""
    digest: str = ""
    places: Mapping[Place, Span] = field(default_factory=dict, compare=False, repr=False)
    head: str = field(default="", compare=False, repr=False)


class Record(Part):
    """A file of content: the fields that every collection has, its id, its body and where it comes from."""

    collection: ClassVar[str]
    required_texts: ClassVar[tuple[str, ...]] = ()

    language: LanguageCode | None = None
    image: Image | None = None
    images: Annotated[tuple[Image, ...], at_most(IMAGES_A_FILE)] = ()
    links: tuple[Link, ...] = ()
    published: MomentField | None = None
    publish_from: MomentField | None = None
    draft: IsTrue = False
    source: tuple[Line, ...] = ()
    same_as: tuple[Url, ...] = ()
    external_ids: tuple[Line, ...] = ()
    verified: Day | None = None
    redirect_from: tuple[Id, ...] = ()
    replaced_by: Id | None = None
    withdrawn: Withdrawal | None = None

    _id: str = PrivateAttr("")
    _body: Text | None = PrivateAttr(None)
    _origin: Source = PrivateAttr(default_factory=Source)

    def identified(self, record_id: str, body: Text | None, origin: Source) -> Self:
        """This record with what its file gives beside the front matter."""
        self._id, self._body, self._origin = record_id, body, origin
        return self

    @property
    def id(self) -> str:
        """The file stem, unique in its collection."""
        return self._id

    @property
    def body(self) -> Text | None:
        """The Markdown below the front matter, by language."""
        return self._body

    @property
    def origin(self) -> Source:
        """The file it comes from."""
        return self._origin

    @property
    def label(self) -> Text:
        """What it is called in lists and links."""
        raise NotImplementedError

    @property
    def identity(self) -> str:
        """The id that guid and UID carry: the first it ever had."""
        return self.redirect_from[0] if self.redirect_from else self.id

    @property
    def pictures(self) -> tuple[Image, ...]:
        """All its images, the main one first."""
        return ((self.image,) if self.image else ()) + self.images

    def faults(self, _given: frozenset[str]) -> Iterator[Fault]:
        """What is wrong between its fields; `_given` names those that were typed, readable or not."""
        yield from ()


@cache
def field_names(model: type[Record]) -> tuple[str, ...]:
    """The names that a collection's front matter may use, in the order of the contract."""
    return tuple(model.model_fields)


@cache
def field_reader(model: type[Record], name: str) -> TypeAdapter[Any]:
    """What validates one field of a model by itself, so that one mistake hides no other."""
    declared = model.model_fields[name]
    typed: Any = Annotated[declared.annotation, *declared.metadata] if declared.metadata else declared.annotation
    return TypeAdapter(typed)
