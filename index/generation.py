"""File sets of the derived indexes: written aside, swapped, checked, the last good one kept."""

from __future__ import annotations


class IndexUnusableError(Exception):
    """No generation can be read; the text is a Vietnamese sentence that says which command to run."""
