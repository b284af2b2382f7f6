"""The case file: one embedded database that holds a case, and nothing outside it is needed to read it."""

from entrepot.store.casefile import CaseFile, create_case, open_case

__all__ = ["CaseFile", "create_case", "open_case"]
