"""Customs records to flows, and flows to findings: what is in the data, and what else could explain it."""
