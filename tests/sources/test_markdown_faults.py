"""What a contributor is told of a body, with its line."""

from __future__ import annotations

import pytest
from hypothesis import given

from affiche.problems import Fault, Severity
from affiche.sources.markdown_faults import image_addresses, markdown_faults
from tests.examples import examples
from tests.hostile import Payload, payloads
from tests.sources.test_markdown import markdowns


def warning(code: str, line: int, column: int = 1, hint: str = "", **values: str) -> Fault:
    return Fault(code, severity=Severity.WARNING, values=values, hint=hint, line=line, column=column)


@pytest.mark.parametrize("payload", payloads("own-markdown"), ids=lambda payload: payload.id)
def test_faults_of_each_payload_say_whether_html_was_dropped(payload: Payload) -> None:
    codes = [fault.code for fault in markdown_faults(payload.text, 1)]
    assert ("html-not-shown" in codes) == ("html-not-shown" in payload.expect)


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("a\n\n*b* [c](https://example.org)", []),
        ("a\n\nb\nc <b>d</b>", [warning("html-not-shown", 13, count="2")]),
        ("```\n<b>\n```\n\n    <i>\n\n`<u>`\n\n<div>\n</div>", [warning("html-not-shown", 18, count="1")]),
        ("\\<b>\n\n<i>a</i>", [warning("html-not-shown", 12, count="2")]),
        ("a\n\n<!-- b -->", [warning("html-not-shown", 12, count="1")]),
        (
            "a\n[b](www.example.org)",
            [
                warning(
                    "link-refused", 11, hint="https://www.example.org", url="www.example.org", reason="scheme-missing"
                )
            ],
        ),
        ("é [b](data:x)", [warning("link-refused", 10, 3, url="[b](data:x)", reason="scheme")]),
        ("[b](#x)", [warning("link-refused", 10, url="#x", reason="scheme-missing")]),
        (
            "https://bit.ly/x",
            [warning("url-doubtful", 10, url="https://bit.ly/x", host="bit.ly", reason="shortener")],
        ),
        (
            "[b](https://example.org/?fbclid=x)",
            [warning("url-tracking", 10, hint="https://example.org/", url="https://example.org/?fbclid=x")],
        ),
        (
            "![b](https://example.org/b.jpg)",
            [warning("image-refused", 10, address="https://example.org/b.jpg", reason="remote")],
        ),
        ("![b](javascript:x)", [warning("image-refused", 10, address="![b](javascript:x)", reason="remote")]),
        ("![b](B.jpg)", [warning("image-refused", 10, address="B.jpg", reason="format")]),
        ("![b](b.jpg)", [warning("image-refused", 10, address="b.jpg", reason="missing")]),
        ("![b](a.jpg)", []),
        ("a\n\nb[^1]\n\n[^1]: c d", [warning("markdown-not-shown", 12, what="footnote")]),
        ("- a\n- [x] b\n- [ ] c", [warning("markdown-not-shown", 11, what="task")]),
        ("a\n\n> [!NOTE]\n> b", [warning("markdown-not-shown", 12, what="alert")]),
        ("`[ ]` [x] [!a]\n\n```\n- [ ] b\n```", []),
        ("a\n\nb&#x202e;c", [Fault("character-bidi", values={"characters": "U+202E"}, line=12)]),
        ("a&#8;b", [warning("character-removed", 10, characters="U+0008")]),
        (
            "a\n" + "b" * 4001,
            [Fault("text-too-long", values={"what": "line", "length": "4001", "limit": "4000"}, line=11)],
        ),
        (">" * 21, [Fault("body-too-deep", values={"limit": "20"}, line=10)]),
    ],
)
def test_faults_stand_at_their_line(text: str, faults: list[Fault]) -> None:
    assert list(markdown_faults(text, 10, {"a.jpg"})) == faults


def test_faults_ask_nothing_of_unknown_images() -> None:
    assert list(markdown_faults("![a](../../images/a.jpg)", 1)) == []


def test_image_addresses_are_as_written() -> None:
    text = "![a](a.jpg) ![](<b c.jpg>)\n\n![a][x] ![a](a.jpg) ![d](data:x)\n\n[x]: ../x.png"
    assert image_addresses(text) == ("a.jpg", "b c.jpg", "../x.png")


@examples(400)
@given(markdowns)
def test_faults_lie_within_the_text(text: str) -> None:
    last = text.count("\n") + 1
    assert all(1 <= fault.line <= last and fault.column >= 1 for fault in markdown_faults(text, 1))
