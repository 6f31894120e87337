"""The desk's catalogue: every text is asked for, written out in the code or put together from words of ours."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

from affiche.desk.agreement import Reason
from affiche.desk.comment import LINKS
from affiche.desk.importing.report import REFUSALS
from affiche.desk.issue.form import SPECIAL
from affiche.desk.lists import COLUMNS
from affiche.desk.outcome import LABELS
from affiche.desk.proposal import State
from affiche.desk.upkeep import TOLD
from affiche.importers.imported import SKIPS
from affiche.locales import DESK, load_words
from affiche.outputs.completeness import KEYS

PACKAGE = Path(__file__).parents[2] / "plugins" / "affiche"
#: Keys that are put together from words of ours.
BUILT = {f"tip.{collection}.{key}" for collection, keys in KEYS.items() for key in keys}
BUILT |= {f"list.mean.{collection}" for collection in KEYS}
BUILT |= {
    f"list.column.{column}" for column in ("file", *(column for columns in COLUMNS.values() for column in columns))
}
BUILT |= {f"upkeep.reason.{reason}" for reason in (*TOLD, "other")}
BUILT |= {f"comment.agree.{reason}" for reason in Reason}
BUILT |= {f"comment.verdict.{verdict}" for verdict in LABELS}
BUILT |= {f"comment.{key}" for key in (*LINKS, *(state for state in get_args(State) if state != "shown"))}
BUILT |= {f"import.{key}" for key in ("absent", "elsewhere", *(f"skipped.{reason}" for reason in SKIPS))}
BUILT |= {f"import.refused.{reason}" for reason in REFUSALS}
BUILT |= {f"issue.{path}{hint}" for path in SPECIAL for hint in ("", ".hint")}
BUILT |= {f"{form}.{part}" for form in ("issue", "issue.whole") for part in ("name", "about", "welcome")}


def test_every_text_of_the_desk_is_asked_for() -> None:
    code = "\n".join(path.read_text(encoding="utf-8") for path in sorted(PACKAGE.rglob("*.py")))
    named = {*re.findall(r"""["']([a-z-]+(?:[.][a-z-]+)+)["']""", code)}
    assert sorted({*load_words("fr", DESK)} - BUILT - named) == []


def test_every_text_that_is_put_together_is_there() -> None:
    assert BUILT - {*load_words("fr", DESK)} == set()
