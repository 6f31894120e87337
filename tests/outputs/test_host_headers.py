"""The headers of hosts: one policy for each page, whichever rules a path meets, and the same in both formats."""

from __future__ import annotations

import re

from affiche.model.settings import Settings
from affiche.outputs.host_headers import HEADERS, HTACCESS, header_rules
from tests import factories as make
from tests.pages import CSP, BuiltSite

Found = dict[str, list[str]]


def sent(rules: str, path: str) -> Found:
    """The headers that Netlify sends with a path: those of all rules that it meets."""
    found: Found = {}
    for block in rules.split("\n\n"):
        pattern, *lines = block.strip("\n").split("\n")
        is_met = path.startswith(pattern[:-1]) if pattern.endswith("*") else path == pattern
        for line in lines if is_met else ():
            name, _, value = line.strip().partition(": ")
            found.setdefault(name, []).append(value)
    return found


def sent_by_apache(rules: str, path: str) -> Found:
    """The headers of the expressions that a path meets."""
    found: Found = {}
    for name, value, pattern in re.findall(r'Header always set (\S+) "(.*?)" "expr=%{REQUEST_URI} =~ m#(.*)#"', rules):
        if re.search(pattern, path):
            found.setdefault(name, []).append(value)
    return found


def address(path: str) -> str:
    return f"/{path.removesuffix('index.html')}"


def test_every_page_has_the_policy_of_its_head_and_says_who_may_frame_it(small: BuiltSite) -> None:
    rules = small.files[HEADERS].decode()
    for path in small.html:
        policy = f"{CSP}; frame-ancestors {'*' if path.startswith('embed/') else chr(39) + 'self' + chr(39)}"
        found = sent(rules, address(path))
        assert found.get("Content-Security-Policy") == [policy], path
        assert all(len(values) == 1 for values in found.values()), path


def test_a_file_for_mails_has_the_policy_of_its_head_and_is_framed_by_the_site_alone(small: BuiltSite) -> None:
    rules = small.files[HEADERS].decode()
    for path in small.mails:
        policy = small.page(path).one("//meta[@http-equiv='Content-Security-Policy']/@content")
        assert "'unsafe-inline'" in policy
        assert sent(rules, f"/{path}")["Content-Security-Policy"] == [f"{policy}; frame-ancestors 'self'"], path


def test_anyone_may_read_data_and_the_component(small: BuiltSite) -> None:
    rules = small.files[HEADERS].decode()
    for path in ("/api/v1/events.json", "/fr/upcoming.json", "/nl/upcoming.json", "/assets/affiche-agenda.js"):
        assert sent(rules, path)["Access-Control-Allow-Origin"] == ["*"], path
    assert "Access-Control-Allow-Origin" not in sent(rules, "/fr/agenda/")


def test_only_what_is_named_by_its_bytes_is_kept_for_a_year(small: BuiltSite) -> None:
    rules = small.files[HEADERS].decode()
    lasting = [path for path in small.files if "Cache-Control" in sent(rules, f"/{path}")]
    assert lasting
    assert [path for path in lasting if not re.search(r"-[0-9a-f]{10}-", path)] == []


def test_apache_sends_the_same(small: BuiltSite) -> None:
    rules, apache = small.files[HEADERS].decode(), small.files[HTACCESS].decode()
    for path in small.files:
        assert sent_by_apache(apache, address(path)) == sent(rules, address(path)), path


def test_a_site_below_a_path_names_its_own() -> None:
    site = make.site(settings=Settings(site_url="https://example.org/a/b/", languages=("fr", "nl")))
    assert {rule.path[:5] for rule in header_rules(site)} == {"/a/b/"}
