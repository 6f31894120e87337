"""The generators that are compared."""

from __future__ import annotations

from collections.abc import Mapping

from benchmarks.peers.affiche import AFFICHE
from benchmarks.peers.hugo import HUGO
from benchmarks.peers.peer import Peer

PEERS: Mapping[str, Peer] = {peer.name.lower(): peer for peer in (AFFICHE, HUGO)}
