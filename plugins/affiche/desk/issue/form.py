"""GitHub's issue forms in the words of a language: for an event, for a whole file.

Syntax: GitHub Docs, "Syntax for issue forms"; check-jsonschema has its schema as `vendor.github-issue-forms`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from affiche.desk.choices import choice_labels
from affiche.locales import DESK, load_words
from affiche.model.event import Event
from affiche.model.language import language_name
from affiche.model.vocabulary import DISCIPLINES, EVENT_TYPES
from affiche.model.written import entry_lines
from affiche.outputs.field_words import field_words
from affiche.problems import Value

#: The label that a form puts on issues that are to become a file, and by which the workflow knows them.
LABEL = "proposal"
#: What the upload element accepts: the formats of the site.
IMAGE_FORMATS = ".jpg,.jpeg,.png,.webp"
#: Stands in a path for the language of the form, and for each other language of the site.
OWN, OTHER = "own", "other"
#: Fields that the contract does not have, or has otherwise: their words are in the desk's catalogue.
DATES, IMAGE, REMARK, RIGHTS = "dates", "image", "remark", "rights"
#: A whole file, as the form of the site writes it.
FILE = "file"


@dataclass(frozen=True, slots=True)
class Field:
    """A field of the form: `path` in an entry, or one of the names above; `kind` is GitHub's element."""

    path: str
    kind: str = "input"
    required: bool = False
    choices: tuple[str, ...] = ()

    def in_language(self, language: str) -> Field:
        """The same field for the text in a language."""
        return Field(f"{self.path.partition('.')[0]}.{language}", self.kind, self.required, self.choices)


FIELDS: tuple[Field, ...] = (
    Field(f"title.{OWN}", required=True),
    Field(f"title.{OTHER}"),
    Field("type", "dropdown", required=True, choices=tuple(EVENT_TYPES)),
    Field("disciplines", "dropdown", choices=DISCIPLINES),
    Field("organisers", required=True),
    Field("venue"),
    Field("online_url"),
    Field(DATES, "textarea"),
    Field("period.start"),
    Field("period.end"),
    Field("price"),
    Field("booking.url"),
    Field("spoken_languages"),
    Field(f"summary.{OWN}"),
    Field(f"summary.{OTHER}"),
    Field("source", required=True),
    Field(f"body.{OWN}", "textarea"),
    Field(f"body.{OTHER}", "textarea"),
    Field(IMAGE, "upload"),
    Field(REMARK, "textarea"),
    Field(RIGHTS, "checkboxes", required=True),
)
FILE_FIELDS: tuple[Field, ...] = (Field(FILE, "textarea", required=True), Field(RIGHTS, "checkboxes", required=True))
#: Fields whose words are the desk's own.
SPECIAL = frozenset({FILE, DATES, IMAGE, REMARK, RIGHTS, "organisers", "venue", "period.start", "period.end", "price"})


def form_fields(language: str, languages: Sequence[str]) -> tuple[Field, ...]:
    """The fields of the form in a language; a text is asked for in it, then in the site's other languages."""
    found: list[Field] = []
    for field in FIELDS:
        which = field.path.rpartition(".")[2]
        if which == OWN:
            found.append(field.in_language(language))
        elif which == OTHER:
            found += [field.in_language(other) for other in languages if other != language]
        else:
            found.append(field)
    return tuple(found)


def label_of(field: Field, language: str) -> str:
    """The heading of a field, by which its answer is found again."""
    if field.path in SPECIAL:
        return load_words(language, DESK)(f"issue.{field.path}")
    stem, _, of = field.path.partition(".")
    if stem in ("title", "summary", "body"):
        label = field_words(Event, stem, language).label
        return label if of == language else f"{label} ({language_name(of, language)})"
    return field_words(Event, field.path, language).label


def render_form(language: str, languages: Sequence[str]) -> str:
    """The file of `.github/ISSUE_TEMPLATE/` for an event, in a language."""
    return _rendered("issue", form_fields(language, languages), language)


def render_file_form(language: str) -> str:
    """The same for a file that is written already: the site's form opens it filled in, by the name of its field."""
    return _rendered("issue.whole", FILE_FIELDS, language)


def _rendered(key: str, fields: Sequence[Field], language: str) -> str:
    words = load_words(language, DESK)
    form: dict[str, Value] = {
        "name": words(f"{key}.name"),
        "description": words(f"{key}.about"),
        "labels": [LABEL],
        "body": [
            {"type": "markdown", "attributes": {"value": words(f"{key}.welcome")}},
            *(_element(field, language) for field in fields),
        ],
    }
    return "".join(f"{line}\n" for name, value in form.items() for line in entry_lines(name, value))


def render_chooser(guides: Mapping[str, str]) -> str:
    """The `config.yml` beside the forms: the address of the guide in each language."""
    contacts: list[Value] = []
    for language, address in guides.items():
        words = load_words(language, DESK)
        contacts.append({"name": words("issue.guide"), "url": address, "about": words("issue.guide.about")})
    chooser: dict[str, Value] = {"blank_issues_enabled": "true", "contact_links": contacts}
    return "".join(f"{line}\n" for name, value in chooser.items() for line in entry_lines(name, value))


def _element(field: Field, language: str) -> Value:
    attributes: dict[str, Value] = {"label": label_of(field, language), "description": _hint(field, language)}
    words = load_words(language, DESK)
    required: Value = "true" if field.required else "false"
    element: dict[str, Value] = {"type": field.kind, "id": field.path.replace(".", "_"), "attributes": attributes}
    if field.kind == "dropdown":
        attributes["options"] = [*choice_labels(field.choices, language).values()]
        attributes["multiple"] = "false" if field.required else "true"
    if field.path == FILE:
        attributes["render"] = "markdown"
    if field.kind == "checkboxes":
        promises = (words("issue.rights.agreed"), words("issue.rights.texts"), words("issue.rights.images"))
        attributes["options"] = [{"label": promise, "required": "true"} for promise in promises]
        return element
    accepted: dict[str, Value] = {"accept": IMAGE_FORMATS} if field.kind == "upload" else {}
    return element | {"validations": {"required": required, **accepted}}


def _hint(field: Field, language: str) -> str:
    if field.path in SPECIAL:
        return load_words(language, DESK)(f"issue.{field.path}.hint")
    stem, _, _ = field.path.partition(".")
    path = stem if stem in ("title", "summary", "body") else field.path
    return field_words(Event, path, language).hint
