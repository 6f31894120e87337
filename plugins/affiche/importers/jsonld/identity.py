"""Which nodes of a source are one event, and what identifies it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from affiche.importers.imported import Imported
from affiche.importers.jsonld.graph import Node, bare
from affiche.importers.texts import LONGEST_LINE, one_line, web_address
from affiche.model.language import fold_name

#: What copies of one event say of their own date.
OF_A_DATE = ("offers", "eventStatus", "doorTime", "previousStartDate", "subEvent", "eventSchedule")
#: How long an id is at most.
LONGEST_ID = 300


def title_of(node: Node) -> str:
    """The title of an event in the first of its languages; empty without any."""
    return one_line(next(iter(node.texts("name").values()), "")[:LONGEST_LINE])


def distinct_events(nodes: Sequence[Node]) -> list[Node]:
    """Each event once: those that are a date of another are told with it, those of one id and start are one."""
    held = {child.id for node in nodes for child in node.nodes("subEvent") if child.id}
    found: dict[object, Node] = {}
    for node in nodes:
        if not node.id:
            found[id(node.data)] = node
        elif node.id not in held:
            key = node.id, node.word("name"), node.word("startDate")
            known = found.get(key)
            found[key] = Node({**node.data, **known.data}, known.scope) if known else node
    return _grouped([node for node in found.values() if node.data.keys() - {"@id", "@type"}])


def _grouped(nodes: Sequence[Node]) -> list[Node]:
    """Events of one identity and title made one, whose dates they are; in an order that is not the source's."""
    alike: dict[object, list[Node]] = defaultdict(list)
    for node in sorted(nodes, key=lambda each: (each.word("startDate"), repr(each.data)), reverse=True):
        identity = identity_of(node)
        alike[(identity, fold_name(title_of(node))) if identity else id(node.data)].append(node)
    return [_whole(copies) if len(copies) > 1 else copies[0] for copies in alike.values()]


def _whole(copies: Sequence[Node]) -> Node:
    first = copies[-1]
    shared = {name: value for name, value in first.data.items() if bare(name) not in OF_A_DATE}
    return Node({**shared, "subEvent": [copy.data for copy in copies]}, first.scope)


def identity_of(node: Node) -> str:
    """The id of a node, else its page; empty for one that neither can be."""
    stated = node.id if "://" in node.id or node.id.startswith("urn:") else ""
    known = " ".join((stated or web_address(node.word("url"))).split())
    return f"jsonld:{known}"[:LONGEST_ID] if known else ""


def with_identities(events: Sequence[Imported], page: str) -> tuple[Imported, ...]:
    """Events in order, the only one of a page known by that page; an id that several titles share is none of theirs."""
    titles: dict[str, set[str]] = defaultdict(set)
    for event in events:
        titles[event.external_id].add(fold_name(str(event.entry["title"])))
    found = [
        event if len(titles[event.external_id]) == 1 else replace(event, external_id="") for event in _unique(events)
    ]
    if page and len(found) == 1:
        (event,) = found
        entry = {"same_as": [page], **event.entry}
        found = [replace(event, entry=entry, external_id=event.external_id or f"jsonld:{page}"[:LONGEST_ID])]
    return tuple(sorted(found, key=_order))


def _unique(events: Sequence[Imported]) -> list[Imported]:
    found: list[Imported] = []
    for event in sorted(events, key=_order):
        if not found or event != found[-1]:
            found.append(event)
    return found


def _order(event: Imported) -> tuple[str, str, str, str]:
    entry = event.entry
    first = entry["dates"][0]["start"] if "dates" in entry else min(entry["period"].values())
    return str(first), str(entry["title"]), event.external_id, repr(event)
