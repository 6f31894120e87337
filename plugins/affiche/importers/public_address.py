"""Which addresses of the internet anyone may ask: no machine of this network, in none of the forms that hide one."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

#: Prefixes that hold an IPv4 address in their last or middle bytes (RFC 6052, 8215), which a gateway would ask.
_TRANSLATED = (IPv6Network("64:ff9b::/96"), IPv6Network("64:ff9b:1::/48"))


def is_public(address: str) -> bool:
    """Whether an IP address is a public host's: globally reachable (IANA's registries), unicast, and not embedded."""
    try:
        known = ip_address(address)
    except ValueError:
        return False
    if isinstance(known, IPv6Address):
        if known.ipv4_mapped:
            known = known.ipv4_mapped
        elif known.sixtofour or known.teredo or any(known in network for network in _TRANSLATED):
            return False
    return _is_open(known)


def _is_open(address: IPv4Address | IPv6Address) -> bool:
    return address.is_global and not (address.is_multicast or address.is_reserved or address.is_unspecified)
