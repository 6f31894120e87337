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


def try_links(urls: Iterable[str], fetcher: Fetcher) -> dict[str, str]:
    """Why each address does not answer: a status, a reason of `Unfetched`; empty where it does."""
    hosts: dict[str, list[str]] = {}
    for url in urls:
        hosts.setdefault(host_of(url), []).append(url)

    def try_host(of_host: Sequence[str]) -> Mapping[str, str]:
        return {url: _try(url, fetcher) for url in of_host}

    with ThreadPoolExecutor(HOSTS) as pool:
        return {url: reason for tried in pool.map(try_host, hosts.values()) for url, reason in tried.items()}


def _try(url: str, fetcher: Fetcher) -> str:
    try:
        status = fetcher.fetch(url, whole=False).status
    except Unfetched as error:
        return error.reason
    return str(status) if status in GONE else ""
