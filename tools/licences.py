"""Licences as SPDX expressions: that of an installed library, and whether this program may be made with it.

Affiche is under the MIT licence and passes on no library: it is installed beside them. What may be used is what asks
for no more than to be named, or to publish changes of its own files (MPL), which we do not change.
"""

from __future__ import annotations

import re
from collections import deque
from importlib.metadata import PackageMetadata

COMPATIBLE = frozenset(
    {"0BSD", "Apache-2.0", "Apache-2.0 WITH LLVM-exception", "BlueOak-1.0.0", "BSD-2-Clause", "BSD-3-Clause"}
    | {"BSL-1.0", "CC0-1.0", "FTL", "IJG", "ISC", "libtiff", "MIT", "MIT-CMU", "MPL-2.0", "PSF-2.0", "Python-2.0"}
    | {"Unicode-3.0", "Unicode-DFS-2016", "Unlicense", "X11", "Zlib"}
    | {"OFL-1.1"}  # fonts only
    | {"CDLA-Permissive-2.0"}  # data only: certificates inside of a library
)
#: Only for what tests read with: nothing of it is in the site, nor in what makes it.
COMPATIBLE_FOR_TESTS = COMPATIBLE | {"LGPL-3.0-or-later"}

#: What classifiers and the free texts of older metadata mean.
_MEANT = {
    "Apache": "Apache-2.0",
    "Apache 2.0": "Apache-2.0",
    "Apache Software License": "Apache-2.0",
    "FreeBSD and LGPLv3+": "BSD-2-Clause OR LGPL-3.0-or-later",  # its readme: either of them
    "MIT License": "MIT",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "SIL OFL 1.1": "OFL-1.1",
}
#: Where metadata say nothing, or not which: as the licence file in the library has it.
READ = {
    "axe-playwright-python": "MIT",
    "colorama": "BSD-3-Clause",
    "jinja2": "BSD-3-Clause",
    "python-dateutil": "Apache-2.0 AND BSD-3-Clause",  # older parts under the one, newer under both
    "webencodings": "BSD-3-Clause",
}
_TOKEN = re.compile(r"[()]|[A-Za-z0-9.+-]+(?: WITH [A-Za-z0-9.-]+)?")


class LicenceUnknown(ValueError):
    """Metadata that name no licence: read the library's own file, and say so in `READ`."""


def licence_of(name: str, metadata: PackageMetadata) -> str:
    """The SPDX expression of a library by its metadata (PEP 639, or what was there before)."""
    for expression in metadata.get_all("License-Expression") or ():
        return str(expression)
    if name in READ:
        return READ[name]
    classifiers = (each for each in metadata.get_all("Classifier") or () if each.startswith("License :: "))
    for said in (*(metadata.get_all("License") or ()), *(each.rpartition(" :: ")[2] for each in classifiers)):
        meant: str = _MEANT.get(said, said)
        if {*_TOKEN.findall(meant)} & COMPATIBLE_FOR_TESTS:
            return meant
    raise LicenceUnknown(name)


def is_compatible(expression: str, allowed: frozenset[str] = COMPATIBLE) -> bool:
    """Whether an SPDX expression can be kept to: all of what `AND` joins, one of what `OR` joins."""
    tokens = deque(_TOKEN.findall(expression.replace("/", " OR ")))
    return _one_of(tokens, allowed) and not tokens


def _one_of(tokens: deque[str], allowed: frozenset[str]) -> bool:
    found = [_all_of(tokens, allowed)]
    while tokens and tokens[0] == "OR":
        tokens.popleft()
        found.append(_all_of(tokens, allowed))
    return any(found)


def _all_of(tokens: deque[str], allowed: frozenset[str]) -> bool:
    found = [_single(tokens, allowed)]
    while tokens and tokens[0] == "AND":
        tokens.popleft()
        found.append(_single(tokens, allowed))
    return all(found)


def _single(tokens: deque[str], allowed: frozenset[str]) -> bool:
    first = tokens.popleft() if tokens else ""
    if first != "(":
        return first in allowed
    found = _one_of(tokens, allowed)
    return bool(tokens) and tokens.popleft() == ")" and found
