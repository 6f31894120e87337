"""The indicators counted a second time, from the published data alone: JSON and CSV in SQLite, asked in plain SQL.

Nothing of our own counts here. Only the number of all texts is not asked for: the data has those that are missing.
"""

from __future__ import annotations

import csv
import io
import json
import sqlite3
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

SCHEMA = """
CREATE TABLE events (id TEXT PRIMARY KEY, data TEXT, public INT);
CREATE TABLE dates (event TEXT, kind TEXT, day TEXT, precision TEXT, status TEXT, availability TEXT);
CREATE TABLE makers (event TEXT, organisation TEXT);
CREATE TABLE places (event TEXT, municipality TEXT, country TEXT);
CREATE TABLE files (collection TEXT, id TEXT, data TEXT);
CREATE TABLE rows (event TEXT);
CREATE TABLE languages (code TEXT);

CREATE VIEW states AS SELECT id AS event, CASE
    (SELECT count(DISTINCT status) FROM dates WHERE event = id AND kind = 'date' AND data -> 'run' IS NULL)
    WHEN 1 THEN (SELECT status FROM dates WHERE event = id AND kind = 'date')
    ELSE ifnull(data ->> 'status', 'scheduled') END AS state FROM events;

CREATE VIEW starts AS SELECT event, day AS first, precision FROM (
    SELECT event, day, precision, row_number() OVER (
        PARTITION BY event ORDER BY day, precision = 'season', precision
    ) AS rank FROM dates WHERE day IS NOT NULL
) WHERE rank = 1;
CREATE VIEW houses AS SELECT data FROM files WHERE collection = 'organisations';
CREATE VIEW counted AS SELECT events.*, first, precision,
    CASE precision WHEN 'season' THEN '' ELSE substr(first, 1, 7) END AS month
    FROM events JOIN starts ON starts.event = events.id;
"""
#: The first month of each season.
SEASONS = {"winter": 12, "spring": 3, "summer": 6, "autumn": 9}
BRUSSELS = ZoneInfo("Europe/Brussels")


class Published:
    """The published data of a site, counted; `files` are those of its API by path."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self.status = json.loads(files["status.json"])
        self.base = sqlite3.connect(":memory:")
        self.base.executescript(SCHEMA)
        self.base.create_function(
            "local_day", 1, lambda text: str(datetime.fromisoformat(text).astimezone(BRUSSELS).date())
        )
        lists = [data for path, data in files.items() if path == "events.json" or path.startswith("archive/")]
        for event in (event for data in lists for event in json.loads(data)["events"]):
            self._add_event(event)
        for name in self.status["counts"]:
            if f"{name}.json" in files and name not in ("events", "upcoming"):
                for record in json.loads(files[f"{name}.json"])[name]:
                    self._insert("files", [(name, record["id"], json.dumps(record))])
        self._insert("languages", [(code,) for code in self.status["languages"]])
        self.base.create_function("says", 2, lambda text, code: bool({code, "und"} & {*json.loads(text or "{}")}))
        table = csv.DictReader(io.StringIO(files["events.csv"].decode("utf-8-sig")))
        self._insert("rows", [(row["event_id"],) for row in table])

    def _insert(self, table: str, rows: Iterable[tuple[Any, ...]]) -> None:
        for row in rows:
            self.base.execute(f"INSERT INTO {table} VALUES ({', '.join('?' * len(row))})", row)  # noqa: S608 - our own names

    def _add_event(self, event: dict[str, Any]) -> None:
        key, audience = event["id"], event.get("audience", "public")
        self._insert("events", [(key, json.dumps(event), audience not in ("professionals", "members"))])
        dates, run = event.get("performances", []), event.get("run")
        for each in dates:
            row = (key, "date", day_of(each["start"]), each["precision"], each["status"], each.get("availability"))
            self._insert("dates", [row])
        if run:
            day = run.get("start") or (None if dates else run["end"])
            self._insert("dates", [(key, "run", day, "day", run["status"], None)])
        made = {each["organisation"] for each in event["organisers"] if each["role"] != "funder"}
        self._insert("makers", [(key, organisation) for organisation in made])
        places = [each["venue"] for each in (event, *dates) if "venue" in each]
        self._insert("places", [(key, place.get("municipality_id"), place["country"]) for place in places])

    def ask(self, query: str, **values: object) -> list[Any]:
        """What a query finds among `c`, the public events that begin from one day to another, and `p`, the others."""
        span = "SELECT * FROM counted WHERE first BETWEEN :first AND :last"
        found = f"WITH c AS ({span} AND public), p AS ({span} AND NOT public) {query}"
        rows = self.base.execute(found, {"first": "", "last": "", **values}).fetchall()
        return [row[0] if len(row) == 1 else row for row in rows]


def day_of(start: str) -> str:
    """The first day of a beginning, as exact as it is: a moment, a day, a month, a season."""
    year, _, rest = start.partition("-")
    if rest in SEASONS:
        return f"{year}-{SEASONS[rest]:02}-01"
    return f"{start}-01" if len(start) == len("2026-10") else start[:10]


#: Each figure that is one number, or rows of an id and a number, by its name in the data.
NUMBERS = {
    "events": "SELECT count(*) FROM c",
    "dates": "SELECT count(*) FROM c JOIN dates ON event = id",
    "dates_off": "SELECT count(*) FROM c JOIN dates ON event = id WHERE status = 'cancelled'",
    "sold_out": """SELECT count(*) FROM c WHERE CASE
        WHEN (SELECT state FROM states WHERE event = id) IN ('cancelled', 'postponed') THEN NULL
        WHEN data -> 'run' IS NOT NULL THEN data ->> 'availability'
        WHEN (SELECT count(DISTINCT ifnull(availability, '')) FROM dates WHERE event = id AND kind = 'date') = 1
        THEN (SELECT max(availability) FROM dates WHERE event = id AND kind = 'date') END = 'sold-out'""",
    "undated": "SELECT count(*) FROM c WHERE month = ''",
    "undisciplined": "SELECT count(*) FROM c WHERE data -> 'disciplines' IS NULL",
    "places.elsewhere": """SELECT count(DISTINCT id) FROM c JOIN places ON event = id
        WHERE municipality IS NULL AND country = 'BE'""",
    "places.abroad": "SELECT count(DISTINCT id) FROM c JOIN places ON event = id WHERE country <> 'BE'",
    "places.unstated": "SELECT count(*) FROM c WHERE id NOT IN (SELECT event FROM places)",
}
TALLIES = {
    "months": "SELECT month, count(*) FROM c WHERE month <> '' GROUP BY 1",
    "disciplines": "SELECT value, count(*) FROM c, json_each(data, '$.disciplines') GROUP BY 1",
    "types": "SELECT data ->> 'type', count(*) FROM c GROUP BY 1",
    "states": "SELECT state, count(*) FROM c JOIN states ON event = id GROUP BY 1",
    "professional": "SELECT data ->> 'type', count(*) FROM p GROUP BY 1",
    "places.municipalities": """SELECT municipality, count(DISTINCT id) FROM c JOIN places ON event = id
        WHERE municipality IS NOT NULL GROUP BY 1""",
    "places.countries": """SELECT country, count(DISTINCT id) FROM (
            SELECT id, country FROM c JOIN places ON event = id
            UNION SELECT c.id, value FROM c, json_each(data, '$.international.countries'))
        WHERE country <> 'BE' GROUP BY 1""",
}
#: How many of how many.
SHARES = {
    "translated": """SELECT sum(NOT EXISTS (SELECT 1 FROM languages WHERE NOT says(data -> 'title', code)
            OR coalesce(data -> 'summary', data -> 'body') IS NOT NULL
            AND NOT says(data -> 'summary', code) AND NOT says(data -> 'body', code))), count(*) FROM c""",
    "priced": "SELECT sum(data -> 'is_accessible_for_free' IS NOT NULL), count(*) FROM c",
    "free": "SELECT sum(data ->> 'is_accessible_for_free'), count(data -> 'is_accessible_for_free') FROM c",
    "described": "SELECT sum(data -> 'accessibility' IS NOT NULL), count(*) FROM c",
    "accessible": "SELECT sum(data ->> '$.accessibility.wheelchair' = 'yes'), count(data -> 'accessibility') FROM c",
    "pictured": "SELECT sum(coalesce(data -> 'image', data -> 'images') IS NOT NULL), count(*) FROM c",
    "joint": "SELECT sum((SELECT count(*) FROM makers WHERE event = id) > 1), count(*) FROM c",
    "labelled": "SELECT sum(data -> '$.sustainability.labels' IS NOT NULL), count(*) FROM c",
    "transport": "SELECT sum(data -> '$.sustainability.transport' IS NOT NULL), count(*) FROM c",
    "practice": "SELECT sum(data -> '$.sustainability.note' IS NOT NULL), count(*) FROM c",
}
#: An organisation's events, those made with others, and how many others those were; what two made together.
ORGANISATIONS = """SELECT organisation, count(*),
        sum((SELECT count(*) FROM makers AS all_of WHERE all_of.event = makers.event) > 1),
        (SELECT count(DISTINCT other.organisation) FROM c JOIN makers AS own ON own.event = id
            JOIN makers AS other ON other.event = own.event AND other.organisation <> own.organisation
            WHERE own.organisation = makers.organisation)
    FROM c JOIN makers ON event = id GROUP BY 1 ORDER BY 2 DESC, 1"""
PAIRS = """SELECT a.organisation, b.organisation, count(*) FROM c JOIN makers AS a ON a.event = id
    JOIN makers AS b ON b.event = id AND a.organisation < b.organisation GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2"""
FEATURES = """SELECT key, sum(value = 'yes'), sum(value = 'partial'), sum(value = 'no')
    FROM c, json_each(data, '$.accessibility') GROUP BY 1"""
#: The days before, each with its rank: a quartile is the first whose rank reaches a quarter of all.
LEADS = """SELECT days, rank, total FROM (
        SELECT days, row_number() OVER (ORDER BY days) AS rank, count(*) OVER () AS total FROM (
            SELECT julianday(first) - julianday(local_day(data ->> 'published')) AS days FROM c
            WHERE precision IN ('minute', 'day') AND data ->> 'published' <> :unknown) WHERE days >= 0)
    WHERE rank = (total + 3) / 4 OR rank = (2 * total + 3) / 4 OR rank = (3 * total + 3) / 4 ORDER BY rank"""
DEBTS = """SELECT code, (SELECT count(*) FROM c, json_each(data, '$.missing_languages.' || code)) FROM languages"""
#: contributing.md's points of an event.
POINTS = """SELECT avg(8 + 6 + 10 + 6
    + 8 * (data -> 'online_url' IS NOT NULL OR id IN (SELECT event FROM places))
    + 6 * (data -> 'summary' IS NOT NULL)
    + 8 * EXISTS (SELECT 1 FROM json_each(data, '$.body') WHERE length(value) >= 200)
    + 14 * (data -> 'missing_languages' IS NULL)
    + 8 * (coalesce(data -> 'image', data -> 'images') IS NOT NULL)
    + 6 * (data -> 'price' IS NOT NULL) + 3 * (data -> 'booking' IS NOT NULL)
    + 6 * ((SELECT count(*) FROM json_each(data, '$.accessibility')) >= 3)
    + 4 * (coalesce(data -> 'spoken_languages', data -> 'no_language_needed') IS NOT NULL)
    + 4 * (data -> 'disciplines' IS NOT NULL) + 3 * (data -> 'typical_age_range' IS NOT NULL)) FROM c"""
#: The state of all files, by its name in the data.
OF_FILES = {
    "collections": """SELECT collection, count(*) FROM files GROUP BY 1
        UNION SELECT 'events', count(*) FROM events HAVING count(*) ORDER BY 1""",
    "debts": """SELECT collection, code, count(*) FROM (
            SELECT collection, data FROM files UNION ALL SELECT 'events', data FROM events)
        JOIN languages JOIN json_each(data, '$.missing_languages.' || code) GROUP BY 1, 2 ORDER BY 1, 2""",
    "due": """SELECT collection, count(*) FROM files WHERE (collection = 'venues' OR collection = 'organisations'
            AND ifnull(data ->> 'status', 'active') = 'active')
            AND ifnull(data ->> 'verified', local_day(data ->> 'published')) < date(:today, '-12 months') GROUP BY 1
        ORDER BY 1""",
    "labelled": "SELECT sum(data -> '$.sustainability.labels' IS NOT NULL), count(*) FROM houses",
    "practice": "SELECT sum(data -> '$.sustainability.practices' IS NOT NULL), count(*) FROM houses",
    "international": """SELECT sum(EXISTS (
            SELECT 1 FROM json_each(data, '$.international.countries') WHERE value <> 'BE')), count(*) FROM houses""",
    "countries": """SELECT value, count(*) FROM houses, json_each(data, '$.international.countries')
        WHERE value <> 'BE' GROUP BY 1 ORDER BY 1""",
    "completeness": """SELECT avg(10 + 10 + 10 * (coalesce(data -> 'email', data -> 'phone') IS NOT NULL)
        + 10 * (data -> 'mission' IS NOT NULL)
        + 10 * (NOT EXISTS (SELECT 1 FROM languages WHERE NOT says(data -> 'mission', code)))
        + 10 * (data -> 'body' IS NOT NULL)
        + 10 * (coalesce(data -> 'logo', data -> 'image', data -> 'images') IS NOT NULL)
        + 8 * (data -> 'street' IS NOT NULL AND data -> 'municipality' IS NOT NULL)
        + 6 * (data -> 'disciplines' IS NOT NULL) + 4 * (data -> 'kind' IS NOT NULL)
        + 6 * (data -> 'accessibility' IS NOT NULL)
        + 3 * (coalesce(data -> 'offers', data -> 'seeks', data -> 'feeds') IS NOT NULL)
        + 3 * (ifnull(data ->> 'verified', '') >= date(:today, '-12 months')))
        FROM houses""",
}
