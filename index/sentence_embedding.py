"""Any sentence-transformers model behind the `Embedder` interface. Importing this module is cheap;
making a `SentenceEmbedder` imports torch."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from index.model_errors import ModelError
from index.static_embedding import choose_prompts, model_id
from ingest import messages


class SentenceEmbedder:
    """Vectors of a sentence-transformers model, by folder or by name (downloaded where not cached)."""

    def __init__(
        self,
        model: str,
        query_prompt: str | None = None,
        passage_prompt: str | None = None,
        max_length: int | None = None,
        device: str = "cpu",
        pooling: str | None = None,
    ) -> None:
        """Errors: `ModelError` where the library is absent, the model cannot be loaded, or has nothing to pool.

        Code that a model folder brings along is never run.
        """
        try:
            from sentence_transformers import SentenceTransformer
        except ImportError as error:
            raise ModelError(messages.MODEL_LIBRARY_MISSING.format(detail=error)) from error
        try:
            loaded = SentenceTransformer(model, device=device)
        except Exception as error:  # the library raises whatever the layers under it raise
            first_line = str(error).strip().split("\n")[0][:300]
            raise ModelError(messages.MODEL_UNUSABLE.format(model=model, detail=first_line)) from error
        if max_length is not None:
            loaded.max_seq_length = max_length
        if pooling is not None:
            _pool(loaded, model, pooling)
        prompts = choose_prompts(loaded.prompts)
        self._model: Any = loaded
        self._query_prompt = prompts[0] if query_prompt is None else query_prompt
        self._passage_prompt = prompts[1] if passage_prompt is None else passage_prompt
        self.dimension = int(loaded.get_embedding_dimension() or 0)
        checksum = _checksum(loaded) + (f"-{pooling}" if pooling else "")
        self.model_id = model_id(Path(model).name, checksum, self._query_prompt, self._passage_prompt, max_length)

    def encode_queries(self, texts: Sequence[str]) -> npt.NDArray[np.float32]:
        """See `index.embed.Embedder`."""
        return self._encode(texts, self._query_prompt, 64)

    def encode_passages(self, texts: Sequence[str], batch: int = 256) -> npt.NDArray[np.float32]:
        """See `index.embed.Embedder`."""
        return self._encode(texts, self._passage_prompt, batch)

    def _encode(self, texts: Sequence[str], prompt: str, batch: int) -> npt.NDArray[np.float32]:
        if not texts:
            return np.zeros((0, self.dimension), dtype=np.float32)
        vectors = self._model.encode(
            list(texts),
            prompt=prompt,
            batch_size=batch,
            normalize_embeddings=True,
            convert_to_numpy=True,
            show_progress_bar=False,
        )
        return np.ascontiguousarray(vectors, dtype=np.float32)


def _pool(loaded: Any, model: str, pooling: str) -> None:
    """Put the pooling asked for in the place of the model's own; a folder of bare weights gets the mean otherwise."""
    from sentence_transformers.sentence_transformer.modules import Pooling

    for name, module in loaded.named_children():
        if isinstance(module, Pooling):
            setattr(loaded, name, Pooling(module.embedding_dimension, pooling))
            return
    raise ModelError(messages.MODEL_NOTHING_TO_POOL.format(model=model))


def _checksum(model: Any) -> str:
    """Of the names, shapes and bytes of all weights, whatever files they came from."""
    digest = hashlib.sha256()
    for name, tensor in sorted(model.state_dict().items()):
        array = tensor.detach().cpu().contiguous()
        digest.update(f"{name}{tuple(array.shape)}{array.dtype}".encode())
        digest.update(array.flatten().view(dtype=_bytes()).numpy())
    return digest.hexdigest()[:12]


def _bytes() -> Any:
    import torch

    return torch.uint8
