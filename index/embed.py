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

from index.model_errors import ModelError
from index.static_embedding import StaticEmbedder, is_static
from ingest import messages

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
    pooling: str | None = None,
) -> Embedder:
    """The shipped model (`model` None), a sentence-transformers folder, or a model name.

    A prompt is put in front of every query or passage; None takes the model's own (the entries
    "query" and "passage" or "document" of its configuration), "" none. `max_length` is in the
    model's tokens. `pooling`: how the tokens' vectors become one, by the
    library's name ("mean", "cls", ...); None takes the model's own.

    Errors: `ModelError`.
    """
    if model is None:
        model = DEFAULT_MODEL
    folder = Path(model)
    if is_static(folder) and pooling in (None, "mean"):
        return StaticEmbedder(folder, query_prompt, passage_prompt, max_length)
    if not folder.exists() and _looks_like_path(model):
        raise ModelError(messages.MODEL_MISSING.format(folder=folder))
    if folder.is_dir() and not (folder / "modules.json").is_file() and not (folder / "config.json").is_file():
        raise ModelError(messages.MODEL_NOT_ONE.format(folder=folder))
    from index.sentence_embedding import SentenceEmbedder

    return SentenceEmbedder(str(model), query_prompt, passage_prompt, max_length, device, pooling)


def _looks_like_path(model: str | Path) -> bool:
    """A name on the model hub is "name" or "owner/name"; all else is meant as a path."""
    return isinstance(model, Path) or model.startswith((".", "/", "~")) or model.count("/") > 1 or "\\" in model
