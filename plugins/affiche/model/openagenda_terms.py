"""The numbers of OpenAgenda's API (version 2) for terms of ours: for those who write its format and who read it."""

from __future__ import annotations

#: `status`; FULL stands in its place where nothing else is to be said.
STATUSES = {"scheduled": 1, "rescheduled": 2, "moved-online": 3, "postponed": 4, "cancelled": 6}
FULL = 5
#: `state` of what everybody sees.
PUBLISHED = 2
