"""Texts that exist in several languages, and the one that a reader is shown."""

from __future__ import annotations

from collections.abc import ItemsView, Iterator, Mapping, Sequence, ValuesView
from dataclasses import dataclass
from typing import NamedTuple

#: BCP 47 "undetermined": a text that is the same in every language, such as a proper name.
NEUTRAL = "und"


class Wording(NamedTuple):
    """A text as shown on a page: `language` is empty when it needs no label there."""

    text: str
    language: str = ""

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True)
class Text(Mapping[str, str]):
    """A text by language code (BCP 47), or one neutral text under `NEUTRAL`; never empty."""

    wordings: tuple[tuple[str, str], ...]

    @classmethod
    def neutral(cls, text: str) -> Text:
        """The same text in every language."""
        return cls(((NEUTRAL, text),))

    @classmethod
    def of(cls, **wordings: str) -> Text:
        """A text from its wordings by language: `Text.of(fr="Nuit", nl="Nacht")`."""
        return cls(tuple(wordings.items()))

    def __getitem__(self, language: str) -> str:
        for known, text in self.wordings:
            if known == language:
                return text
        raise KeyError(language)

    def __iter__(self) -> Iterator[str]:
        return (language for language, _ in self.wordings)

    def __len__(self) -> int:
        return len(self.wordings)

    def items(self) -> ItemsView[str, str]:
        """What Mapping has too, in a tenth of the time."""
        return dict(self.wordings).items()

    def values(self) -> ValuesView[str]:
        """What Mapping has too, in a tenth of the time."""
        return dict(self.wordings).values()

    def says(self, language: str) -> bool:
        """Whether a reader of that language is served, by their own wording or a neutral one."""
        said = dict(self.wordings)
        return language in said or NEUTRAL in said

    def shown(self, language: str, languages: Sequence[str]) -> Wording:
        """The wording for a page in `language`: its own, else the first of the site's languages, else any."""
        for known, text in self.wordings:
            if known == language:
                return Wording(text)
        for wanted in (NEUTRAL, *languages):
            for known, text in self.wordings:
                if known == wanted:
                    return Wording(text, "" if known == NEUTRAL else known)
        known, text = self.wordings[0]
        return Wording(text, known)
