"""What the form of an event asks: when, where and at what price in the ways that there are."""

from __future__ import annotations

from affiche.model.event import Event
from affiche.outputs.contribute.form_parts import (
    ADJUSTED,
    CLOSED,
    DATE,
    DATE_MORE,
    IMAGE_STEP,
    LINKS,
    ORIGIN,
    PLACE,
    WEEK,
    Ask,
    Form,
    Step,
    Switch,
    asks,
    each,
)

WHEN = Switch(
    "when",
    {
        "one": (Ask("start", "start"), Ask("end", "end")),
        "several": (Ask("dates", below=DATE, more=DATE_MORE),),
        "run": (
            *asks("period.start", "period.end"),
            Switch("hours", {"own": (WEEK,), "venue": (Ask("opening_hours", "venue"),)}),
            Ask("dates", below=DATE, more=DATE_MORE, label="contribute.beside", empty=True),
            CLOSED,
            ADJUSTED,
        ),
        "rule": asks(*(f"recurrence.{name}" for name in ("every", "interval", "days", "nth", "from", "until", "count")))
        + asks("recurrence.start", "recurrence.end")
        + (each("recurrence.except"), each("recurrence.extra")),
    },
)
WHERE = Switch(
    "where",
    {
        "known": asks("venue", "room"),
        "other": asks(*(f"venue.{name}" for name in ("name", *(each.path for each in PLACE), "time_zone"))),
        "online": (),
    },
)
PRICE = Switch(
    "price",
    {
        "unknown": (),
        "free": (Ask("price", "free"),),
        "one": (Ask("price", "amount"),),
        "several": (Ask("price", "tariffs", below=asks("name", "price")),),
        "from": asks("price.from"),
        "chosen": asks("price.pay_what_you_can.minimum", "price.pay_what_you_can.suggested"),
    },
)

EVENT = Form(
    Event,
    "contribute",
    (
        Step(
            "what",
            "yellow",
            asks("type", "title", "disciplines"),
            (
                *asks("audience", "participation", "typical_age_range", "keywords", "part_of"),
                *(each("campaigns"), each("projects"), each("groups")),
            ),
        ),
        Step(
            "when",
            "orange",
            (WHEN,),
            (*asks("date_precision", "availability", "status", "status_reason"), each("previous_start")),
        ),
        Step("where", "sky", (WHERE, Ask("online_url"))),
        Step(
            "who",
            "mint",
            (Ask("organisers", below=asks("organisation", "role")), Ask("performers", below=asks("name", "url"))),
            (each("international.countries"), Ask("international.partners")),
        ),
        Step(
            "price",
            "pink",
            (PRICE, *asks("booking.requirement", "booking.url", "social_tariffs")),
            asks(*(f"booking.{name}" for name in ("label", "email", "phone", "opens", "closes"))),
        ),
        Step(
            "access",
            "blue",
            asks("spoken_languages", "no_language_needed", "surtitles", "sign_languages"),
            asks("accessibility", "accessibility_note"),
        ),
        Step(
            "text",
            "green",
            (Ask("summary"), Ask("body", "body")),
            (LINKS, *asks("video", "sustainability.labels", "sustainability.transport", "sustainability.note")),
        ),
        IMAGE_STEP,
        ORIGIN,
    ),
)
