"""From a case to what a letter says: gathered here, set on paper in ``letters``. Pure, like all use cases."""
