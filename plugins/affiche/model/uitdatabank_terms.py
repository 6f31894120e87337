"""The terms of UiTdatabank (its taxonomy, its Entry API) by the words of the content model."""

from __future__ import annotations

#: Themes by discipline, as far as there is one: music and dance have themes by genre only.
THEMES = {
    "theatre": "1.3.1.0.0", "circus": "0.52.0.0.0", "photography": "1.0.6.0.0", "film": "1.7.14.0.0",
    "literature": "1.10.0.0.0", "comics": "1.10.8.0.0", "heritage": "1.40.0.0.0", "architecture": "1.2.1.0.0",
    "design": "1.2.2.0.0", "fashion": "1.49.0.0.0", "digital": "1.21.0.0.0", "food": "1.65.0.0.0",
    "multidisciplinary": "1.0.9.0.0",
}  # fmt: skip
#: Facilities by feature, where they say no more than it does.
FACILITIES = {
    "wheelchair": "3.27.0.0.0", "accessible-toilet": "3.31.0.0.0", "guide-dogs": "3.13.1.0.0",
    "induction-loop": "3.17.1.0.0", "audio-description": "3.13.2.0.0", "surtitles": "3.17.3.0.0",
    "easy-language": "3.34.0.0.0", "low-stimulus": "H28fcfRKFQAQs00K9NF9hh", "companion-free": "3.35.0.0.0",
}  # fmt: skip
#: Interpreters of Flemish sign language, and no other.
SIGN_LANGUAGE = ("vgt", "3.33.0.0.0")
AUDIENCES = {"public": "everyone", "schools": "education"}
STATUSES = {"cancelled": "Unavailable", "postponed": "TemporarilyUnavailable"}
AVAILABLE = "Available"
BOOKABLE = {"sold-out": "Unavailable", "waiting-list": "Unavailable"}
DAYS = {
    "mon": "monday", "tue": "tuesday", "wed": "wednesday", "thu": "thursday", "fri": "friday", "sat": "saturday",
    "sun": "sunday",
}  # fmt: skip
