"""Whom this desk believes to be the register: one authority, nothing of the environment."""

from __future__ import annotations

import ssl
from ipaddress import ip_address
from urllib.parse import urlsplit

from werkdesk.errors import Refused


def client_context(ca_pem: str | None) -> ssl.SSLContext:
    """A context that trusts ``ca_pem`` alone, or the system's authorities when there is none.

    Made bare: ``ssl.create_default_context`` honours SSLKEYLOGFILE and would hand every session key to a file
    (security.md 2.4). Raises ``Refused('register.ca')`` when the text holds no certificate.
    """
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    if ca_pem is None:
        context.load_default_certs(ssl.Purpose.SERVER_AUTH)
        return context
    try:
        context.load_verify_locations(cadata=ca_pem)
    except (ssl.SSLError, ValueError):
        raise Refused("register.ca", field="ca") from None
    return context


def check_url(url: str) -> str:
    """The address of a register without its trailing slash. Raises ``Refused('register.adres')``.

    Plain HTTP is for one machine only, where no line can be listened to.
    """
    try:
        parts = urlsplit(url.strip())
        host, port = parts.hostname, parts.port
    except ValueError:
        raise Refused("register.adres", field="url") from None
    extra = parts.username or parts.password or parts.query or parts.fragment or parts.path.strip("/")
    if host is None or extra or port == 0:
        raise Refused("register.adres", field="url")
    if parts.scheme == "https" or (parts.scheme == "http" and _is_this_machine(host)):
        return f"{parts.scheme}://{parts.netloc}"
    raise Refused("register.adres", field="url")


def _is_this_machine(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
