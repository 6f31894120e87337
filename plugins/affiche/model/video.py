"""Addresses of videos on accepted hosts, recognised as a whole and rebuilt from the captured id."""

from __future__ import annotations

import re
from collections.abc import Collection

_YOUTUBE = re.compile(
    r"https://(?:(?:www[.]|m[.])?youtube(?:-nocookie)?[.]com/(?:watch[?](?:[a-z_]+=[A-Za-z0-9_.-]*&)*v=|embed/|shorts/|live/)"
    r"|youtu[.]be/)(?P<id>[A-Za-z0-9_-]{11})(?:[?&][a-z_]+=[A-Za-z0-9_.-]*)*"
)
_VIMEO = re.compile(
    r"https://(?:www[.])?(?:vimeo[.]com/|player[.]vimeo[.]com/video/)(?P<id>[0-9]{1,12})(?:[?&][a-z_]+=[A-Za-z0-9_.-]*)*"
)
_HOSTS = {
    "youtube": (_YOUTUBE, "https://www.youtube.com/watch?v="),
    "vimeo": (_VIMEO, "https://vimeo.com/"),
}


def video_address(url: str, hosts: Collection[str]) -> str | None:
    """The plain address of a video on one of `hosts` (`youtube`, `vimeo`); None for anything else."""
    for host, (pattern, address) in _HOSTS.items():
        match = pattern.fullmatch(url)
        if match and host in hosts:
            return address + match["id"]
    return None
