"""What a decision does to a pull request beside its comment: a status that merging waits for, and one label of ours."""

from __future__ import annotations

from collections.abc import Mapping

from affiche.desk.comment import Answer, verdict_key
from affiche.desk.found import PUBLISHED
from affiche.locales import DESK, load_words

#: The longest description of a status that GitHub takes.
LONGEST = 140
#: One of these labels is on an open pull request, so that maintainers see what waits for whom.
LABELS = {
    "unread": "to-check", "broken": "to-correct", "apart": "to-read", "awaited": "to-agree", "ready": "ready",
}  # fmt: skip


def render_outcome(answer: Answer) -> Mapping[str, str]:
    """Texts by file name: `state` and `description` of the status of the commit `head`, labels to `add`, `remove`."""
    agreement = answer.agreement
    return {
        "head": answer.pull.proposed.head,
        "state": "success" if agreement.is_given else "pending",
        "description": _description(answer),
        **label_changes(LABELS[verdict_key(answer)], answer.pull.proposed.labels),
    }


def label_changes(wanted: str, there: frozenset[str]) -> Mapping[str, str]:
    """The label to `add` and those of ours to `remove`, a line each."""
    others = sorted(({*LABELS.values(), PUBLISHED} & there) - {wanted})
    return {
        "add": "" if wanted in there else f"{wanted}\n",
        "remove": "".join(f"{label}\n" for label in others),
    }


def _description(answer: Answer) -> str:
    """Who is awaited, in a line: ids of organisations, or the desk."""
    words = load_words(answer.languages[0], DESK)
    if answer.agreement.is_given:
        return words("status.agreed")
    named = (each for awaited in answer.agreement.awaited for each in awaited.organisations or ("desk",))
    said = words("status.awaited", names=", ".join(dict.fromkeys(named)))
    return said if len(said) <= LONGEST else f"{said[: LONGEST - 1]}…"
