"""The organisations and venues that have a file, found by whatever a person calls them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from affiche.model.language import fold_name
from affiche.model.nearest import nearly_called
from affiche.model.record import Record

#: How many of those that look alike are proposed.
PROPOSALS = 5


class Known:
    """Ids by name, in any language, accents and case aside; the ids of all files, readable or not, by collection."""

    def __init__(self, records: Iterable[Record], stems: Mapping[str, frozenset[str]]) -> None:
        self.stems = stems
        self.records = {(record.collection, record.id): record for record in records}
        self._ids: dict[str, dict[str, str]] = {
            name: {each: each for each in sorted(ids)} for name, ids in stems.items()
        }
        for record in self.records.values():
            shelf = self._ids.setdefault(record.collection, {})
            for name in record.names:
                shelf.setdefault(fold_name(name), record.id)

    def find(self, collection: str, typed: str) -> str:
        """The id of what is called just that; empty where nothing is."""
        return self._ids.get(collection, {}).get(fold_name(typed), "")

    def near(self, collection: str, typed: str) -> Sequence[str]:
        """The ids of what is called nearly that, or has it in its name, the likeliest first."""
        return nearly_called(typed, self._ids.get(collection, {}), most=PROPOSALS)

    def label(self, collection: str, record_id: str, languages: Sequence[str]) -> str:
        """What a record is called, in the first of these languages that it has a name in; its id without a record."""
        record = self.records.get((collection, record_id))
        return record.label.shown(languages[0], languages).text if record else record_id
