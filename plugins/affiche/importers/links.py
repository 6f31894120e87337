"""Which addresses answer: each tried once, those of one host one after the other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor

from affiche.importers.fetch import Fetcher, Unfetched
from affiche.model.url import host_of

#: How many hosts are asked at the same time.
HOSTS = 16
#: Statuses (RFC 9110) that say that a page is gone; those from 500 on, that the server fails. Others are answers: many
#: pages refuse programs, and are there for people.
GONE = frozenset({404, 410, *range(500, 600)})
#: Reasons of `Unfetched` for which a host said nothing at all, and after how many of them in a row it is left alone:
#: a house with a thousand links costs a minute on a bad day, not a night.
SILENT, MOST_SILENT = frozenset({"host", "private", "unreachable", "time"}), 3


def try_links(urls: Iterable[str], fetcher: Fetcher) -> dict[str, str]:
    """Why each address does not answer: a status, a reason of `Unfetched`; empty where it does.

    Of a host that stays silent, the addresses that are left fail as the last one did.
    """
    hosts: dict[str, list[str]] = {}
    for url in urls:
        hosts.setdefault(host_of(url), []).append(url)

    with ThreadPoolExecutor(HOSTS) as pool:
        every = pool.map(lambda of_host: _try_host(of_host, fetcher), hosts.values())
        return {url: reason for tried in every for url, reason in tried.items()}


def _try_host(urls: Sequence[str], fetcher: Fetcher) -> Mapping[str, str]:
    tried: dict[str, str] = {}
    reason, silent = "", 0
    for url in urls:
        if silent < MOST_SILENT:
            reason = _try(url, fetcher)
            silent = silent + 1 if reason in SILENT else 0
        tried[url] = reason
    return tried


def _try(url: str, fetcher: Fetcher) -> str:
    try:
        status = fetcher.fetch(url, whole=False).status
    except Unfetched as error:
        return error.reason
    return str(status) if status in GONE else ""
