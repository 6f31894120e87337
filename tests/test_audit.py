"""What `make audit` counts as good, and the host that it measures on."""

from __future__ import annotations

import gzip
from collections.abc import Iterable
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from affiche.outputs.artifact import Artifact, file_artifact
from audit.host import hosted
from audit.kinds import one_of_each_kind
from audit.lighthouse import faults_of
from audit.outcome import at_least, at_most, nothing, table
from audit.run import main
from audit.weight import Sent, sizes_of

PAGE = b"<!doctype html><p>Agenda"


def test_an_outcome_knows_its_limit() -> None:
    assert [at_least("a", figure, 99).is_good for figure in (98, 99, 100)] == [False, True, True]
    assert [at_most("a", figure, 12, "KB").is_good for figure in (12, 12.1)] == [True, False]
    assert [nothing("a", found).is_good for found in ([], ["one"])] == [True, False]


def test_a_table_marks_what_fails() -> None:
    assert table([at_least("pages", 100, 99), nothing("links", ["/fr/ is dead", "/nl/ is dead"])]) == (
        "       pages  100  (>= 99)\nFAILS  links  2: /fr/ is dead  (0)"
    )


def test_a_first_view_is_weighed_by_type_and_without_its_images() -> None:
    view = [Sent("/", "document", 10), Sent("/a.js", "script", 3), Sent("/b.js", "script", 2), Sent("/i", "image", 9)]
    assert sizes_of(view) == {"document": 10, "script": 5, "image": 9, "all but images": 15}


def test_lighthouse_names_what_costs_points() -> None:
    report = {
        "categories": {"seo": {"auditRefs": [{"id": name, "weight": weight} for name, weight in (("a", 1), ("b", 0))]}},
        "audits": {name: {"id": name, "score": 0, "displayValue": "bad"} for name in "ab"},
    }
    assert faults_of(report, "seo") == ["[a bad]"]


def example(address: str) -> Iterable[Artifact]:
    places = [
        "",
        "fr/",
        "fr/agenda/",
        "fr/agenda/2026/10/",
        "fr/agenda/2026/11/",
        "fr/evenements/a/",
        "fr/evenements/b/",
    ]
    sitemap = "".join(f"<loc>{address}{place}</loc>" for place in places)
    yield from (file_artifact(f"{place}index.html", PAGE) for place in places)
    yield from (file_artifact(name, data) for name, data in (("404.html", PAGE), ("sitemap.xml", sitemap.encode())))


def test_the_host_sends_pages_compressed_with_the_headers_of_caches() -> None:
    with hosted(example) as address:
        with urlopen(f"{address}fr/agenda/?q=jazz") as answer:  # noqa: S310 - our own host
            assert gzip.decompress(answer.read()) == PAGE
            names = ("Content-Type", "Content-Encoding", "Cache-Control")
            assert [answer.headers[name] for name in names] == ["text/html; charset=utf-8", "gzip", "max-age=600"]
        with pytest.raises(HTTPError, match="404") as lost:
            urlopen(f"{address}fr/nowhere/")  # noqa: S310 - our own host
        lost.value.close()


def test_a_part_that_is_none_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["weight", "lightouse"]) == 2
    there = "weight, response, lighthouse, axe, hostile, faults, crowd"
    assert capsys.readouterr().err == f"no such part: lightouse; there are {there}\n"


def test_one_page_of_each_kind_is_measured() -> None:
    with hosted(example) as address:
        assert one_of_each_kind(address) == [
            *("", "404.html", "fr/", "fr/agenda/", "fr/agenda/2026/10/", "fr/evenements/a/"),
        ]
