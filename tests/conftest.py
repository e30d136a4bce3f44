"""Settings that hold for every test."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

# A machine that is busy with something else is no fault of a property.
settings.register_profile("werkdesk", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("werkdesk")
