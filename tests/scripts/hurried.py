"""Fields as hurried people type them: dates, prices, addresses, ages and words in many forms, some of them wrong."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as some

#: Days on which clocks change, one before, and one that has no year yet.
DAYS = some.one_of(
    some.sampled_from([(2027, 3, 28), (2027, 10, 31), (2026, 10, 25), (2028, 2, 29), (2027, 12, 31)]),
    some.tuples(
        some.sampled_from([2026, 2027, 2026, 2027, 2028, 1899]),
        some.sampled_from([*range(1, 13), *range(1, 13), 0, 13]),
        some.integers(1, 31),
    ),
)
DAY_STYLES = some.sampled_from(
    [
        *(["{y}-{m:02}-{d:02}"] * 40),
        *(
            "{y}-{m}-{d}",
            "{y}/{m:02}/{d:02}",
            "{d}/{m}/{y}",
            "{d:02}.{m:02}.{y}",
            "{y}-{d:02}-{m:02}",
            "{y}-{m:02}",
            "{y}",
        ),
        *(
            "{d} octobre {y}",
            "sam. {d} oct. {y}",
            "{d}er août {y}",
            "{d} maart {y}",
            "{d} foo {y}",
            "{y}-autumn",
            "{y}-fall",
        ),
    ]
)
JOINTS = some.sampled_from([*([" "] * 30), "T", "  ", ", ", " à ", " om ", " at", ""])
HOUR_STYLES = some.sampled_from(
    [
        *(["{h:02}:{n:02}"] * 40),
        *(
            "{h}h{n:02}",
            "{h} h",
            "{h}u{n:02}",
            "{h}.{n:02}",
            "{h}:{n:02}:00",
            "{h} uur",
            "{h} PM",
            "{h}.{n:02} a.m.",
            "{h}",
        ),
        *("{h} heures", "{h:02}:{n:02} uur", "{h:02}:{n:02}:30"),
    ]
)
OFFSETS = some.sampled_from(
    [
        *([""] * 12),
        "-22:30",
        "–23h",
        " tot 1u",
        " à 25",
        "+01:00",
        "+02:00",
        "Z",
        "-0530",
        "-05:00",
        "-25:00",
        " +01:00",
        "+25:00",
    ]
)


@some.composite
def days(draw: some.DrawFn) -> str:
    """A day, a month or something like it."""
    year, month, day = draw(DAYS)
    return draw(DAY_STYLES).format(y=year, m=month, d=day)


@some.composite
def hours(draw: some.DrawFn) -> str:
    hour, minute = (
        draw(some.sampled_from([2, 2, 1, 5, 20, 23, 12, 24, 0, 19, 22])),
        draw(some.sampled_from([0, 30, 59, 15, 0, 30, 60])),
    )
    return draw(HOUR_STYLES).format(h=hour, n=minute)


@some.composite
def moments(draw: some.DrawFn) -> str:
    """A day with its hour, with an offset now and then; sometimes a day alone."""
    day = draw(days())
    return f"{day}{draw(JOINTS)}{draw(hours())}{draw(OFFSETS)}" if draw(some.integers(0, 4)) else day


AMOUNTS = some.one_of(
    some.sampled_from(
        ["8", "8.50", "8,50 €", "€ 8", "8,-", "EUR 8,5", "12 euros", "8/12", "gratuit", "Gratis", "0", "free"]
    ),
    some.sampled_from(["vanaf 8", "à partir de 8,50 €", "dès 10", "From 8", "àpd 5", "vanaf", "100000", "8.505"]),
    some.text("0123456789,.€- ", max_size=6),
)
PRICES = some.one_of(
    AMOUNTS,
    some.fixed_dictionaries({"from": AMOUNTS}),
    some.lists(
        some.fixed_dictionaries({"name": some.sampled_from(["Tarif", "x" * 301]), "price": AMOUNTS}), max_size=3
    ),
    some.fixed_dictionaries(
        {"pay_what_you_can": some.fixed_dictionaries({"minimum": AMOUNTS}, optional={"suggested": AMOUNTS})}
    ),
)
HOSTS = some.one_of(
    some.sampled_from(
        ["www.example.org", "example.org", "bit.ly", "www.tinyurl.com", "exämple.org", "EXAMPLE.org", "a_b.example"]
    ),
    some.sampled_from(
        ["localhost", "intra", "1.2.3.4", "0x7f.1", "[::1]", "user@example.org", "example.org:8080", "example.org:0"]
    ),
    some.sampled_from(
        [
            "пример.рф",
            "exаmple.org",
            "例え.jp",
            "-a.org",
            "a-.org",
            "ab--c.org",
            "xn--exmple-cua.org",
            "a..org",
            "é.be.",
        ]
    ),
    some.text("abé.-1_", min_size=1, max_size=8),
)
QUERIES = some.sampled_from(
    ["", "?a=1", "?utm_source=x", "?a=1&fbclid=2&b=3", "?gclid", "?", "#x", "?utm_source=x#y?z"]
)


@some.composite
def addresses(draw: some.DrawFn) -> str:
    """An address, or what people take for one."""
    scheme = draw(
        some.sampled_from(
            [*(["https://"] * 6), "http://", "HTTPS://", "https:/", "https:", "", "//", "ftp://", "mailto:"]
        )
    )
    path = draw(some.sampled_from(["", "/", "/a b", "/é", "/a<b", "/\u200bx", "/programme.pdf", ".pdf"]))
    return f"{scheme}{draw(HOSTS)}{path}{draw(QUERIES)}"


EMAILS = some.sampled_from(
    [
        "info@example.org",
        "ana.exemple@example.org",
        "zinneke@gmail.com",
        "zinnekes@gmail.com",
        "ana@gmail.com",
        "a_b@kiosque.be",
    ]
)
PHONES = some.sampled_from(["+32 470 12 34 56", "0032470123456", "02 123 45 67", "+33 6 12 34 56 78", "0470/12.34.56"])
CONTACTS = some.fixed_dictionaries({}, optional={"email": EMAILS, "phone": PHONES, "url": addresses()})
EDITIONS = some.sampled_from(
    [
        "https://example.org/2025/x",
        "https://example.org/fr/",
        "https://example.org/2025/03/x",
        "https://example.org/#",
        "https://example.org/2025-2026",
    ]
)
AGES = some.one_of(
    some.from_regex("[0-9]{0,3}-?[0-9]{0,3}", fullmatch=True), some.sampled_from(["6-12", "12-6", "12+", "-6"])
)
WORDS = some.sampled_from(
    [
        "concert",
        "Concert",
        "consert",
        "spectacle",
        "visite guidée",
        "guided tour",
        "guidedtour",
        "xyz",
        "danse",
        "films",
        "marché",
    ]
)
REFERENCES = some.sampled_from(
    ["zinneke", "zineke", "Zinneke", "la vallee", "La Vallée", "vallee", "xyzzy", "la-vallee"]
)
TITLE_PARTS = some.sampled_from(
    [
        *("Nuit", "ANNULÉ", "annulé", "(complet)", "[REPORTÉ au 12 mai]", "-", ":", "–", "uitverkocht", "!", "/"),
        *(
            "2026",
            "(2027)",
            "– Zinneke",
            "Zinneke :",
            "@ La Vallée",
            "5 décembre",
            "le 05/12/2026",
            "GRANDE NUIT",
            "FOLLE À ZINNEKE",
        ),
        *("Œuvres complètes", "en ligne", "« Annulé »", "(en ligne)", "SOLD OUT", "nouvelle date", "12 mai", "x" * 88),
    ]
)
TITLES = some.lists(TITLE_PARTS, min_size=1, max_size=4).map(" ".join)
PERFORMANCES = some.fixed_dictionaries(
    {"start": moments()},
    optional={
        "end": moments(),
        "doors": hours(),
        "id": some.sampled_from(["premiere", "run", "20270328", "A b", "x" * 41]),
        "status": some.sampled_from(["cancelled", "rescheduled", "annulé", "moved-online"]),
        "previous_start": some.lists(moments(), max_size=2),
        "note": some.sampled_from(["Première", {"fr": "Rencontre"}]),
        "venue": some.one_of(
            REFERENCES, some.just({"name": "Salle", "municipality": "Ixelle", "time_zone": "Europe/London"})
        ),
    },
)
WHENS: dict[str, some.SearchStrategy[Any]] = {
    "start": moments(),
    "end": moments(),
    "previous_start": some.lists(moments(), max_size=2),
    "dates": some.lists(PERFORMANCES, min_size=1, max_size=3),
    "period": some.fixed_dictionaries({}, optional={"start": days(), "end": days()}),
    "booking": some.fixed_dictionaries({}, optional={"opens": moments(), "closes": moments(), "url": addresses()}),
    "status": some.sampled_from(["scheduled", "cancelled", "rescheduled", "moved-online"]),
    "status_reason": some.sampled_from(["Grève", {"nl": "Staking"}]),
}
OTHERS: dict[str, some.SearchStrategy[Any]] = {
    "price": PRICES,
    "booking": CONTACTS,
    "same_as": some.lists(EDITIONS, min_size=1, max_size=2),
    "typical_age_range": AGES,
    "online_url": addresses(),
    "links": some.lists(some.fixed_dictionaries({"url": addresses()}), max_size=2),
    "disciplines": some.lists(WORDS, max_size=2),
    "venue": some.one_of(REFERENCES, some.just({"municipality": "Elsenne", "postal_code": "1050"})),
    "accessibility": some.dictionaries(
        some.sampled_from(["wheelchair", "weelchair", "pmr"]), some.sampled_from(["yes", "oui", "x"]), max_size=2
    ),
    "language": some.sampled_from(["fr", "nl", "FR", "français", "Dutch", "nl-BE", "xx"]),
    "international": some.fixed_dictionaries(
        {"countries": some.lists(some.sampled_from(["BE", "be", "Belgique", "Allemagne", "XX"]), min_size=1)}
    ),
}
NIGHT = {"title": some.just("Nuit"), "type": some.just("lecture"), "organisers": some.just(["zinneke"])}
BASE = {"title": TITLES, "type": WORDS, "organisers": some.lists(REFERENCES, max_size=2)}
WHEN_ENTRIES = some.fixed_dictionaries(NIGHT, optional=WHENS)
OTHER_ENTRIES = some.fixed_dictionaries(BASE, optional={"start": some.just("2026-12-05 20:00"), **OTHERS})
ENTRIES = some.one_of(WHEN_ENTRIES, OTHER_ENTRIES)
