"""What every file of content becomes: an immutable record, and the faults found on the way."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Annotated, Any, ClassVar, Self, get_args

from pydantic import AfterValidator, BaseModel, ConfigDict, GetCoreSchemaHandler, TypeAdapter
from pydantic.fields import FieldInfo
from pydantic_core import CoreSchema, core_schema

from affiche.model.fields import Day, Id, IsTrue, LanguageCode, Line, MomentField, Url, one_of, reference
from affiche.model.localised import L, Note
from affiche.model.reading import refusal
from affiche.model.references import Reference
from affiche.model.source import Source
from affiche.model.text import Text
from affiche.model.vocabulary import IMAGE_LICENCES
from affiche.problems import Fault, Place

IMAGES_A_FILE = 5


@dataclass(frozen=True, slots=True)
class AtMost:
    """An annotation: a list of at most `limit` items."""

    limit: int

    def check(self, items: tuple[Any, ...]) -> tuple[Any, ...]:
        """The items, unless they are too many."""
        if len(items) > self.limit:
            raise refusal("too-many", count=str(len(items)), limit=str(self.limit))
        return items

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_after_validator_function(self.check, handler(source))


def _each_once(items: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(items))


class Part(BaseModel):
    """A mapping inside a record: immutable, no unknown key."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True, defer_build=True)
    #: The kinds of mapping that this one is typed as, where that is not itself.
    forms: ClassVar[tuple[type[Part], ...]] = ()

    @classmethod
    def known(cls, values: Mapping[str, Any], stand_ins: Mapping[str, Any] = {}) -> Self:
        """The part with these values, which were validated before: `model_construct` in a tenth of its time.

        `stand_ins` are values of required fields that were not typed.
        """
        part = cls.__new__(cls)
        state = {"__dict__": {**defaults_of(cls), **stand_ins, **values}, "__pydantic_fields_set__": _typed((*values,))}
        part.__setstate__(state | _NOTHING_ELSE)
        return part


@cache
def _typed(names: tuple[str, ...]) -> frozenset[str]:
    """The names of the fields that were typed: one set for all parts with the same."""
    return frozenset(names)


_NOTHING_ELSE = {"__pydantic_extra__": None, "__pydantic_private__": None}


@cache
def defaults_of(part: type[Part]) -> dict[str, Any]:
    """What the fields of a part are where they are not typed."""
    return {name: declared.get_default(call_default_factory=True) for name, declared in part.model_fields.items()}


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


class Record(Part):
    """A file of content: the fields that every collection has, its id, its body and where it comes from."""

    collection: ClassVar[str]
    label_field: ClassVar[str] = "name"
    #: What required fields count as while they cannot be read, so that the rest of the file is checked all the same.
    stand_ins: ClassVar[Mapping[str, Any]] = {}

    language: LanguageCode | None = None
    image: Image | None = None
    images: Annotated[tuple[Image, ...], AtMost(IMAGES_A_FILE)] = ()
    links: tuple[Link, ...] = ()
    published: MomentField | None = None
    publish_from: MomentField | None = None
    draft: IsTrue = False
    source: tuple[Line, ...] = ()
    same_as: tuple[Url, ...] = ()
    external_ids: tuple[Line, ...] = ()
    verified: Day | None = None
    redirect_from: Annotated[tuple[Id, ...], AfterValidator(_each_once)] = ()
    replaced_by: Annotated[str, reference("")] | None = None
    withdrawn: Withdrawal | None = None

    def identified(self, record_id: str, body: Text | None, origin: Source) -> Self:
        """This record with what its file gives beside the front matter."""
        self.__dict__.update(id=record_id, body=body, origin=origin)
        return self

    @cached_property
    def id(self) -> str:
        """The file stem, unique in its collection; empty before the record is identified."""
        return ""

    @cached_property
    def body(self) -> Text | None:
        """The Markdown below the front matter, by language."""
        return None

    @cached_property
    def origin(self) -> Source:
        """The file it comes from."""
        return Source()

    @property
    def is_itself(self) -> bool:
        """Whether it is neither replaced by another nor withdrawn."""
        return self.replaced_by is None and self.withdrawn is None

    @property
    def label(self) -> Text:
        """What it is called in lists and links."""
        label: Text = getattr(self, self.label_field)
        return label

    @property
    def names(self) -> tuple[str, ...]:
        """Everything that it is called, in any language."""
        return tuple(self.label.values())

    @property
    def identity(self) -> str:
        """The id that guid and UID carry: the first it ever had."""
        return self.redirect_from[0] if self.redirect_from else self.id

    @property
    def pictures(self) -> tuple[Image, ...]:
        """All its images, the main one first."""
        return ((self.image,) if self.image else ()) + self.images

    @property
    def image_names(self) -> Iterator[tuple[Place, str]]:
        """The files of its images as typed in its fields, each with its place."""
        if self.image:
            yield ("image", "src"), self.image.src
        for index, image in enumerate(self.images):
            yield ("images", index, "src"), image.src

    def references(self) -> Iterator[Reference]:
        """Every id of another record that it names."""
        if self.replaced_by:
            yield ("replaced_by",), self.collection, self.replaced_by

    def faults(self, _given: frozenset[str]) -> Iterator[Fault]:
        """What is wrong between its fields; `_given` names those that were typed, readable or not."""
        yield from ()


@cache
def field_names(model: type[Record]) -> tuple[str, ...]:
    """The names that a collection's front matter may use, in the order of the contract."""
    return tuple(declared_fields(model))


@cache
def attribute_of(model: type[Record], name: str) -> str:
    """What the field of a front matter's name is called in Python, where `from` is no name."""
    return next(each for each, declared in model.model_fields.items() if (declared.alias or each) == name)


@cache
def field_reader(model: type[Record], name: str) -> TypeAdapter[Any]:
    """What validates one field of a model by itself, so that one mistake hides no other."""
    declared = declared_fields(model)[name]
    typed: Any = Annotated[declared.annotation, *declared.metadata] if declared.metadata else declared.annotation
    return TypeAdapter(typed)


@cache
def names_below(model: type[Part], place: Place) -> tuple[str, ...]:
    """The names that a mapping at a place inside a record may use."""
    return tuple(dict.fromkeys(name for part in parts_at(model, place) for name in declared_fields(part)))


@cache
def parts_at(model: type[Part], place: Place) -> tuple[type[Part], ...]:
    """The kinds of mapping that may stand at a place inside a record; the positions in lists count for nothing."""
    parts: tuple[type[Part], ...] = (model,)
    for step in place:
        if isinstance(step, str):
            declared = [declared_fields(part)[step] for part in parts if step in declared_fields(part)]
            parts = tuple(inner for field in declared for inner in _parts_in(field.annotation))
    return parts


@cache
def field_paths(model: type[Record]) -> tuple[tuple[str, ...], ...]:
    """Every field of a collection, at any depth, as the names that lead to it; each before those inside it."""
    return tuple(_paths_below(model, ()))


def _paths_below(model: type[Record], place: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    for name in names_below(model, place):
        yield (*place, name)
        yield from _paths_below(model, (*place, name))


def declared_fields(part: type[Part]) -> dict[str, FieldInfo]:
    """The fields of a mapping by the names they are typed with."""
    return {declared.alias or name: declared for name, declared in part.model_fields.items()}


def _parts_in(annotation: Any) -> Iterator[type[Part]]:
    """The kinds of mapping that a type holds, at any depth."""
    if isinstance(annotation, type) and issubclass(annotation, Part):
        yield from annotation.forms or (annotation,)
    for argument in get_args(annotation):
        yield from _parts_in(argument)
