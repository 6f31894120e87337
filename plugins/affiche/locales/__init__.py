"""Every text of ours in every language: gettext catalogues, read from their `.po` files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from gettext import GNUTranslations
from io import BytesIO
from pathlib import Path

FOLDER = Path(__file__).parent
#: What visitors read; what contributors read of the problems of a file, of its fields, and what else the desk says.
SITE, MESSAGES, FIELDS, DESK = "site", "messages", "fields", "desk"


class MissingWords(KeyError):
    """A text that a language's catalogue does not have, or has in another way: for a number, or for none."""


class Words:
    """One catalogue of one language: `words("nav.agenda")`, with values for the names in braces."""

    def __init__(
        self, language: str, catalogue: GNUTranslations, single: Mapping[str, str], counted: Mapping[str, Sequence[str]]
    ) -> None:
        self.language = language
        self._catalogue = catalogue
        self._single = single
        self._counted = counted

    def __call__(self, key: str, /, **values: object) -> str:
        """The text of a key."""
        text = self._single.get(key)
        if text is None:
            raise MissingWords(f"{self.language}: {key}")
        return text.format_map(values) if values else text

    def count(self, key: str, number: int, /, **values: object) -> str:
        """The text of a key for a number of things, which stands in it as `{n}`."""
        if key not in self._counted:
            raise MissingWords(f"{self.language}: {key}")
        return self._catalogue.ngettext(key, key, number).format_map({"n": number, **values})

    def patterns(self, key: str) -> Sequence[str]:
        """The text of a key as it stands in the catalogue, names in braces; for a number, each form of the language."""
        if key in self._counted:
            return self._counted[key]
        if key not in self._single:
            raise MissingWords(f"{self.language}: {key}")
        return (self._single[key],)

    def __contains__(self, key: str) -> bool:
        return key in self._single or key in self._counted

    def __iter__(self) -> Iterator[str]:
        return iter(self._single.keys() | self._counted)


@cache
def load_words(language: str, domain: str = SITE) -> Words:
    """A language's catalogue; raises `MissingWords` for a language without one."""
    path = FOLDER / language / f"{domain}.po"
    if not path.is_file():
        raise MissingWords(f"{language}: {domain}.po")
    return parse_words(path.read_bytes(), language)


def parse_words(catalogue: bytes, language: str) -> Words:
    """The texts of a `.po` file; those without a translation, or with a doubtful one, are not there."""
    from babel.messages.mofile import write_mo  # noqa: PLC0415 - takes as long to import as a build that writes nothing
    from babel.messages.pofile import read_po  # noqa: PLC0415 - the same

    messages = read_po(BytesIO(catalogue), locale=language)
    known = [each for each in messages if each.id and each.string and all(each.string) and not each.fuzzy]
    counted = {message.id[0]: tuple(message.string or ()) for message in known if message.pluralizable}
    single = {str(message.id): str(message.string) for message in known if not message.pluralizable}
    compiled = BytesIO()
    write_mo(compiled, messages)
    compiled.seek(0)
    return Words(language, GNUTranslations(compiled), single, counted)


@cache
def catalogue_languages(domain: str = SITE) -> tuple[str, ...]:
    """The languages that have a catalogue, in alphabetical order."""
    return tuple(sorted(path.parent.name for path in FOLDER.glob(f"*/{domain}.po")))
