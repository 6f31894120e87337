"""What each form asks, step by step, as data: paths of the model's fields, the important first, the rest folded."""

from __future__ import annotations

from affiche.model.call import Call
from affiche.model.campaign import Campaign
from affiche.model.group import Group
from affiche.model.organisation import Organisation
from affiche.model.place import Venue
from affiche.model.practice import Practice
from affiche.model.project import Project
from affiche.outputs.contribute.event_form import EVENT
from affiche.outputs.contribute.form_parts import (
    ADJUSTED,
    CLOSED,
    IMAGE_STEP,
    LINKS,
    OFFERS,
    ORIGIN,
    PLACE,
    WEEK,
    Ask,
    Form,
    Step,
    asks,
    each,
)

#: Fields that no form asks, as they are for what is published already, or too rare to burden anyone with.
UNASKED = frozenset(
    {
        *("redirect_from", "replaced_by", "withdrawn", "external_ids", "published", "verified"),
        *("dates.id", "dates.venue", "dates.accessibility", "dates.previous_start"),
        *("performers.organisation", "rooms.accessibility"),
        # The form makes the id of a room from its name.
        "rooms.id",
    }
)

ORGANISATION = Form(
    Organisation,
    "contribute.organisation",
    (
        Step(
            "who",
            "yellow",
            asks("name", "url", "kind", "disciplines"),
            (*asks("alternate_names", "languages", "founded", "status", "member_of", "partners"), each("groups")),
        ),
        Step("contact", "orange", asks("email", "phone"), asks("social", "maintainers")),
        Step("where", "sky", PLACE[:3], (*PLACE[3:], each("venues"), Ask("accessibility"))),
        Step("text", "green", (Ask("mission"), Ask("body", "body")), (Ask("goals", below=(Ask(""),)), LINKS)),
        Step(
            "exchange",
            "mint",
            (Ask("offers", below=OFFERS, empty=True), Ask("seeks", below=OFFERS, empty=True)),
            (
                *(each("international.countries"), Ask("international.networks")),
                *asks("sustainability.labels", "sustainability.practices"),
                Ask("feeds", below=asks("type", "url", "auto_import")),
            ),
        ),
        Step("image", "violet", IMAGE_STEP.first, (Ask("logo", "file"), *IMAGE_STEP.more)),
        ORIGIN,
    ),
)
VENUE = Form(
    Venue,
    "contribute.venue",
    (
        Step("where", "yellow", (Ask("name"), *PLACE[:3]), (*PLACE[3:], *asks("alternate_names", "operator", "url"))),
        Step(
            "access",
            "sky",
            asks("transport", "accessibility"),
            (Ask("rooms", below=asks("name", "capacity")), Ask("time_zone")),
        ),
        Step("hours", "orange", (WEEK,), (CLOSED, ADJUSTED)),
        Step("text", "green", (Ask("body", "body"),), (LINKS,)),
        IMAGE_STEP,
        ORIGIN,
    ),
)
CALL = Form(
    Call,
    "contribute.call",
    (
        Step("what", "yellow", asks("kind", "title", "disciplines")),
        Step("deadline", "orange", asks("deadline", "rolling"), (Ask("start", "start"), Ask("end", "end"))),
        Step("who", "sky", (Ask("organisations", below=(Ask(""),)),)),
        Step("terms", "mint", asks("eligibility", "covered", "costs", "apply"), (Ask("languages"), each("countries"))),
        Step("text", "green", (Ask("body", "body"),), (LINKS,)),
        IMAGE_STEP,
        ORIGIN,
    ),
)
PRACTICE = Form(
    Practice,
    "contribute.practice",
    (
        Step("lesson", "yellow", asks("title", "themes", "worked", "did_not_work")),
        Step("who", "sky", (Ask("organisations", below=(Ask(""),)),), (each("groups"),)),
        Step("about", "mint", (Ask("date", "coarse"), each("events"), each("projects"))),
        Step("text", "green", (Ask("body", "body"),), (LINKS,)),
        IMAGE_STEP,
        ORIGIN,
    ),
    has_events=True,
)
PROJECT = Form(
    Project,
    "contribute.project",
    (
        Step("what", "yellow", asks("name", "stage", "disciplines")),
        Step(
            "who",
            "mint",
            (Ask("organisations", below=asks("organisation", "role")),),
            (each("groups"), each("countries")),
        ),
        Step("days", "orange", (Ask("start", "coarse"), Ask("end", "coarse"))),
        Step("wanted", "sky", (Ask("seeks", below=OFFERS, empty=True), Ask("funding"))),
        Step(
            "text",
            "green",
            (Ask("body", "body"),),
            (*asks("sustainability.labels", "sustainability.practices"), LINKS),
        ),
        IMAGE_STEP,
        ORIGIN,
    ),
)
GROUP = Form(
    Group,
    "contribute.group",
    (
        Step("what", "yellow", asks("name", "aim", "disciplines")),
        Step("who", "mint", (Ask("members", below=(Ask(""),)), Ask("chairs", below=(Ask(""),)))),
        Step("text", "green", (Ask("body", "body"),), (LINKS,)),
        IMAGE_STEP,
        ORIGIN,
    ),
)
CAMPAIGN = Form(
    Campaign,
    "contribute.campaign",
    (
        Step("what", "yellow", asks("name", "slogan", "hashtags")),
        Step("days", "orange", asks("from", "until")),
        Step(
            "selection",
            "sky",
            (Ask("selection", below=asks("event", "comment")),),
            (*asks("types", "disciplines"), each("municipalities", "reference")),
        ),
        Step("tasks", "mint", (Ask("steps", below=asks("date", "channel", "action", "organisation"), empty=True),)),
        Step("text", "green", (Ask("body", "body"),), (LINKS,)),
        IMAGE_STEP,
        ORIGIN,
    ),
    has_events=True,
)
FORMS = (EVENT, ORGANISATION, VENUE, CALL, PRACTICE, PROJECT, GROUP, CAMPAIGN)
