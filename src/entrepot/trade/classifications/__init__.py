"""Codes of goods: which a user means, in which edition, and which of them a revision has touched."""
