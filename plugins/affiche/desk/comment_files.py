"""The files of a proposal in a comment: what readers will see, what is missing, where it will appear."""

from __future__ import annotations

from collections.abc import Iterator

from affiche.desk.field_labels import field_label
from affiche.desk.markdown import code, fenced
from affiche.desk.proposal import Proposal, ProposedFile
from affiche.desk.pull_request import PullRequest
from affiche.desk.tip import tip_words
from affiche.locales import Words
from affiche.model.event import Event
from affiche.model.language import is_language, language_name
from affiche.model.vocabulary import EVENT_TYPES
from affiche.outputs.completeness import KEYS, Missing
from affiche.outputs.field_words import advice

#: Files that are shown whole; of more, only how many.
MOST_SHOWN = 10


def file_blocks(proposal: Proposal, pull: PullRequest, words: Words) -> Iterator[str]:
    """A heading, and for each file its card with what would make it better."""
    if not proposal.files:
        return
    yield f"### {words('comment.card')}"
    for file in proposal.files[:MOST_SHOWN]:
        yield from _file_blocks(file, pull, words)
    if len(proposal.files) > MOST_SHOWN:
        yield words.count("comment.more-files", len(proposal.files) - MOST_SHOWN)


def _file_blocks(file: ProposedFile, pull: PullRequest, words: Words) -> Iterator[str]:
    if file.state != "shown":
        yield words(f"comment.{file.state}", path=_linked(file, pull))
        return
    yield _linked(file, pull)
    yield fenced(file.card.get(words.language, ()))
    if names := file.lists.get(words.language, ()):
        yield words("comment.lists", names=", ".join(map(code, names)))
    elif file.collection == Event.collection:
        yield words("comment.lists.none")
    if file.untranslated:
        yield words("comment.untranslated", texts=", ".join(_untranslated(file, words)))
    if file.points is not None:
        yield from _score(file, file.points, words)


def _linked(file: ProposedFile, pull: PullRequest) -> str:
    address = pull.file_address(file.path)
    return f"[{code(file.path)}]({address})" if address else code(file.path)


def _untranslated(file: ProposedFile, words: Words) -> Iterator[str]:
    for text in file.untranslated:
        names = ", ".join(_language(code_, words) for code_ in text.languages)
        name = field_label(file.path, text.name, words.language) or code(text.name)
        yield words("comment.untranslated.text", name=name, languages=names)


def _language(language: str, words: Words) -> str:
    return language_name(language, words.language) if is_language(language) else code(language)


def _score(file: ProposedFile, points: int, words: Words) -> Iterator[str]:
    """How complete a file is, and the one thing that would help most."""
    score, tip = words("comment.score", points=points), file.tip
    if tip is None or tip.key not in KEYS.get(file.collection, ()):
        yield score
        return
    lacking = [each for each in tip.languages if is_language(each)]
    said = tip_words(file.collection, Missing(tip.key, tip.points), lacking, words.language)
    yield f"{score} {words('comment.tip', tip=said)}"
    if tip.advice in EVENT_TYPES:
        yield advice(tip.advice, words.language)
    if tip.paste:
        yield fenced(tip.paste.split("\n"), "yaml")
