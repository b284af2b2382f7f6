"""Facts with sources: tables with their cards, and what is looked up in them."""
