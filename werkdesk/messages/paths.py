"""Endpoint names and headers; one list for both sides."""

from __future__ import annotations

HELLO = "/v1/hello"
ENROL = "/v1/enrol"
SIGN_IN = "/v1/sign-in"
SYNC = "/v1/sync"
LOOKS = "/v1/inzage"
BLOB = "/v1/blobs/{sha256}"
HEALTH = "/v1/health"
RULES_LIST = "/v1/rules/list"
RULES_SHOW = "/v1/rules/show"
RULES_PROPOSE = "/v1/rules/propose"
RULES_APPROVE = "/v1/rules/approve"
RULES_WITHDRAW = "/v1/rules/withdraw"

PROTOCOL_HEADER = "Werkdesk-Protocol"
AUTHORIZATION = "Authorization"  # "Bearer <desk token>"
JSON = "application/json"
ZSTD = "zstd"

OWN_RECORDS = ("bezoek", "klant", "melding", "intake", "brief", "overeenkomst")
REGISTER_RECORDS = ("medewerker", "balie", "botsing", "regelset")


def blob_path(sha256: str) -> str:
    """The path of one blob."""
    return BLOB.replace("{sha256}", sha256)
