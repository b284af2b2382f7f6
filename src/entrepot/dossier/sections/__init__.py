"""The sections of the dossier, one module each, in `page.py`'s order."""
