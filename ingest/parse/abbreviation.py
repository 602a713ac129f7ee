"""Abbreviations as a document defines them."""

from __future__ import annotations


def find_abbreviations(text: str) -> dict[str, str]:
    """`{"CCHC": "cải cách hành chính"}`."""
    return {}
