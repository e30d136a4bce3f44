"""What staff can do; no Qt, no SQL, no HTTP."""
