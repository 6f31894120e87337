"""A season of synthetic events as values: what every generator of the benchmark is given, in its own files."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cached_property

from benchmarks.corpus import words
from benchmarks.corpus.when import When, when_of
from benchmarks.corpus.words import Both

#: The moment that a corpus of the benchmark is seen from.
NOW = datetime(2026, 11, 18, 13, 6, 40, tzinfo=UTC)
TODAY = date(2026, 11, 18)
#: Upcoming and past events are spread over as many days, whatever their number.
SEASON_DAYS, PAST_DAYS = 360, 3 * 365
#: One organisation and one venue for as many events.
EVENTS_A_HOUSE = 20
#: One event of so many has an image.
EVENTS_AN_IMAGE = 10


@dataclass(frozen=True, slots=True)
class House:
    """An organisation and its venue, which share their id."""

    number: int
    name: str
    venue_name: str
    street: Both
    postal_code: str
    town: Both
    latitude: float
    longitude: float
    discipline: str
    body: Both

    @property
    def id(self) -> str:
        """Its id and its venue's."""
        return f"house-{self.number}"

    @property
    def has_lift(self) -> bool:
        """Whether a wheelchair comes in."""
        return self.number % 2 == 1


@dataclass(frozen=True, slots=True)
class Event:
    """An event; `body` is Markdown, `price` euros (0 free, None unknown), `image` a path below the content's images."""

    number: int
    title: Both
    summary: Both
    body: Both
    type: str
    discipline: str
    audience: str
    house: House
    when: When
    price: int | None
    performer: str
    image: str

    @property
    def id(self) -> str:
        """The event's id."""
        return f"event-{self.number}"


@dataclass(frozen=True)
class Season:
    """So many events, the same for the same numbers: `past` that are over on a first day, the others from then on."""

    size: int
    past: int = 0
    first_day: date = TODAY
    has_images: bool = True

    @cached_property
    def houses(self) -> Sequence[House]:
        """The organisations, each with a venue."""
        return [_house(number) for number in range(max(1, self.size // EVENTS_A_HOUSE))]

    @cached_property
    def events(self) -> Sequence[Event]:
        """The events, in the order of their days."""
        return [self._event(number) for number in range(self.size)]

    def day_of(self, number: int) -> date:
        """The first day of an event."""
        if number < self.past:
            return self.first_day - timedelta(days=PAST_DAYS - number * (PAST_DAYS - 90) // self.past)
        return self.first_day + timedelta(days=(number - self.past) * SEASON_DAYS // (self.size - self.past))

    def _event(self, number: int) -> Event:
        dice = random.Random(number)  # noqa: S311 - the same texts each time
        kind, discipline, noun = words.KINDS[number % len(words.KINDS)]
        theme, other = dice.sample(words.THEMES, 2)
        about, house = words.ABOUT[number // 7 % len(words.ABOUT)], self.houses[number % len(self.houses)]
        artist = dice.choice(words.ARTISTS)
        return Event(
            number=number,
            title=Both(f"{noun.fr} {about.fr}, nº {number}", f"{noun.nl} {about.nl}, nr. {number}"),
            summary=Both(
                *(
                    text.format(number=number, theme=of_theme)
                    for text, of_theme in zip(dice.choice(words.SUMMARY), theme, strict=True)
                )
            ),
            body=_body(dice, theme, other, artist),
            type=kind,
            discipline=discipline,
            audience=_audience(number),
            house=house,
            when=when_of(number, self.day_of(number)),
            price=(0, None, 8, 10, 12, 15, 18, 22)[number % 8],
            performer=artist if number % 3 == 0 else "",
            image=f"event-{number}.jpg" if self.has_images and number % EVENTS_AN_IMAGE == 2 else "",
        )


def _audience(number: int) -> str:
    return {19: "professionals", 14: "schools"}.get(number % 20, "public")


def _house(number: int) -> House:
    dice = random.Random(-1 - number)  # noqa: S311 - the same texts each time
    code, town, (latitude, longitude) = words.TOWNS[number % len(words.TOWNS)]
    theme, other = dice.sample(words.THEMES, 2)
    return House(
        number=number,
        name=f"Maison d'exemple {number}",
        venue_name=f"Salle d'exemple {number}",
        street=Both(f"Rue de l'Exemple {number + 1}", f"Voorbeeldstraat {number + 1}"),
        postal_code=code,
        town=town,
        latitude=round(latitude + number // 40 % 40 / 10_000, 4),
        longitude=round(longitude + number % 40 / 10_000, 4),
        discipline=words.KINDS[number % len(words.KINDS)][1],
        body=_paragraph(dice, 4, theme=theme, other=other),
    )


def _body(dice: random.Random, theme: Both, other: Both, artist: str) -> Both:
    """Two or three paragraphs of 100 to 250 words in all, one text of three with a heading and a list."""
    paragraphs = [_paragraph(dice, 4, theme, other, artist) for _ in range(dice.randint(2, 3))]
    if dice.random() < 1 / 3:
        paragraphs.insert(1, _programme(dice.randint(3, 4)))
    return Both(*("\n\n".join(texts) for texts in zip(*paragraphs, strict=True)))


def _paragraph(dice: random.Random, sentences: int, theme: Both, other: Both, artist: str = "Collectif Bêta") -> Both:
    chosen, street = dice.sample(words.SENTENCES, sentences), dice.choice(words.STREETS)
    return Both(
        *(
            " ".join(
                text[side].format(theme=theme[side], other=other[side], street=street[side], artist=artist)
                for text in chosen
            )
            for side in (0, 1)
        )
    )


def _programme(items: int) -> Both:
    """A heading with a list of a few things."""
    lists = zip(*words.LIST[:items], strict=True)
    return Both(
        *(
            f"## {heading}\n\n" + "\n".join(f"- {item}" for item in each)
            for heading, each in zip(words.HEADING, lists, strict=True)
        )
    )
