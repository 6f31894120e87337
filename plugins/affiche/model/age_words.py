"""Ages as people write them, in the form of the contract."""

from __future__ import annotations

import re

from affiche.model.language import fold_name

#: Words for the ages of everybody and of grown-ups, folded as names are.
WORDS = {
    **dict.fromkeys(("tout public", "tous publics", "pour tous", "tous ages", "alle leeftijden", "all ages"), "0-"),
    **dict.fromkeys(("voor iedereen",), "0-"),
    **dict.fromkeys(("adultes", "adulte", "volwassenen", "adults", "adults only"), "18-"),
}
_AGE = r"#\s*(?:ans?|jaar|jarigen|years?(?: old)?|j|y)?"
#: How ages are read in folded text, `#` standing for each number; the browser reads them by the same.
PATTERNS = {
    "between": rf"(?:de|entre|van|tussen|from)?\s*{_AGE}\s*(?:-|–|—|/|a|tot|tot en met|t/m|et|en|to)\s*{_AGE}",
    "until": rf"(?:jusqu['’]a|jusque|tot|tot en met|t/m|max\.?|until|up to|-)\s*{_AGE}",
    "from": rf"(?:des|a partir de|vanaf|from|\+)?\s*{_AGE}|{_AGE}\s*(?:\+|et plus|en ouder|and up|en meer)"
    r"|#\s*\+\s*(?:ans?|jaar|years?)",
}

_NUMBER = re.compile(r"[0-9]{1,2}")
_READ = {name: re.compile(pattern) for name, pattern in PATTERNS.items()}


def guess_ages(typed: str) -> str:
    """`6-12`, `6-` or `-12` for ages typed as `6 à 12 ans`, `vanaf 6 jaar`, `tot 12 jaar`; empty for anything else."""
    text = " ".join(fold_name(typed).split())
    if text in WORDS:
        return WORDS[text]
    ages, form = _NUMBER.findall(text), _NUMBER.sub("#", text)
    if _READ["between"].fullmatch(form):
        return "-".join(sorted(ages, key=int))
    if _READ["until"].fullmatch(form):
        return f"-{ages[0]}"
    return f"{ages[0]}-" if _READ["from"].fullmatch(form) else ""
