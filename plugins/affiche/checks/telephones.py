"""Numbers of mobile telephones, which are mostly one person's: as E.164 has them, and as Belgium dials them."""

from __future__ import annotations

import re
from collections.abc import Iterator

#: What may stand between two digits.
_GAP = "[ \u00a0\u202f./()-]{0,3}"
#: By the code of its country, what a mobile number is behind it.
_MOBILES = {
    "32": f"4{_GAP}[5-9](?:{_GAP}[0-9]){{7}}",
    "31": f"6(?:{_GAP}[0-9]){{8}}",
    "33": f"[67](?:{_GAP}[0-9]){{8}}",
    "34": f"[67](?:{_GAP}[0-9]){{8}}",
    "351": f"9(?:{_GAP}[0-9]){{8}}",
    "352": f"6(?:{_GAP}[0-9]){{8}}",
    "39": f"3(?:{_GAP}[0-9]){{8,9}}",
    "41": f"7(?:{_GAP}[0-9]){{8}}",
    "44": f"7[1-57-9](?:{_GAP}[0-9]){{8}}",
    "49": f"1[5-7](?:{_GAP}[0-9]){{8,9}}",
}
_FROM_ABROAD = "|".join(f"{_GAP.join(code)}{_GAP}(?:0{_GAP})?{mobile}" for code, mobile in _MOBILES.items())
#: Neither the end of a longer number, nor a part of an address or a name.
_BEGINS = "(?<![0-9A-Za-z/=_#-])(?<![0-9][ ./-])"
#: With the code of a country, also in the addresses that open a conversation; at home, the first digits together,
#: as the 4th of May at 20.00 would be a number too.
MOBILE = re.compile(
    f"(?:(?:[+]|%2B|{_BEGINS}00|wa[.]me/|phone=){_GAP}(?:{_FROM_ABROAD})"
    f"|{_BEGINS}04(?:[5-9](?:[0-9]{_GAP}){{6}}[0-9]|[ .-][5-9][0-9](?:[ .-][0-9]{{2}}){{3}}))(?![0-9])"
)
#: Every mobile number from home or behind `00` has one of these.
_PERHAPS = re.compile(f"0(?:4[ .-]?[5-9]|0{_GAP}[34])")
_NOT_DIGIT = re.compile("[^0-9]")


def may_have_mobiles(text: str) -> bool:
    """Whether it is worth to look for numbers: nearly no text is, and this is known in a tenth of the time."""
    has_mark = "+" in text or "%2B" in text or "wa.me/" in text or "phone=" in text
    return has_mark or _PERHAPS.search(text) is not None


def mobiles_in(text: str) -> Iterator[tuple[int, str]]:
    """The mobile numbers of a text, each with where it begins."""
    for found in MOBILE.finditer(text) if may_have_mobiles(text) else ():
        if not _is_enterprise(_NOT_DIGIT.sub("", found[0])):
            yield found.start(), found[0]


def _is_enterprise(digits: str) -> bool:
    """Whether ten digits are the number of a Belgian enterprise: the last two tell that of the others modulo 97."""
    return len(digits) == 10 and 97 - int(digits[:8]) % 97 == int(digits[8:])
