"""Text -> vectors, behind one interface: `load_embedder(...).encode_queries([...])`.

The shipped model is read by numpy alone (`index.static_embedding`); any other sentence-transformers
model, by folder or name, goes through that library, which imports torch: only then, and only here.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

import numpy as np
import numpy.typing as npt

Vectors = npt.NDArray[np.float32]

DEFAULT_MODEL = Path(__file__).parent / "models" / "cchc-tinh-v1"


class Embedder(Protocol):
    """What search and index building need of a model. Every row returned has length 1, or is all
    zero where the text holds nothing that the model knows."""

    @property
    def dimension(self) -> int:
        """Columns of every array returned."""
        ...

    @property
    def model_id(self) -> str:
        """Name and checksum of the weights, prompts included: vectors of two embedders are
        comparable exactly where their `model_id` is equal."""
        ...

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """`len(texts)` x `dimension`, float32."""
        ...

    def encode_passages(self, texts: Sequence[str], batch: int = 256) -> Vectors:
        """`len(texts)` x `dimension`, float32; `batch` texts at a time."""
        ...


def load_embedder(
    model: str | Path | None = None,
    query_prompt: str | None = None,
    passage_prompt: str | None = None,
    max_length: int | None = None,
    device: str = "cpu",
) -> Embedder:
    """The shipped model (`model` None), a sentence-transformers folder, or a model name.

    A prompt is put in front of every query or passage; None takes the model's own (the entries
    "query" and "passage" or "document" of its configuration), "" none. `max_length` is in the
    model's tokens.
    """
    raise NotImplementedError
