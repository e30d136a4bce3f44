"""The register's own CA: strict enough for any client, kept while it is good, renewed when it is not."""

from __future__ import annotations

import socket
import ssl
import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509

from werkdesk.errors import Refused
from werkdesk.register import certificates
from werkdesk.register.certificates import ServerFiles, own_certificate, server_context
from werkdesk.register.profile import Profile


def handshake(context: ssl.SSLContext, client: ssl.SSLContext, name: str) -> str | None:
    """The protocol both agreed on; raises what the client raises."""
    ours, theirs = socket.socketpair()

    def answer() -> None:
        try:
            with context.wrap_socket(ours, server_side=True) as secure:
                secure.recv(1)
        except OSError:
            ours.close()

    thread = threading.Thread(target=answer)
    thread.start()
    try:
        with client.wrap_socket(theirs, server_hostname=name) as secure:
            version = secure.version()
            secure.send(b"x")
            return version
    finally:
        theirs.close()
        thread.join()


def client_of(profile: Profile) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.load_verify_locations(profile.ca)
    context.verify_flags |= ssl.VERIFY_X509_STRICT
    return context


@pytest.fixture
def profile(tmp_path: Path) -> Profile:
    return Profile(tmp_path / "register")


@pytest.mark.parametrize("name", ["localhost", "127.0.0.1", socket.gethostname()])
def test_a_strict_client_trusts_it_under_every_name_of_this_machine(profile: Profile, name: str) -> None:
    context = server_context(own_certificate(profile, "127.0.0.1"))
    assert handshake(context, client_of(profile), name) == "TLSv1.3"


def test_another_name_is_not_trusted(profile: Profile) -> None:
    context = server_context(own_certificate(profile, "127.0.0.1"))
    with pytest.raises(ssl.SSLCertVerificationError):
        handshake(context, client_of(profile), "elders.example")


def test_another_ca_is_not_trusted(profile: Profile, tmp_path: Path) -> None:
    other = Profile(tmp_path / "ander")
    own_certificate(other, "")
    with pytest.raises(ssl.SSLCertVerificationError):
        handshake(server_context(own_certificate(profile, "")), client_of(other), "localhost")


def test_an_old_protocol_is_refused(profile: Profile) -> None:
    context = server_context(own_certificate(profile, ""))
    assert context.minimum_version == ssl.TLSVersion.TLSv1_2


def test_it_is_kept_while_it_is_good_and_its_keys_are_for_the_owner_alone(profile: Profile) -> None:
    files = own_certificate(profile, "")
    before = files.certificate.read_bytes()
    assert own_certificate(profile, "").certificate.read_bytes() == before
    assert {path.stat().st_mode & 0o077 for path in (files.key, profile.tls / "ca.key")} == {0}


def test_it_is_renewed_in_time_and_for_a_new_name_under_the_same_ca(
    profile: Profile, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = own_certificate(profile, "").certificate.read_bytes()
    ca = profile.ca.read_bytes()
    named = own_certificate(profile, "register.intern").certificate.read_bytes()
    assert named != first
    monkeypatch.setattr(certificates, "_RENEW_DAYS", 398)
    assert own_certificate(profile, "register.intern").certificate.read_bytes() != named
    assert profile.ca.read_bytes() == ca


def test_it_is_valid_for_a_year_and_the_ca_for_ten(profile: Profile) -> None:
    files = own_certificate(profile, "")
    server = x509.load_pem_x509_certificate(files.certificate.read_bytes())
    ca = x509.load_pem_x509_certificate(profile.ca.read_bytes())
    now = datetime.now(UTC)
    assert timedelta(days=390) < server.not_valid_after_utc - now < timedelta(days=398)
    assert ca.not_valid_after_utc - now > timedelta(days=3_600)


def test_files_that_are_no_pair_are_refused(profile: Profile, tmp_path: Path) -> None:
    files = own_certificate(profile, "")
    (tmp_path / "x.key").write_bytes(b"geen sleutel")
    with pytest.raises(Refused, match=r"register\.certificaat"):
        server_context(ServerFiles(files.certificate, tmp_path / "x.key"))
