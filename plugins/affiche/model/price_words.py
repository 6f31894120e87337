"""Prices as people write them, in the forms of the contract."""

from __future__ import annotations

import re
from collections.abc import Sequence

from affiche.model.language import fold_name
from affiche.problems import Value

#: What says that nothing is to be paid, and that everybody chooses: folded as names are.
FREE_WORDS = (
    *("gratuit", "gratuite", "gratis", "free", "entree libre", "entree gratuite", "acces libre", "acces gratuit"),
    *("libre", "vrij", "vrije toegang", "gratis toegang", "toegang gratis", "toegang vrij", "free entrance"),
    *("free of charge", "free entry", "free admission"),
)
CHOSEN_WORDS = (
    *("prix libre", "participation libre", "contribution libre", "libre participation", "au chapeau", "chapeau"),
    *("prix conscient", "vrije bijdrage", "vrije gift", "vrije prijs", "pay what you can", "pay what you want"),
    *("donation", "donatie", "don libre"),
)
#: How prices are read, each pattern in folded text; the browser reads them by the same.
PATTERNS = {
    "nothing": r"€?\s*0(?:[.,]0{1,2})?\s*(?:€|euros?|eur)?",
    "lowest": r"(?:a partir de|a partir d'|vanaf|des|from|apd|v\.?a\.?)\s*(?=[€0-9])",
    "number": r"(?<![0-9.,])[0-9]{1,5}(?:[.,][0-9]{1,2})?(?![0-9]|[.,][0-9])",
    # what may stand around several prices: the currency, brackets, the names of full and reduced prices
    "around": r"€|euros?|eur|,-|plein|tarif|reduit|reduction|prix|normal|volle?|prijs|tarief|korting|reductie"
    r"|verminderd|full|reduced|[():=;]",
    "between": r"(?:entre|tussen|between|de|van|from)\s+",
    "range": r"\s*(?:-|–|—|a|tot|to|et|en)\s*",
    "each": r"[\s/|,+]|\bou\b|\bof\b|\bor\b|\bet\b|\ben\b|\band\b",
}
#: What the two prices of most events are called.
FULL: Value = {"fr": "Plein tarif", "nl": "Volle prijs"}
REDUCED: Value = {"fr": "Tarif réduit", "nl": "Verminderd tarif"}

_READ = {name: re.compile(pattern) for name, pattern in PATTERNS.items()}


def guess_price(typed: str) -> Value:
    """The price that a text means: `free`, one amount, the lowest one, two tariffs, a free choice; empty for others."""
    text = " ".join(fold_name(typed).split()).rstrip(" !.")
    if text in FREE_WORDS or _READ["nothing"].fullmatch(text):
        return "free"
    if text in CHOSEN_WORDS:
        return {"pay_what_you_can": {}}
    if amount := guess_amount(typed):
        return amount
    if (lowest := _READ["lowest"].match(text)) and (amount := guess_amount(text[lowest.end() :])):
        return {"from": amount}
    amounts, rest = _READ["number"].findall(text), _READ["around"].sub("", _READ["number"].sub("#", text))
    if _READ["range"].sub("-", _READ["between"].sub("", rest).strip()) == "#-#":
        return {"from": min(map(guess_amount, amounts), key=float)}
    return several(amounts) if len(amounts) > 1 and not _READ["each"].sub("", rest).strip("#") else ""


def several(typed: Sequence[str]) -> Value:
    """Several prices without names: two are the full and the reduced one, of more the lowest is known."""
    found = {guess_amount(each) for each in typed}
    amounts = sorted(found, key=float) if all(found) else []
    if len(amounts) == 2:
        return [{"name": FULL, "price": amounts[1]}, {"name": REDUCED, "price": amounts[0]}]
    return {"from": amounts[0]} if len(amounts) > 1 else "".join(amounts)


def guess_amount(value: str) -> str:
    """The decimal euros of a price typed as `8,50 €` or `€ 8`; empty when it is not one price."""
    match = re.fullmatch(
        r"(?:€|EUR)?\s*([0-9]{1,5})(?:[.,]([0-9]{1,2})-?)?(?:,-)?\s*(?:€|EUR|euros?)?", value, re.IGNORECASE
    )
    if not match:
        return ""
    return f"{match[1]}.{match[2]:0<2}" if match[2] else match[1]
