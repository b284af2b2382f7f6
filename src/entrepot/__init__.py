"""Entrepôt: case files in which every statement leads back to its evidence."""

__version__ = "0.1.0"
