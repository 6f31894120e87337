"""Texts in several languages, as typed: one plain text, or a text per language code."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler, ValidationInfo
from pydantic_core import CoreSchema, core_schema

from affiche.model.fields import LINE_LENGTH, limited
from affiche.model.language import codes_by_name, fold_name, is_language
from affiche.model.reading import reading_of, refusal
from affiche.model.text import NEUTRAL, Text
from affiche.problems import FieldName, Value

NOTE_LENGTH = 1000
_CODE_LIKE = re.compile("[A-Za-z]{2,3}([-_].*)?")


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
        return limited(text, self.limit, at=language)

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.with_info_plain_validator_function(self.read)

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        plain = {"type": "string", "maxLength": self.limit}
        by_language = {"type": "object", "minProperties": 1, "additionalProperties": plain}
        return {"anyOf": [plain, by_language]}


def _unknown_language(typed: str, value: Mapping[str, object]) -> Exception:
    """A key that is no language: a code or a name typed another way, or the rest of a text that a comma cut."""
    lower, _, upper = typed.replace("_", "-").lower().partition("-")
    guesses = (codes_by_name().get(fold_name(typed), ""), f"{lower}-{upper.upper()}", lower)
    guess = next((code for code in guesses if is_language(code) and code not in value), "")
    if guess or typed == next(iter(value)) or _CODE_LIKE.fullmatch(typed):
        return refusal("language-unknown", FieldName(guess), at=typed, value=typed)
    kept, language = _before(typed, value)
    return refusal("text-cut-by-comma", _rejoined(value), value=typed, kept=kept, language=language)


def _before(typed: str, value: Mapping[str, object]) -> tuple[str, str]:
    """The text that the comma cut off before `typed`, and its language."""
    keys = list(value)
    before = [key for key in keys[: keys.index(typed)] if value[key] is not None]
    return (str(value[before[-1]]), before[-1]) if before else ("", keys[0])


def _rejoined(value: Mapping[str, object]) -> Value:
    """The texts by language, with what commas cut put back."""
    texts: dict[str, Value] = {}
    for key, text in value.items():
        if is_language(key) or not texts:
            texts[key] = str(text or "")
        else:
            last = next(reversed(texts))
            texts[last] = f"{texts[last]}, {key}" + (f": {text}" if text is not None else "")
    return texts


L = Annotated[Text, Localised()]
Title = Annotated[Text, Localised(90)]
Summary = Annotated[Text, Localised(200)]
Note = Annotated[Text, Localised(NOTE_LENGTH)]
