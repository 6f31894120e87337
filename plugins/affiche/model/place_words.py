"""Places as people write them on one line: a name, a street, a postal code with its town, a country."""

from __future__ import annotations

import re

from affiche.model.country import country_named

_PIECE = re.compile(r"\s*[,\n]\s*")
_POSTAL = re.compile(r"(?:[A-Z]{1,2}-)?([0-9]{4,5})\s+(\S.*)")


def guess_place(typed: str) -> dict[str, str]:
    """The fields of a place written as `name, street, 1080 municipality`; of what is not so written, its name alone.

    A country at the end is taken where it is not the one that a place without any is in.
    """
    name, *others = [piece for piece in _PIECE.split(typed.strip()) if piece] or [""]
    place = {"name": name} if name else {}
    for index, piece in enumerate(others):
        country = country_named(piece) if index == len(others) - 1 else ""
        if match := _POSTAL.fullmatch(piece):
            place |= {"postal_code": match[1], "municipality": match[2]}
        elif country and len(others) > 1:
            place |= {"country": country} if country != "BE" else {}
        else:
            place["street"] = f"{place['street']}, {piece}" if "street" in place else piece
    return place
