"""All of a case about one way for goods: hypotheses, the evidence side by side, and words that follow from rules."""

METHOD = ("channels", "1")
"""Name and version of the rules by which channels are made and assessed; a better one stands beside it."""
