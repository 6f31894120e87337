"""The closed lists of the content model, and the standard terms that each value stands for."""

from __future__ import annotations

from typing import NamedTuple


class EventType(NamedTuple):
    """A kind of event: its schema.org subtype and its UiTdatabank eventtype id."""

    schema_org: str
    uitdatabank: str


#: Event types of the content model. Sources: schema.org/Event's subtypes; UiTdatabank's taxonomy of event types.
EVENT_TYPES: dict[str, EventType] = {
    "concert": EventType("MusicEvent", "0.50.4.0.0"),
    "performance": EventType("TheaterEvent", "0.55.0.0.0"),
    "dance": EventType("DanceEvent", "0.54.0.0.0"),
    "circus": EventType("TheaterEvent", "0.55.0.0.0"),
    "exhibition": EventType("ExhibitionEvent", "0.0.0.0.0"),
    "film": EventType("ScreeningEvent", "0.50.6.0.0"),
    "festival": EventType("Festival", "0.5.0.0.0"),
    "reading": EventType("LiteraryEvent", "0.3.2.0.0"),
    "lecture": EventType("EducationEvent", "0.3.2.0.0"),
    "debate": EventType("Event", "0.3.2.0.0"),
    "workshop": EventType("EducationEvent", "0.3.1.0.0"),
    "course": EventType("EducationEvent", "0.3.1.0.0"),
    "guided-tour": EventType("Event", "0.7.0.0.0"),
    "open-studio": EventType("VisualArtsEvent", "0.12.0.0.0"),
    "open-day": EventType("Event", "0.12.0.0.0"),
    "party": EventType("SocialEvent", "0.49.0.0.0"),
    "parade": EventType("SocialEvent", "0.5.0.0.0"),
    "market": EventType("SaleEvent", "0.37.0.0.0"),
    "fair": EventType("ExhibitionEvent", "0.6.0.0.0"),
    "family": EventType("ChildrensEvent", "0.55.0.0.0"),
    "meeting": EventType("BusinessEvent", "0.51.0.0.0"),
    "networking": EventType("BusinessEvent", "0.51.0.0.0"),
    "knowledge-session": EventType("EducationEvent", "0.3.2.0.0"),
    "mission": EventType("BusinessEvent", "0.51.0.0.0"),
    "showcase": EventType("Event", "0.51.0.0.0"),
    "residency-showing": EventType("VisualArtsEvent", "0.51.0.0.0"),
}

DISCIPLINES = (
    "music", "theatre", "dance", "circus", "performance", "visual-arts", "photography", "film", "literature",
    "comics", "heritage", "architecture", "design", "fashion", "digital", "games", "food", "multidisciplinary",
)  # fmt: skip
AUDIENCES = ("public", "professionals", "schools", "members")
PARTICIPATIONS = ("watch", "take-part", "co-create", "volunteer")
ROLES = ("organiser", "co-organiser", "host", "presenter", "producer", "partner", "funder")
STATUSES = ("scheduled", "cancelled", "postponed", "rescheduled", "moved-online")
AVAILABILITIES = ("available", "limited", "sold-out", "waiting-list")
PRECISIONS = ("minute", "day", "month", "season")
SEASONS = ("winter", "spring", "summer", "autumn")
SOCIAL_TARIFFS = ("article27", "paspartoe", "museumpass", "arsene50", "carer-free")
BOOKING_REQUIREMENTS = ("none", "recommended", "required")
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
ACCESSIBILITY_FEATURES = (
    "wheelchair", "step-free", "accessible-toilet", "reserved-parking", "seating", "guide-dogs", "induction-loop",
    "audio-description", "surtitles", "sign-language", "easy-language", "relaxed", "low-stimulus", "quiet-room",
    "companion-free", "tactile",
)  # fmt: skip
ACCESSIBILITY_VALUES = ("yes", "no", "partial")
ORGANISATION_KINDS = (
    "venue", "company", "collective", "festival", "hub", "school", "federation", "support", "public-body",
)  # fmt: skip
ORGANISATION_STATUSES = ("active", "inactive")
OFFER_KINDS = (
    "space", "equipment", "residency", "mentoring", "co-production", "touring", "distribution", "skills", "funding",
    "partner",
)  # fmt: skip
#: Where a campaign speaks: an organisation's own media, the networks, and the city.
CHANNELS = (
    "newsletter", "website", "instagram", "facebook", "linkedin", "tiktok", "youtube", "bluesky", "mastodon",
    "whatsapp", "press", "radio", "print", "street",
)  # fmt: skip
STAGES = ("idea", "planned", "running", "done")
CALL_KINDS = ("open-call", "residency", "mentoring", "mission", "fair", "funding", "volunteering")
#: What lessons are about: the shelves of the council's library.
THEMES = (
    "programming", "audience", "participation", "accessibility", "cooperation", "communication", "funding", "space",
    "artists", "international", "sustainability", "evaluation",
)  # fmt: skip
FEED_TYPES = ("ics", "rss", "jsonld", "openagenda", "uitdatabank")
#: Image licences: Creative Commons, the public domain, "press" (free use to announce the event), "permission" (given
#: to this site alone).
IMAGE_LICENCES = (
    "cc0-1.0", "cc-by-4.0", "cc-by-sa-4.0", "cc-by-nd-4.0", "cc-by-nc-4.0", "cc-by-nc-sa-4.0", "cc-by-nc-nd-4.0",
    "public-domain", "press", "permission",
)  # fmt: skip
