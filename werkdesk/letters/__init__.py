"""Letter data into PDF bytes, the same bytes every time."""
