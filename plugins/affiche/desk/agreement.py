"""Who may change what: the agreements that a proposal needs, and those it still awaits.

One pure function of the records before and after, the paths that change, who proposes and who approved. Before is the
main branch as it stands at the decision, so that nobody appoints their own signatory.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from affiche.desk.named import answering, changers, is_maintained, names_image, predecessors
from affiche.model.organisation import Organisation
from affiche.model.record import Record

#: The label by which a maintainer of the repository agrees in the place of organisations, for all to see.
ON_BEHALF = "agreed on behalf"
APPROVED, DECIDING = "APPROVED", frozenset({"APPROVED", "CHANGES_REQUESTED", "DISMISSED"})


class Reason(StrEnum):
    """Why somebody is to agree."""

    CHANGED = "changed"
    NAMED = "named"
    NEW = "new"
    REMOVED = "removed"
    ALIKE = "alike"
    UNNAMED = "unnamed"
    UNREADABLE = "unreadable"
    APART = "apart"
    UNLISTED = "unlisted"


@dataclass(frozen=True, slots=True)
class Change:
    """A path that a proposal adds, changes or removes; a rename has the path that was, too."""

    path: str
    previous: str = ""
    is_added: bool = False
    is_removed: bool = False

    @property
    def is_new(self) -> bool:
        """Whether nothing was at its path before."""
        return self.is_added or bool(self.previous)


@dataclass(frozen=True, slots=True)
class Review:
    """What an account said of a commit; `state` as GitHub has it: only some states decide, a comment does not."""

    login: str
    state: str
    commit: str


@dataclass(frozen=True, slots=True)
class Proposed:
    """A pull request as GitHub itself tells it: never as the pull request does.

    `reviews` are in their order, `desk` are the accounts that may write to the repository, `is_whole` says whether
    every file was listed.
    """

    head: str
    author: str
    changes: tuple[Change, ...]
    reviews: tuple[Review, ...] = ()
    desk: frozenset[str] = frozenset()
    labels: frozenset[str] = frozenset()
    is_whole: bool = True

    @property
    def approvals(self) -> frozenset[str]:
        """Who agrees, in small letters: the author, and whose latest decision approves the present commit."""
        latest = {review.login.lower(): review for review in self.reviews if review.state in DECIDING}
        agreed = {who for who, each in latest.items() if each.state == APPROVED and each.commit == self.head}
        return frozenset(agreed | {self.author.lower()})


@dataclass(frozen=True, slots=True, order=True)
class Awaited:
    """One agreement: any of the accounts gives it; `organisations` are those in whose name, none for the desk."""

    reason: Reason
    organisations: tuple[str, ...] = ()
    accounts: tuple[str, ...] = ()
    paths: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Agreement:
    """All that a proposal needs, and of that what is still awaited; `is_on_behalf` for what a maintainer lifted."""

    needed: tuple[Awaited, ...] = ()
    awaited: tuple[Awaited, ...] = ()
    is_on_behalf: bool = False

    @property
    def is_given(self) -> bool:
        """Whether nobody is waited for."""
        return not self.awaited


def agreement(
    base: Sequence[Record], head: Sequence[Record], proposed: Proposed, alike: frozenset[str] = frozenset()
) -> Agreement:
    """The agreements that a proposal needs; `alike` are paths of what looks like something else that is there."""
    needs = [*_House(base, head).needs(proposed), *_doubtful(proposed, alike)]
    needed = tuple(sorted(_grouped(needs, _accounts(base))))
    approvals = proposed.approvals
    is_desk = any(login.lower() in approvals for login in proposed.desk)
    on_behalf = is_desk and ON_BEHALF in proposed.labels
    awaited = [each for each in needed if not _is_given(each, approvals, is_desk=is_desk)]
    left = () if on_behalf else tuple(awaited)
    return Agreement(needed, left, on_behalf and bool(awaited))


def _is_given(need: Awaited, approvals: frozenset[str], *, is_desk: bool) -> bool:
    """Whether one who may agree did; nobody but the desk can where no account is known."""
    if not need.accounts:
        return is_desk
    return not approvals.isdisjoint(account.lower() for account in need.accounts)


#: What is to be agreed: why, in whose name, on which path.
_Need = tuple[Reason, tuple[str, ...], str]


def _doubtful(proposed: Proposed, alike: frozenset[str]) -> Iterator[_Need]:
    if not proposed.is_whole:
        yield Reason.UNLISTED, (), ""
    for change in proposed.changes:
        if change.path in alike:
            yield Reason.ALIKE, (), change.path


def _accounts(base: Sequence[Record]) -> Mapping[str, tuple[str, ...]]:
    """The accounts of each organisation, as they were before."""
    return {record.id: record.maintainers for record in base if isinstance(record, Organisation)}


def _grouped(needs: Sequence[_Need], accounts: Mapping[str, tuple[str, ...]]) -> Iterator[Awaited]:
    """The same agreement for several paths, once."""
    grouped: dict[tuple[Reason, tuple[str, ...]], dict[str, None]] = {}
    for reason, organisations, path in needs:
        grouped.setdefault((reason, organisations), {})[path] = None
    for (reason, organisations), paths in grouped.items():
        known = dict.fromkeys(account for each in organisations for account in accounts.get(each, ()))
        yield Awaited(reason, organisations, tuple(known), tuple(sorted(paths)))


class _House:
    """The records before and after, by path and by what they name."""

    def __init__(self, base: Sequence[Record], head: Sequence[Record]) -> None:
        self.base, self.head = base, head
        self.before = {record.origin.path: record for record in base}
        self.after = {record.origin.path: record for record in head}
        self.heirs = {key for record in head for key in predecessors(record)}

    def needs(self, proposed: Proposed) -> Iterator[_Need]:
        """What both sides of every change need."""
        for change in proposed.changes:
            yield from self._path(change.path, is_new=change.is_new, is_gone=change.is_removed)
            if change.previous:
                yield from self._path(change.previous, is_new=False, is_gone=True)

    def _path(self, path: str, *, is_new: bool, is_gone: bool) -> Iterator[_Need]:
        if is_maintained(path):
            yield Reason.APART, (), path
        elif not path.endswith(".md"):
            yield from self._image(path)
        else:
            if not is_new or path in self.before:
                yield from self._before(path, is_gone=is_gone)
            if not is_gone:
                yield from self._after(path)

    def _before(self, path: str, *, is_gone: bool) -> Iterator[_Need]:
        """A file that was there: one of those it names; the desk too where it goes and nothing answers in its place."""
        record = self.before.get(path)
        if record is None:
            yield Reason.UNREADABLE, (), path
            return
        yield _changed(record)
        if is_gone and (record.collection, record.id) not in self.heirs:
            yield Reason.REMOVED, (), path

    def _after(self, path: str) -> Iterator[_Need]:
        """A file that is there: those whom it takes an address from, and each organisation that it names anew."""
        record = self.after.get(path)
        if record is None:
            yield Reason.UNREADABLE, (), path
            return
        known = [each for each in self.base if (each.collection, each.id) in predecessors(record)]
        yield from (_changed(each) for each in known if each.origin.path != path)
        named = answering(record)
        for organisation in sorted(named - frozenset().union(*map(answering, known))):
            yield Reason.NAMED, (organisation,), path
        if not known and isinstance(record, Organisation):
            yield Reason.NEW, (), path
        elif not known and not named:
            yield Reason.UNNAMED, (), path

    def _image(self, path: str) -> Iterator[_Need]:
        """An image: those whose files had it, or get it by its mere name; a new one goes with its new file."""
        shown = {record.origin.path for record in self.head if names_image(record, path)}
        users = [each for each in self.base if names_image(each, path) or each.origin.path in shown]
        yield from ((*_changed(user)[:2], path) for user in users)
        if not users and not shown:
            yield Reason.UNNAMED, (), path


def _changed(record: Record) -> _Need:
    organisations = tuple(sorted(changers(record)))
    return (Reason.CHANGED if organisations else Reason.UNNAMED), organisations, record.origin.path
