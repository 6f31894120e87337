"""Texts in several languages, as typed: one plain text, or a text per language code."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler, ValidationInfo
from pydantic_core import CoreSchema, core_schema

from affiche.model.fields import LINE_LENGTH, limited
from affiche.model.language import is_language
from affiche.model.reading import reading_of, refusal
from affiche.model.text import NEUTRAL, Text

NOTE_LENGTH = 1000


@dataclass(frozen=True, slots=True)
class Localised:
    """An annotation: a `Text` whose wordings have at most `limit` characters each."""

    limit: int = LINE_LENGTH

    def read(self, value: object, info: ValidationInfo) -> Text:
        """The text that was typed; a plain one is in the file's language, or neutral without one."""
        if isinstance(value, str):
            return Text(((reading_of(info).language or NEUTRAL, limited(value, self.limit)),))
        if not isinstance(value, dict) or not value:
            raise refusal("text-expected")
        for language in value:
            if not is_language(language):
                raise _unknown_language(language, value)
        return Text(tuple((language, self._wording(language, text)) for language, text in value.items()))

    def _wording(self, language: str, text: object) -> str:
        if not isinstance(text, str):
            raise refusal("text-expected", at=language)
        return limited(text, self.limit)

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.with_info_plain_validator_function(self.read)

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        plain = {"type": "string", "maxLength": self.limit}
        by_language = {"type": "object", "minProperties": 1, "additionalProperties": plain}
        return {"anyOf": [plain, by_language]}


def _unknown_language(typed: str, value: Mapping[str, object]) -> Exception:
    """A key that is no language: the rest of a text that a comma cut, when nothing follows it."""
    if value[typed] is None:
        return refusal("text-cut-by-comma", _rejoined(value), value=typed, kept=_before(typed, value))
    return refusal("language-unknown", value=typed)


def _before(typed: str, value: Mapping[str, object]) -> str:
    """The text that the comma cut off before `typed`."""
    keys = list(value)
    texts = [str(value[key]) for key in keys[: keys.index(typed)] if value[key] is not None]
    return texts[-1] if texts else ""


def _rejoined(value: Mapping[str, object]) -> str:
    """The block form of the texts, with what commas cut put back."""
    texts: dict[str, str] = {}
    for key, text in value.items():
        if is_language(key) or not texts:
            texts[key] = str(text or "")
        else:
            last = next(reversed(texts))
            texts[last] += f", {key}" if text is None else f", {key}: {text}"
    return "\n".join(f'  {language}: "{text}"' for language, text in texts.items())


L = Annotated[Text, Localised()]
Title = Annotated[Text, Localised(90)]
Summary = Annotated[Text, Localised(200)]
Note = Annotated[Text, Localised(NOTE_LENGTH)]
