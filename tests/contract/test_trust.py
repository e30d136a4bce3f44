"""The desk believes its own authority, by name, and nothing of the environment."""

from __future__ import annotations

import ssl
from datetime import UTC, datetime
from pathlib import Path

import pytest
import trustme

from tests.contract.lying_register import LyingRegister, http, lying, says
from tests.contract.test_lying_register import answer_with, request
from werkdesk.errors import Refused, Unavailable
from werkdesk.transport.register_client import RegisterClient
from werkdesk.transport.trust import check_url, client_context

GOOD = says(http("200 OK", answer_with()))


def served_by(ca: trustme.CA, name: str = "127.0.0.1", **wanted: object) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    ca.issue_cert(name, **wanted).configure_cert(context)  # type: ignore[arg-type]
    return context


def pem(ca: trustme.CA) -> str:
    return ca.cert_pem.bytes().decode()


def reason(register: LyingRegister, ca_pem: str) -> str:
    with (
        RegisterClient(register.url, ca_pem) as client,
        pytest.raises(Unavailable, match=r"register\.certificaat") as caught,
    ):
        client.sync(request())
    assert register.requests == []  # not one byte of ours was told
    return caught.value.code


@pytest.fixture(scope="module")
def ca() -> trustme.CA:
    return trustme.CA()


def test_the_register_of_our_authority_is_believed(ca: trustme.CA) -> None:
    with lying(GOOD, served_by(ca)) as register, RegisterClient(register.url, pem(ca)) as client:
        assert client.sync(request()).epoch == "e"


def test_another_authority_is_not(ca: trustme.CA) -> None:
    with lying(GOOD, served_by(trustme.CA())) as register:
        assert reason(register, pem(ca)) == "register.certificaat"


def test_another_name_is_not(ca: trustme.CA) -> None:
    with lying(GOOD, served_by(ca, "elders.test")) as register:
        assert reason(register, pem(ca)) == "register.certificaat_naam"


def test_an_expired_certificate_is_not(ca: trustme.CA) -> None:
    with lying(GOOD, served_by(ca, not_after=datetime(2020, 1, 1, tzinfo=UTC))) as register:
        assert reason(register, pem(ca)) == "register.certificaat_verlopen"


def test_a_certificate_of_tomorrow_is_not_so_that_a_wrong_clock_is_noticed(ca: trustme.CA) -> None:
    with lying(GOOD, served_by(ca, not_before=datetime(2120, 1, 1, tzinfo=UTC))) as register:
        assert reason(register, pem(ca)) == "register.certificaat_verlopen"


def test_old_tls_is_not(ca: trustme.CA) -> None:
    old = served_by(ca)
    with pytest.warns(DeprecationWarning, match="TLS"):
        old.minimum_version = old.maximum_version = ssl.TLSVersion.TLSv1_1
    with lying(GOOD, old) as register:
        assert reason(register, pem(ca)) == "register.certificaat_protocol"


def test_a_register_without_tls_where_tls_was_agreed_is_not(ca: trustme.CA) -> None:
    with lying(says(http("400 Bad", b"{}"))) as register:
        address = register.url.replace("http:", "https:")
        with RegisterClient(address, pem(ca)) as client, pytest.raises(Unavailable):
            client.sync(request())


def test_nothing_of_the_environment_counts(
    ca: trustme.CA, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    keys = tmp_path / "sessies"
    monkeypatch.setenv("SSLKEYLOGFILE", str(keys))
    monkeypatch.setenv("HTTPS_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:9")
    with lying(GOOD, served_by(ca)) as register, RegisterClient(register.url, pem(ca)) as client:
        client.sync(request())
    assert not keys.exists()


def test_text_that_is_no_certificate_is_refused() -> None:
    with pytest.raises(Refused, match=r"register\.ca"):
        client_context("geen certificaat")


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        ("https://register.test", "https://register.test"),
        ("https://register.test:8443/", "https://register.test:8443"),
        (" http://127.0.0.1:8000 ", "http://127.0.0.1:8000"),
        ("http://[::1]:8000", "http://[::1]:8000"),
        ("http://localhost", "http://localhost"),
    ],
)
def test_an_address_that_may_be_used(url: str, kept: str) -> None:
    assert check_url(url) == kept


@pytest.mark.parametrize(
    "url",
    ["", "register.test", "http://register.test", "ftp://127.0.0.1", "https://", "https://a:b@c.test",
     "https://a.test/pad", "https://a.test?x=1", "https://a.test:99999", "file:///etc", "http://127.1.evil.test"],
)  # fmt: skip
def test_an_address_that_may_not(url: str) -> None:
    with pytest.raises(Refused, match=r"register\.adres"):
        check_url(url)
