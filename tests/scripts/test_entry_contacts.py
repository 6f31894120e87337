"""The form finds the same mailboxes and numbers of persons as the check does, in the same texts."""

from __future__ import annotations

from pathlib import Path

from tests.checks.test_contacts import LOOK_ALIKES, MAILBOXES, MOBILES
from tests.scopes import event, organisation
from tests.scripts.entries import Folder

TEXTS = (*MOBILES, *LOOK_ALIKES, *(mailbox for mailbox, _ in MAILBOXES))


def test_the_form_takes_the_same_for_a_persons(tmp_path: Path) -> None:
    body = "\n".join(f"Infos {text}.\n" for text in TEXTS)
    files = {"events/nuit.md": event("start: 2026-12-05 20:00", "language: fr") + body}
    for path, text in (files | {"organisations/zinneke.md": organisation(name="Zinneke La Vallée")}).items():
        (tmp_path / "content" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "content" / path).write_text(text, encoding="utf-8")
    folder = Folder.of(tmp_path / "content")
    entry = folder.entries()[0]
    expected = [each.values for each in entry.problems if each.code == "contact-personal"]
    (found,) = folder.checked([entry])
    told = [each["values"] for each in found if each["code"] == "contact-personal"]
    assert sorted(map(str, told)) == sorted(map(str, expected))
    assert len(expected) == len(MOBILES) + sum(is_persons for _, is_persons in MAILBOXES)
