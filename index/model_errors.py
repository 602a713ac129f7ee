"""What can go wrong with a model folder; `str(error)` is a Vietnamese sentence that says what to do."""

from __future__ import annotations


class ModelError(Exception):
    """The model cannot be loaded or does not give usable vectors."""
