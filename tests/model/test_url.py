"""The URL rule: what is accepted, why the rest is refused, and what is proposed instead."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from affiche.model.url import host_of, is_link, url_faults
from affiche.problems import Fault, Severity
from tests.hostile import Payload, payloads

GOOD = (
    "https://www.bozar.be",
    "http://example.org/",
    "https://example.org:8443/a/b?c=d&e=f#g",
    "https://fr.wikipedia.org/wiki/Été",
    "https://xn--80ak6aa92e.com/",
    "https://музей.рф/",
    "https://example.org./",
    "https://example.org/it's-fine(1)[2]{3}|^~",
)
REASONS = {
    "": "scheme-missing",
    "www.bozar.be": "scheme-missing",
    "ftp://example.org": "scheme",
    "Https://example.org": "scheme",
    "mailto:info@example.org": "scheme",
    "https:example.org": "slashes",
    "https://": "host",
    "https://example": "host",
    "https://my_site.example.org": "host",
    "https://a..b": "host",
    "https://127.0.0.1": "numeric-host",
    "https://１２７.0.0.1": "numeric-host",
    "https://[::1]/": "numeric-host",
    "https://shop.localhost": "local-host",
    "https://me@example.org": "user",
    "https://example.org:0": "port",
    "https://example.org:": "port",
    "https://example.org:65536": "port",
    "https://example.org/a b": "space",
    "https://example.org/\u00a0": "space",
    "https://example.org/\u200d": "character",
    "https://example.org/\ud800": "character",
    "https://example.org/`x`": "character",
    "https://example.org/" + "a" * 2048: "too-long",
    "info@example.org": "mail",
}
HINTS = {
    "www.bozar.be": "https://www.bozar.be",
    "//example.org/a": "https://example.org/a",
    "Https://Example.org/A": "https://Example.org/A",
    "http:/example.org": "http://example.org",
    " https://example.org\n": "https://example.org",
    "https://ex\u200bample.org": "https://example.org",
    "bozar.be:8080/a": "https://bozar.be:8080/a",
    "programme.pdf": "",
    "javascript:alert(1)": "",
    "https://a b/": "",
}


@pytest.mark.parametrize("payload", payloads("own-urls"), ids=lambda payload: payload.id)
def test_url_rule_treats_each_payload_as_expected(payload: Payload) -> None:
    faults = url_faults(payload.text)
    if payload.expect.startswith("error"):
        assert [(fault.code, fault.severity) for fault in faults] == [("url-format", Severity.ERROR)]
        assert not is_link(payload.text)
    else:
        warned = [fault.values["reason"] for fault in faults if fault.code == "url-doubtful"]
        expected = {"own-urls-0047": ["mixed-script"], "own-urls-0060": ["shortener"]}
        assert warned == expected.get(payload.id, [])


@pytest.mark.parametrize("url", GOOD)
def test_url_rule_accepts(url: str) -> None:
    assert url_faults(url) == ()


@pytest.mark.parametrize(("url", "reason"), REASONS.items())
def test_url_rule_names_the_reason(url: str, reason: str) -> None:
    assert [fault.values for fault in url_faults(url)] == [{"url": url, "reason": reason}]


@pytest.mark.parametrize(("url", "hint"), HINTS.items())
def test_url_rule_proposes_what_is_evident(url: str, hint: str) -> None:
    assert [fault.hint for fault in url_faults(url)] == [hint]
    assert not hint or url_faults(hint) == ()


@pytest.mark.parametrize("url", ["mailto:info@example.org", "tel:+32 2 511 11 11", "tel:112"])
def test_url_rule_accepts_mail_and_telephone_in_bodies_only(url: str) -> None:
    assert url_faults(url, in_body=True) == ()
    assert [fault.values["reason"] for fault in url_faults(url)] == ["space" if " " in url else "scheme"]


@pytest.mark.parametrize(
    "url", ["mailto:a@b.c?cc=d@e.f", "mailto:a@b", "mailto:@b.c", "mailto:a@b.c,d@e.f", "tel:", "tel:+32;x=y"]
)
def test_url_rule_refuses_other_mail_and_telephone(url: str) -> None:
    assert [fault.code for fault in url_faults(url, in_body=True)] == ["url-format"]


def test_url_rule_proposes_mailto_in_bodies_only() -> None:
    assert [fault.hint for fault in url_faults("info@example.org", in_body=True)] == ["mailto:info@example.org"]
    assert [fault.hint for fault in url_faults("info@example.org")] == [""]


@pytest.mark.parametrize(
    ("url", "hint"),
    [
        ("https://example.org/?utm_source=x&id=1&fbclid=y#part", "https://example.org/?id=1#part"),
        ("https://example.org/a?UTM_Campaign=x", "https://example.org/a"),
        ("https://example.org/a?gclid", "https://example.org/a"),
    ],
)
def test_url_rule_warns_of_trackers_and_proposes_the_address_without(url: str, hint: str) -> None:
    assert url_faults(url) == (Fault("url-tracking", severity=Severity.WARNING, values={"url": url}, hint=hint),)


@pytest.mark.parametrize(
    ("url", "host", "reason"),
    [
        ("https://www.bit.ly/x", "www.bit.ly", "shortener"),
        ("https://пример.com/", "xn--e1afmkfd.com", "mixed-script"),
        ("https://b\u03bfzar.be/", "xn--bzar-0nd.be", "mixed-script"),
    ],
)
def test_url_rule_warns_of_hosts_that_hide_something(url: str, host: str, reason: str) -> None:
    values = {"url": url, "host": host, "reason": reason}
    assert url_faults(url) == (Fault("url-doubtful", severity=Severity.WARNING, values=values),)


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://WWW.Bozar.be:443/fr", "www.bozar.be"),
        ("https://b\u00fccher.example/", "xn--bcher-kva.example"),
        ("https://good.example@evil.example/", ""),
        ("https://good.example:443@evil.example/", ""),
        ("mailto:info@example.org", ""),
    ],
)
def test_host_of_is_the_host_in_ascii_or_nothing(url: str, host: str) -> None:
    assert host_of(url) == host


PIECES = (
    "https://",
    "http:",
    "//",
    "/",
    "@",
    ":",
    "example.org",
    "xn--",
    "%40",
    "?utm_a=1",
    "#",
    "\\",
    "é",
    "\u202e",
    ".",
    "[",
)


@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=5), max_size=8).map("".join), st.booleans())
def test_accepted_url_is_what_it_seems(url: str, in_body: bool) -> None:  # noqa: FBT001
    faults = url_faults(url, in_body=in_body)
    if any(fault.severity is Severity.ERROR for fault in faults):
        assert len(faults) == 1
        return
    parts = urlsplit(url)
    assert parts.scheme in {"http", "https", "mailto", "tel"}
    if parts.scheme in {"http", "https"}:
        assert (parts.username, parts.password) == (None, None)
        assert "." in (parts.hostname or "")
        assert host_of(url).isascii()
