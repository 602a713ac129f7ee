"""Cleaning: one encoding, safe repairs, page furniture out, broken sentences joined."""

from ingest.clean.reading import clean

__all__ = ["clean"]
