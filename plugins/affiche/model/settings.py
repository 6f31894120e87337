"""The settings of a site: the same under every engine."""

from __future__ import annotations

from dataclasses import dataclass, field
from urllib.parse import quote, urlsplit
from zoneinfo import ZoneInfo

#: Examples of how hours are written, by language; `00` says that full hours have their minutes too.
HOURS_STYLES = {"fr": ("20 h 30", "20 h 00", "20h30", "20h00"), "nl": ("20.30 uur", "20.00 uur", "20u30", "20u00")}


class SettingsError(ValueError):
    """A setting of the site, or a file of its maintainers' own, that cannot be used."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What a site is told by its maintainers; `languages` in the order in which texts fall back.

    `security_contact` and `desk_contact`, who takes files and messages of those without git, are each an e-mail address
    or an https one, empty for none; `feedback_form` is the https address to which a form sends what visitors have to
    say, without an account, empty for none; `image_avif` asks for copies of images that
    weigh a third less and take three times as long to make; `social_weeks` is how many weeks ahead events have a social
    kit, whose images take a fifth of a second an event and language, 0 for none; `count_links` adds parameters to the
    ticket addresses in the tables of kits, by which a box office sees where its visitors come from.
    """

    site_name: str = "Affiche"
    site_url: str = "https://example.org/"
    repo_url: str = ""
    security_contact: str = ""
    desk_contact: str = ""
    feedback_form: str = ""
    languages: tuple[str, ...] = ("fr", "nl")
    time_zone: ZoneInfo = field(default_factory=lambda: ZoneInfo("Europe/Brussels"))
    identity_host: str = "example.org"
    hours_style: tuple[tuple[str, str], ...] = ()
    video_hosts: tuple[str, ...] = ("youtube", "vimeo")
    data_licence: str = "CC0 1.0"
    text_licence: str = "CC BY 4.0"
    image_avif: bool = False
    social_weeks: int = 0
    count_links: bool = False

    @property
    def root(self) -> str:
        """The path that every address of the site begins with: `/` or `/agenda/`."""
        return f"{urlsplit(self.site_url).path.rstrip('/')}/"

    def identify(self, key: str) -> str:
        """What guid and UID are made of, for good: `zinneke@affiche.example`."""
        return f"{key}@{self.identity_host}"

    def edit_address(self, path: str) -> str:
        """Where a file of the repository is edited on GitHub; empty without a repository."""
        return f"{self.repo_url.rstrip('/')}/edit/main/{quote(path)}" if self.repo_url else ""

    def absolute(self, path: str) -> str:
        """The full address of a path of the site, given without its first slash."""
        return f"{self.site_url.rstrip('/')}/{path}"
