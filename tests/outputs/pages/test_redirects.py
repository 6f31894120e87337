"""Addresses that once were."""

from __future__ import annotations

from affiche.model.record import Record
from affiche.outputs.pages.redirects import redirect_artifacts
from tests import factories as make


def paths(*events: Record) -> set[str]:
    return {artifact.path.split("/")[-2] for artifact in redirect_artifacts(make.site(*events))}


def test_renamed_record_leads_to_a_page_or_a_notice() -> None:
    withdrawn = {"date": "2026-11-01", "reason": "Doublon"}
    assert paths(make.event("a", replaced_by="b"), make.event("b")) == {"a"}
    assert paths(make.event("a", replaced_by="b"), make.event("b", withdrawn=withdrawn)) == {"a", "b"}
    assert paths(make.event("b", redirect_from=["a"])) == {"a"}


def test_nothing_leads_to_a_page_that_is_not_there() -> None:
    a, b = make.event("a", replaced_by="b"), make.event("b", replaced_by="c")
    assert paths(a, make.event("b", draft="true")) == set()
    assert paths(a, make.event("b", publish_from="2026-12-24")) == set()
    assert paths(a, b, make.event("c", draft="true")) == set()
    assert paths(a, make.event("b", replaced_by="a")) == set()
    assert paths(make.event("b", redirect_from=["a"], replaced_by="c")) == set()
