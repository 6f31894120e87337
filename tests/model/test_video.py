"""Videos: an address is recognised as a whole, or not at all."""

from __future__ import annotations

import pytest

from affiche.model.video import video_address

HOSTS = ("youtube", "vimeo")
WATCH = "https://www.youtube.com/watch?v=dQw4w9WgXcQ"


@pytest.mark.parametrize(
    ("url", "address"),
    [
        (WATCH, WATCH),
        ("https://youtube.com/watch?list=PL1&v=dQw4w9WgXcQ&t=10s", WATCH),
        ("https://m.youtube.com/shorts/dQw4w9WgXcQ", WATCH),
        ("https://youtu.be/dQw4w9WgXcQ?si=abc_-", WATCH),
        ("https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ", WATCH),
        ("https://vimeo.com/76979871", "https://vimeo.com/76979871"),
        ("https://player.vimeo.com/video/76979871?h=0a1b", "https://vimeo.com/76979871"),
    ],
)
def test_video_address_is_rebuilt_from_the_id(url: str, address: str) -> None:
    assert video_address(url, HOSTS) == address


@pytest.mark.parametrize(
    "url",
    [
        "http://www.youtube.com/watch?v=dQw4w9WgXcQ",
        "https://www.youtube.com/embed/../redirect?u=https://evil.example",
        "https://www.youtube.com/watch?v=dQw4w9WgXcQ/../../redirect",
        "https://www.youtube.com.evil.example/watch?v=dQw4w9WgXcQ",
        "https://evil.example/https://www.youtube.com/watch?v=dQw4w9WgXcQ",
        "https://www.youtube.com/watch?v=dQw4w9WgXcQ\n",
        "https://www.youtube.com/watch?v=dQw4w9WgXc",
        "https://vimeo.com/../76979871",
        "https://vimeo.com/٧٦",
    ],
)
def test_video_address_of_anything_else_is_none(url: str) -> None:
    assert video_address(url, HOSTS) is None


def test_video_address_keeps_to_the_accepted_hosts() -> None:
    assert video_address(WATCH, ("vimeo",)) is None
