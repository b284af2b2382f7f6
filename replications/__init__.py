"""Published results recomputed from public data."""
