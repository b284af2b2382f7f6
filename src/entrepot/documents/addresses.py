"""Which network addresses a report may be fetched from."""

import ipaddress
import socket
from collections.abc import Callable

Resolver = Callable[[str, int], list[str]]
"""Host and port to every address that the name stands for."""

_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")


def resolve_host(host: str, port: int) -> list[str]:
    """Every numeric address of `host`, in the resolver's order, none twice."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def is_public_address(address: str) -> bool:
    """True for an address of the public internet: not private, loopback, link-local, multicast or reserved.

    IPv6 forms that carry an IPv4 address (mapped, 6to4, Teredo, NAT64) are judged by what they carry, because they
    reach the same machine.
    """
    try:
        parsed = ipaddress.ip_address(address.split("%", 1)[0])
    except ValueError:
        return False
    return all(_is_public(one) for one in (parsed, *_carried(parsed)))


def _is_public(address: ipaddress.IPv4Address | ipaddress.IPv6Address) -> bool:
    refused = (
        address.is_private
        or address.is_loopback
        or address.is_link_local
        or address.is_multicast
        or address.is_reserved
        or address.is_unspecified
    )
    # The NAT64 prefix counts as reserved though it leads to the public internet; what it carries is judged instead.
    if address.version == 6 and address in _NAT64:
        return True
    return address.is_global and not refused


def _carried(address: ipaddress.IPv4Address | ipaddress.IPv6Address) -> list[ipaddress.IPv4Address]:
    if not isinstance(address, ipaddress.IPv6Address):
        return []
    carried = [address.ipv4_mapped, address.sixtofour, *(address.teredo or ())]
    if address in _NAT64:
        carried.append(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF))
    return [one for one in carried if one is not None]
