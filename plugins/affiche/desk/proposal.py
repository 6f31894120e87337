"""What the check of a pull request hands on to its answer, as JSON: the files that change, as readers will see them.

The check runs where a contributor could have written the JSON by hand: it is validated here, and shown as code.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

#: The two files of the artefact that the answer reads, with the most bytes of each.
PROPOSAL_FILE, PROBLEMS_FILE = "proposal.json", "problems.json"
MOST_BYTES = 2_000_000
#: More files than a proposal may have, and more lines and names than a comment would show.
MOST_FILES, MOST_LINES, MOST_NAMES = 100, 12, 40

Language = Annotated[str, Field(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")]
Path = Annotated[str, Field(min_length=1, max_length=1_000)]
Line = Annotated[str, Field(max_length=1_000)]
Lines = Annotated[tuple[Line, ...], Field(max_length=MOST_LINES)]
Key = Annotated[str, Field(pattern=r"^[a-z][a-z_-]{0,40}$")]
Name = Annotated[str, Field(pattern=r"^[a-z_]{1,40}(\.[a-z_]{1,40}){0,5}$")]
State = Literal["shown", "faulty", "hidden", "gone"]


class ArtefactRefused(ValueError):
    """What a check handed on is not what our own check makes."""


class _Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class NextTip(_Strict):
    """What a file misses most: its key in the catalogue, its points, the languages it is about, lines to paste.

    `advice` is the type of event whose writing advice helps, if any.
    """

    key: Key
    points: Annotated[int, Field(ge=1, le=100)]
    languages: tuple[Language, ...] = ()
    paste: Annotated[str, Field(max_length=2_000)] = ""
    advice: Key | Literal[""] = ""


class Untranslated(_Strict):
    """A text of a file by the name of its field, such as `dates.note`, with the languages that it lacks."""

    name: Name
    languages: Annotated[tuple[Language, ...], Field(max_length=20)]


class ProposedFile(_Strict):
    """A file that changes: whether readers will see it, its card in words, what it lacks, the lists it will be in."""

    path: Path
    collection: Key
    state: State
    language: Language | Literal[""] = ""
    card: dict[Language, Lines] = Field(default_factory=dict, max_length=20)
    points: Annotated[int, Field(ge=0, le=100)] | None = None
    tip: NextTip | None = None
    untranslated: Annotated[tuple[Untranslated, ...], Field(max_length=MOST_NAMES)] = ()
    lists: dict[Language, Annotated[tuple[Line, ...], Field(max_length=MOST_NAMES)]] = Field(
        default_factory=dict, max_length=20
    )


class Proposal(_Strict):
    """All that a check found beside the problems; `apart` are paths that are no contributed content."""

    version: Literal[1] = 1
    files: Annotated[tuple[ProposedFile, ...], Field(max_length=MOST_FILES)] = ()
    apart: Annotated[tuple[Path, ...], Field(max_length=3_000)] = ()
    has_preview: bool = False


def render_proposal(proposal: Proposal) -> str:
    """The JSON of a proposal."""
    return proposal.model_dump_json(indent=2) + "\n"


def parse_proposal(data: bytes) -> Proposal:
    """The proposal that a check handed on; raises `ArtefactRefused`."""
    try:
        return Proposal.model_validate_json(data)
    except ValidationError as error:
        raise ArtefactRefused(f"{PROPOSAL_FILE}: {error.error_count()} values are not what a check writes") from None


def proposal_schema() -> dict[str, Any]:
    """The JSON Schema of the proposal in JSON."""
    schema = Proposal.model_json_schema()
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **schema,
        "$id": "urn:affiche:proposal:1",
    }
