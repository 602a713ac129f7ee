"""The shipped model by numpy alone: a text's vector is the sum of its word pieces' vectors.

The folder is a sentence-transformers model (WordEmbeddings, Pooling mean, Normalize) whose table
holds int8 with one scale for the whole table; a common factor does not change directions, so sums
of whole numbers, scaled to length 1, are exactly what that library computes.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from index.model_errors import ModelError
from index.word_pieces import FILE_NAME as PIECES_FILE
from index.word_pieces import WordPieces
from ingest import messages

WEIGHTS_FILE = "model.safetensors"
WEIGHTS_KEY = "emb_layer.weight"
CONFIG_FILE = "config_sentence_transformers.json"
MODULES_FILE = "modules.json"
MODULES = ("WordEmbeddings", "Pooling", "Normalize")


def is_static(folder: Path) -> bool:
    """True where `folder` holds a model of this kind; false also where it holds no model at all."""
    try:
        modules = json.loads((folder / MODULES_FILE).read_text(encoding="utf-8"))
        types = tuple(str(module["type"]).rsplit(".", 1)[-1] for module in modules)
        pooling = json.loads((folder / str(modules[1]["path"]) / "config.json").read_text(encoding="utf-8"))
    except (OSError, ValueError, KeyError, IndexError, TypeError):
        return False
    return types == MODULES and pooling.get("pooling_mode") == "mean" and (folder / PIECES_FILE).is_file()


class StaticEmbedder:
    """Vectors of the shipped model; safe to use from several threads."""

    def __init__(
        self,
        folder: Path,
        query_prompt: str | None = None,
        passage_prompt: str | None = None,
        max_length: int | None = None,
    ) -> None:
        """Errors: `ModelError` where a file is missing or damaged."""
        try:
            self._pieces = WordPieces.load(folder)
            self._table = read_table(folder / WEIGHTS_FILE)
            prompts = read_prompts(folder)
            checksum = _checksum([folder / WEIGHTS_FILE, folder / PIECES_FILE])
        except (OSError, ValueError, KeyError) as error:
            raise ModelError(messages.MODEL_DAMAGED.format(folder=folder, detail=error)) from error
        if len(self._table) != len(self._pieces):
            detail = f"{len(self._pieces)} / {len(self._table)}"
            raise ModelError(messages.MODEL_DAMAGED.format(folder=folder, detail=detail))
        self._query_prompt = prompts[0] if query_prompt is None else query_prompt
        self._passage_prompt = prompts[1] if passage_prompt is None else passage_prompt
        self._max_length = max_length
        self.dimension = int(self._table.shape[1])
        self.model_id = model_id(folder.name, checksum, self._query_prompt, self._passage_prompt, max_length)

    def encode_queries(self, texts: Sequence[str]) -> npt.NDArray[np.float32]:
        """See `index.embed.Embedder`."""
        return self._encode(texts, self._query_prompt)

    def encode_passages(self, texts: Sequence[str], batch: int = 256) -> npt.NDArray[np.float32]:
        """See `index.embed.Embedder`; texts are worked on one by one, so `batch` changes nothing."""
        return self._encode(texts, self._passage_prompt)

    def _encode(self, texts: Sequence[str], prompt: str) -> npt.NDArray[np.float32]:
        sums = np.zeros((len(texts), self.dimension), dtype=np.float32)
        for row, text in enumerate(texts):
            ids = self._pieces.encode(prompt + text)[: self._max_length]
            if ids:
                np.sum(self._table[ids], axis=0, dtype=np.float32, out=sums[row])
        lengths = np.sqrt(np.einsum("ij,ij->i", sums, sums, dtype=np.float64))
        lengths[lengths == 0] = 1
        sums /= lengths[:, None].astype(np.float32)
        return sums


def read_table(path: Path) -> npt.NDArray[Any]:
    """The table of vectors, pieces x dimensions. Errors: `ValueError` where the file is damaged."""
    from safetensors import SafetensorError
    from safetensors.numpy import load_file

    try:
        table: npt.NDArray[Any] = load_file(path)[WEIGHTS_KEY]
    except SafetensorError as error:
        raise ValueError(f"{path.name}: {error}") from error
    if table.ndim != 2:
        raise ValueError(f"{path.name}: {table.shape}")
    return table


def read_prompts(folder: Path) -> tuple[str, str]:
    """Query and passage prompt of the model's configuration, "" where it names none."""
    stored = json.loads((folder / CONFIG_FILE).read_text(encoding="utf-8")).get("prompts") or {}
    return choose_prompts(stored)


def choose_prompts(prompts: dict[str, str | None]) -> tuple[str, str]:
    """Query and passage prompt among a model's named prompts, under the names in common use.

    >>> choose_prompts({"query": "query: ", "document": "passage: "})
    ('query: ', 'passage: ')
    """
    return prompts.get("query") or "", prompts.get("passage") or prompts.get("document") or ""


def model_id(name: str, checksum: str, query_prompt: str, passage_prompt: str, max_length: int | None) -> str:
    """Stable name of one way of making vectors.

    >>> model_id("m", "0123abcd", "", "", None)
    'm@0123abcd'
    """
    extras = [query_prompt, passage_prompt, "" if max_length is None else str(max_length)]
    suffix = "+" + hashlib.sha256("\0".join(extras).encode()).hexdigest()[:8] if any(extras) else ""
    return f"{name}@{checksum}{suffix}"


def _checksum(paths: Sequence[Path]) -> str:
    digest = hashlib.sha256()
    for path in paths:
        with path.open("rb") as file:
            digest.update(hashlib.file_digest(file, "sha256").digest())
    return digest.hexdigest()[:12]
