"""The one collection of tables; the models that the migrations must end up equal to."""

from __future__ import annotations

from sqlalchemy import MetaData

metadata = MetaData()
