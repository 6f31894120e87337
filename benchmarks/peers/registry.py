"""The generators that are compared."""

from __future__ import annotations

from collections.abc import Mapping

from benchmarks.peers.affiche import AFFICHE
from benchmarks.peers.eleventy import ELEVENTY
from benchmarks.peers.hugo import HUGO
from benchmarks.peers.mkdocs import MKDOCS
from benchmarks.peers.peer import Peer
from benchmarks.peers.pelican import PELICAN

PEERS: Mapping[str, Peer] = {peer.name.lower(): peer for peer in (AFFICHE, HUGO, ELEVENTY, PELICAN, MKDOCS)}
