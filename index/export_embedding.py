"""A trained table -> a model folder that sentence-transformers loads without any code of ours."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from index.static_embedding import CONFIG_FILE, MODULES_FILE, WEIGHTS_FILE, WEIGHTS_KEY
from index.word_pieces import WordPieces

_PACKAGE = "sentence_transformers.sentence_transformer.modules"


def with_bare_forms(
    vocabulary: WordPieces,
    table: npt.NDArray[np.float32],
    forms: Mapping[tuple[str, ...], Sequence[tuple[int, float]]],
) -> tuple[WordPieces, npt.NDArray[np.float32]]:
    """Add pieces as typed without diacritics; each gets the weighted mean of what it may stand for."""
    rows = np.stack([sum(table[i] * weight for i, weight in sources) for sources in forms.values()]) if forms else None
    if rows is None:
        return vocabulary, table
    scores = [float(np.log(sum(np.exp(vocabulary.scores[i]) for i, _ in sources))) for sources in forms.values()]
    extended = WordPieces([*vocabulary.pieces, *forms], [*vocabulary.scores, *scores])
    return extended, np.concatenate([table, rows.astype(np.float32)])


def to_int8(table: npt.NDArray[np.float32]) -> npt.NDArray[np.int8]:
    """Whole numbers in -127..127 with one scale for the table, chosen for the least squared error.

    Few values are large: clipping them costs less than coarse steps for all others.
    """
    largest = float(np.abs(table).max()) or 1.0
    sample = table[:: max(1, len(table) // 20_000)]
    steps = [largest * share / 127 for share in (1.0, 0.8, 0.65, 0.5, 0.4, 0.3, 0.25, 0.2)]
    errors = [float(np.square(np.clip(np.rint(sample / step), -127, 127) * step - sample).sum()) for step in steps]
    step = steps[int(np.argmin(errors))]
    whole: npt.NDArray[np.int8] = np.clip(np.rint(table / step), -127, 127).astype(np.int8)
    return whole


def write_model(
    out: Path, vocabulary: WordPieces, table: npt.NDArray[np.int8], prompts: Mapping[str, str], training: dict[str, Any]
) -> None:
    """Write the folder aside, then put it in place of `out`."""
    from safetensors.numpy import save_file

    aside = out.with_name(f"{out.name}.new")
    shutil.rmtree(aside, ignore_errors=True)
    aside.mkdir(parents=True)
    vocabulary.save(aside)
    save_file({WEIGHTS_KEY: np.ascontiguousarray(table)}, aside / WEIGHTS_FILE)
    (aside / WEIGHTS_FILE).chmod(0o644)  # safetensors writes for the owner alone
    wrapper = f"{_PACKAGE}.tokenizer.word.TransformersTokenizerWrapper"
    _write(
        aside / "wordembedding_config.json",
        {"tokenizer_class": wrapper, "update_embeddings": False, "max_seq_length": 1_000_000},
    )
    _write(
        aside / "tokenizer_config.json",
        {"tokenizer_class": "PreTrainedTokenizerFast", "unk_token": "<unk>", "clean_up_tokenization_spaces": False},
    )
    _write(
        aside / MODULES_FILE,
        [
            {"idx": 0, "name": "0", "path": "", "type": f"{_PACKAGE}.word_embeddings.WordEmbeddings"},
            {"idx": 1, "name": "1", "path": "1_Pooling", "type": f"{_PACKAGE}.pooling.Pooling"},
            {
                "idx": 2,
                "name": "2",
                "path": "2_Normalize",
                "type": "sentence_transformers.base.modules.normalize.Normalize",
            },
        ],
    )
    (aside / "1_Pooling").mkdir()
    pooling = {"embedding_dimension": int(table.shape[1]), "pooling_mode": "mean", "include_prompt": True}
    _write(aside / "1_Pooling" / "config.json", pooling)
    (aside / "2_Normalize").mkdir()
    _write(aside / "2_Normalize" / "config.json", {"module_input_name": "sentence_embedding"})
    _write(
        aside / CONFIG_FILE,
        {
            "model_type": "SentenceTransformer",
            "prompts": dict(prompts),
            "default_prompt_name": None,
            "similarity_fn_name": "cosine",
        },
    )
    _write(aside / "training.json", training)
    for kept in ("README.md",):  # what people wrote about the model stays
        if (out / kept).is_file():
            shutil.copy2(out / kept, aside / kept)
    old = out.with_name(f"{out.name}.old")
    shutil.rmtree(old, ignore_errors=True)
    if out.exists():
        os.replace(out, old)
    os.replace(aside, out)
    shutil.rmtree(old, ignore_errors=True)


def _write(path: Path, content: object) -> None:
    path.write_text(json.dumps(content, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
