"""A CA of the register's own and a certificate for its server, for demos and small offices.

Desks trust this CA alone. Its key stays in the profile; the server certificate is renewed at start when it
runs out within a month or when the machine got another name. Profile of RFC 5280, strict enough for 3.13.
"""

from __future__ import annotations

import socket
import ssl
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from werkdesk.errors import Refused
from werkdesk.register.profile import Profile, write_public, write_secret

_CA_DAYS = 3650
_SERVER_DAYS = 397
_RENEW_DAYS = 30


@dataclass(frozen=True, slots=True)
class ServerFiles:
    """What the server needs to speak TLS."""

    certificate: Path
    key: Path


def own_certificate(profile: Profile, host: str) -> ServerFiles:
    """The server's certificate for this machine, made or renewed where needed; ``ca.pem`` stands by."""
    profile.tls.mkdir(mode=0o700, exist_ok=True)
    files = ServerFiles(profile.tls / "server.pem", profile.tls / "server.key")
    ca_key_file = profile.tls / "ca.key"
    if not ca_key_file.exists() or not profile.ca.exists():
        _make_ca(profile, ca_key_file)
        files.certificate.unlink(missing_ok=True)
    names = _names(host)
    if not _is_good(files, names):
        _make_server(profile, ca_key_file, files, names)
    return files


def server_context(files: ServerFiles) -> ssl.SSLContext:
    """TLS 1.2 or later. Raises ``Refused('register.certificaat')`` for files that are not a pair."""
    # Bare: a default context would hand every session key to the file named by SSLKEYLOGFILE.
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    context.options |= ssl.OP_NO_RENEGOTIATION
    try:
        context.load_cert_chain(files.certificate, files.key)
    except (OSError, ssl.SSLError):
        raise Refused("register.certificaat") from None
    return context


def _names(host: str) -> list[str]:
    found = ["localhost", "127.0.0.1", "::1", socket.gethostname()]
    if host not in ("", "0.0.0.0", "::"):  # noqa: S104 - compared, not bound
        found.append(host)
    return list(dict.fromkeys(found))


def _general_name(name: str) -> x509.GeneralName:
    try:
        return x509.IPAddress(ip_address(name))
    except ValueError:
        return x509.DNSName(name)


def _make_ca(profile: Profile, key_file: Path) -> None:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name(
        [
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, "Werkdesk"),
            x509.NameAttribute(NameOID.COMMON_NAME, "Werkdesk register CA"),
        ]
    )
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=_CA_DAYS))
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(_usage(signs_certificates=True), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .sign(key, hashes.SHA256())
    )
    write_secret(key_file, _key_bytes(key))
    write_public(profile.ca, certificate.public_bytes(serialization.Encoding.PEM))


def _make_server(profile: Profile, ca_key_file: Path, files: ServerFiles, names: list[str]) -> None:
    ca_key = serialization.load_pem_private_key(ca_key_file.read_bytes(), None)
    ca = x509.load_pem_x509_certificate(profile.ca.read_bytes())
    if not isinstance(ca_key, ec.EllipticCurvePrivateKey):
        raise Refused("register.certificaat")
    key = ec.generate_private_key(ec.SECP256R1())
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Werkdesk register")]))
        .issuer_name(ca.subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=_SERVER_DAYS))
        .add_extension(x509.SubjectAlternativeName([_general_name(name) for name in names]), critical=False)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_usage(signs_certificates=False), critical=True)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .add_extension(
            x509.AuthorityKeyIdentifier.from_issuer_public_key(ca_key.public_key()), critical=False
        )
        .sign(ca_key, hashes.SHA256())
    )
    write_secret(files.key, _key_bytes(key))
    write_public(files.certificate, certificate.public_bytes(serialization.Encoding.PEM))


def _is_good(files: ServerFiles, names: list[str]) -> bool:
    if not files.certificate.exists() or not files.key.exists():
        return False
    certificate = x509.load_pem_x509_certificate(files.certificate.read_bytes())
    present = certificate.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    long_enough = certificate.not_valid_after_utc - datetime.now(UTC) > timedelta(days=_RENEW_DAYS)
    return long_enough and set(map(_general_name, names)) <= set(present)


def _usage(*, signs_certificates: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not signs_certificates,
        key_cert_sign=signs_certificates,
        crl_sign=signs_certificates,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        encipher_only=False,
        decipher_only=False,
    )


def _key_bytes(key: ec.EllipticCurvePrivateKey) -> bytes:
    return key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
