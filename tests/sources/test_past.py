"""Old versions of files: whatever they hold, they end in a record or in nothing, in time."""

from __future__ import annotations

import time

from hypothesis import given
from hypothesis import strategies as st

from affiche.sources.past import PastVersion, draft_ended, public_versions, read_versions
from tests import factories as make
from tests.examples import examples
from tests.hostile import payloads
from tests.repositories import BRUSSELS, day, event_text

TEXT = event_text()
CANCELLED = event_text(status="cancelled").encode()
#: Pieces of files: their order is what hurried hands and attackers make of it.
PIECES = (*TEXT.splitlines(keepends=True), "status: cancelled\n", "draft: ", "true", "&a ", "*a", "[", "{", '"', "\x00")


def read(*files: bytes) -> list[PastVersion]:
    return list(read_versions(make.event(), [(day(number), data) for number, data in enumerate(files, start=1)]))


def test_every_hostile_version_is_read_in_time() -> None:
    for payload in payloads("own-yaml"):
        started = time.process_time()
        for text in (payload.text, f"---\n{payload.text}\n---\n", TEXT.replace("title: ", f"{payload.text}\ntitle: ")):
            versions = read(TEXT.encode(), text.encode("utf-8", "surrogatepass"), CANCELLED)
            assert [versions[0].moment, versions[-1].moment] == [day(1), day(3)]
        assert time.process_time() - started < 2, payload.id


@examples(200)
@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join).map(str.encode) | st.binary(max_size=200))
def test_any_version_leaves_those_around_it_as_they_are(data: bytes) -> None:
    versions = read(TEXT.encode(), data, CANCELLED)
    assert [versions[0].moment, versions[-1].moment] == [day(1), day(3)]
    assert list(public_versions(versions, BRUSSELS))[-1] == versions[-1]
    assert draft_ended(versions) is None


def test_version_that_says_the_same_is_none() -> None:
    texts = (TEXT, event_text(price="8", image={"src": "a.jpg"}), TEXT + "Un texte", event_text(draft="true"), TEXT)
    assert [version.moment for version in read(*map(str.encode, texts))] == [day(1), day(4), day(5)]
    assert read(*map(str.encode, texts[:3])) == []


def test_draft_that_is_not_over_has_no_end() -> None:
    draft = event_text(draft="true").encode()
    assert draft_ended(read(draft)) is None
    assert draft_ended(read(draft, b"draft", TEXT.encode())) == day(3)
    assert draft_ended([]) is None
    assert list(public_versions([], BRUSSELS)) == []
