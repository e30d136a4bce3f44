"""The cache key, wrapped once for each member of staff of this desk; in the manner of LUKS key slots."""
