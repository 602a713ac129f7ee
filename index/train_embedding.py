"""`cchc train embedding`: pairs and texts -> a model folder, reproducible and resumable.

Everything random comes from the seed, the epoch and the step, never from what ran before, so a run
that was killed and continued ends with the same weights as one that was not (on one machine with
one number of threads; another processor may round sums differently).
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from index.export_embedding import to_int8, with_bare_forms, write_model
from index.model_errors import ModelError
from index.train_contrast import (
    Batch,
    Encoded,
    EncodedPool,
    Ragged,
    State,
    count_steps,
    initial_state,
    passage_vectors,
    plan_epoch,
    train_step,
)
from index.train_negatives import lexical_index, lexical_negatives
from index.train_pairs import Source, corpus_source, pair_source, question_source, text_sources
from index.train_quotes import quoted_source
from index.train_vocabulary import Ids, SyllableTable, bare_pieces, choose_pieces, join_all
from index.word_pieces import WordPieces
from ingest import messages

if TYPE_CHECKING:
    import numpy.typing as npt

    from index.bm25 import Bm25

QUERY_SYLLABLES = 64
PASSAGE_SYLLABLES = 400
# Questions of real people are few and worth more than headings. Seen six times an epoch instead of
# three, they lift nDCG@10 of 250 questions held out for tuning from .639 to .645.
REPEATS = {"questions": 6, "quoted": 2}


@dataclass(frozen=True, slots=True)
class Parameters:
    """What shapes the model, apart from the data."""

    vocabulary: int = 60_000
    syllables: int = 12_000
    min_count: int = 30  # occurrences of a pair or triple of syllables
    bare_forms: int = 20_000  # pieces without diacritics, added after training
    dimension: int = 256
    epochs: int = 5
    batch: int = 1024
    rate: float = 0.02
    seed: int = 0


@dataclass(slots=True)
class _Prepared:
    vocabulary: WordPieces
    sources: list[Encoded]
    frequencies: npt.NDArray[np.int64]
    documents: int
    bare: dict[tuple[str, ...], list[tuple[int, float]]]


def train(
    pairs: Sequence[Path],
    out: Path,
    *,
    texts: Sequence[Path] = (),
    corpus: Path | None = None,
    questions: tuple[Path, Path] | None = None,
    parameters: Parameters | None = None,
    prompts: dict[str, str] | None = None,
    checkpoint_every: int = 200,
    threads: int = 2,
    log: Callable[[str], None] | None = None,
    stop_after: int | None = None,
) -> Path:
    """Train a model and write its folder to `out`, which is replaced only when all is done.

    `pairs`: files of `{"query", "passage"}`; `texts`: files of `{"text"}`, cut at their headings;
    `corpus`: a BEIR corpus, its titles become queries; `questions`: BEIR queries and their qrels
    over `corpus`. Progress goes to `log` (default: stderr).

    Work in progress lies in `<out>.partial`: the prepared data, and every `checkpoint_every` steps
    the state. The same call continues there; one with other data or parameters is refused.
    `stop_after` ends the call after so many steps in all, as if it had been killed there.

    Errors: `ModelError` where an input cannot be read, holds no pairs, or the work in progress is
    of another call.
    """
    import torch

    torch.set_num_threads(threads)
    log = log or _to_stderr
    parameters = parameters or Parameters()
    work = out.with_name(f"{out.name}.partial")
    try:
        fingerprint = _fingerprint([*pairs, *texts, *([corpus] if corpus else []), *(questions or ())], parameters)
        prepared = _prepare(work, fingerprint, lambda: _read(pairs, texts, corpus, questions), parameters, log)
    except (OSError, ValueError, KeyError) as error:
        raise ModelError(messages.TRAIN_INPUT.format(detail=error)) from error
    state = _load_state(work) or initial_state(
        prepared.vocabulary, prepared.frequencies, prepared.documents, parameters.dimension, parameters.seed
    )
    done = _run(state, prepared, parameters, work, checkpoint_every, stop_after, log)
    if not done:
        return work
    table = state.table.numpy()
    vocabulary, table = with_bare_forms(prepared.vocabulary, table, prepared.bare)
    training = {
        "parameters": asdict(parameters),
        "pairs": {source.name: len(source) for source in prepared.sources},
        "steps": state.step,
        "pieces": {"trained": len(prepared.vocabulary), "without diacritics": len(prepared.bare)},
    }
    write_model(out, vocabulary, to_int8(table), prompts or {"query": "", "passage": ""}, training)
    shutil.rmtree(work)
    log(f"model written to {out}")
    return out


def _run(
    state: State,
    prepared: _Prepared,
    parameters: Parameters,
    work: Path,
    checkpoint_every: int,
    stop_after: int | None,
    log: Callable[[str], None],
) -> bool:
    """Train from `state.step` to the end; False where `stop_after` came first."""
    sources = prepared.sources
    repeats = [REPEATS.get(source.name, 1) for source in sources]
    total = parameters.epochs * count_steps(sources, repeats, parameters.batch)
    began, begun_at, recent = time.monotonic(), state.step, 0.0
    for number, rows in islice(_batches(prepared, repeats, parameters), state.step, None):
        if stop_after is not None and state.step >= stop_after:
            return False
        loss = train_step(
            state,
            sources[number],
            rows,
            total,
            rate=parameters.rate,
            seed=parameters.seed,
        )
        recent = loss if state.step == begun_at + 1 else 0.98 * recent + 0.02 * loss
        if state.step % checkpoint_every == 0:
            _save_state(work, state)
        if state.step % 50 == 0 or state.step == total:
            pace = (time.monotonic() - began) / (state.step - begun_at)
            left = pace * (total - state.step)
            log(f"step {state.step}/{total}  loss {recent:.3f}  {pace:.2f} s/step  {left / 60:.1f} min left")
    return True


def _batches(prepared: _Prepared, repeats: Sequence[int], parameters: Parameters) -> Iterator[Batch]:
    """Every batch of a run, in order. What is similar is judged by the vectors that training begins
    with, so that a run continued plans as one that was not interrupted."""
    sources = prepared.sources
    table = initial_state(
        prepared.vocabulary, prepared.frequencies, prepared.documents, parameters.dimension, parameters.seed
    ).table
    vectors = [None if source.pool else passage_vectors(source, table) for source in sources]
    for epoch in range(parameters.epochs):
        yield from plan_epoch(sources, repeats, parameters.batch, parameters.seed, epoch, vectors)


def _read(
    pairs: Sequence[Path], texts: Sequence[Path], corpus: Path | None, questions: tuple[Path, Path] | None
) -> list[Source]:
    sources = [pair_source(path) for path in pairs]
    if corpus is not None:
        sources.append(corpus_source(corpus))
        if questions is not None:
            sources.append(question_source(corpus, *questions))
    for path in texts:
        sources += text_sources(path)
    judged = next((source for source in sources if source.pool), None)
    if judged is not None and judged.pool is not None:
        sources.append(quoted_source(sources, judged.pool))
    return [source for source in sources if source.pairs]


def _prepare(
    work: Path,
    fingerprint: str,
    read: Callable[[], list[Source]],
    parameters: Parameters,
    log: Callable[[str], None],
) -> _Prepared:
    marker = work / "fingerprint"
    if marker.is_file():
        if marker.read_text() != fingerprint:
            raise ModelError(messages.TRAIN_OTHER_INPUT.format(folder=work))
        log(f"continuing in {work}")
        return _load_prepared(work)
    sources = read()
    if not sources:
        raise ModelError(messages.TRAIN_EMPTY)
    log("pairs: " + ", ".join(f"{source.name} {len(source.pairs)}" for source in sources))
    prepared = _encode(sources, parameters, log)
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    _save_prepared(work, prepared)
    marker.write_text(fingerprint)
    return prepared


def _encode(sources: list[Source], parameters: Parameters, log: Callable[[str], None]) -> _Prepared:
    table = SyllableTable()
    columns: list[tuple[list[Ids], list[Ids], list[Ids]]] = []
    for source in sources:
        queries = [table.ids(pair.query, QUERY_SYLLABLES) for pair in source.pairs]
        heads = [table.ids(pair.head, QUERY_SYLLABLES) for pair in source.pairs]
        # Twelve characters a syllable are more than Vietnamese needs.
        passages = [table.ids(pair.passage[: 12 * PASSAGE_SYLLABLES], PASSAGE_SYLLABLES) for pair in source.pairs]
        columns.append((queries, heads, passages))
    texts = [text for queries, _, passages in columns for side in (queries, passages) for text in side]
    names = table.names()
    log(f"{len(texts)} texts, {len(names)} distinct syllables")
    vocabulary = choose_pieces(texts, names, parameters.vocabulary, parameters.syllables, parameters.min_count)
    log(f"{len(vocabulary)} pieces, for example {[' '.join(p) for p in vocabulary.pieces[-5:]]}")
    encoded: list[Encoded] = []
    frequencies = np.zeros(len(vocabulary), dtype=np.int64)
    pools = _encode_pools(sources, table, vocabulary)
    for source, (queries, heads, passages), pool in zip(sources, columns, pools, strict=True):
        joined = [join_all(vocabulary, names, side) for side in (queries, heads, passages)]
        for text in (*joined[0], *joined[2]):
            frequencies[np.unique(text)] += 1
        asked, headed, answered = map(Ragged.of, joined)
        encoded.append(Encoded(source.name, asked, headed, answered, _keys(queries), _keys(passages), pool))
    bare = bare_pieces(vocabulary, texts, names, parameters.bare_forms)
    return _Prepared(vocabulary, encoded, frequencies, len(texts), bare)


def _encode_pools(sources: Sequence[Source], table: SyllableTable, vocabulary: WordPieces) -> list[EncodedPool | None]:
    """Pools of the same passages share their ids and their index."""
    encoded: dict[int, tuple[Ragged, Bm25]] = {}
    found: list[EncodedPool | None] = []
    for source in sources:
        if source.pool is None:
            found.append(None)
            continue
        passages = source.pool.passages
        if id(passages) not in encoded:
            cut = [f"{title}\n{text}"[: 12 * PASSAGE_SYLLABLES] for title, text in passages]
            ids = [table.ids(text, PASSAGE_SYLLABLES) for text in cut]
            encoded[id(passages)] = Ragged.of(join_all(vocabulary, table.names(), ids)), lexical_index(passages)
        joined, bm25 = encoded[id(passages)]
        hard = lexical_negatives([pair.query for pair in source.pairs], source.pool.own, bm25)
        rows = [Ragged.of([np.asarray(row, dtype=np.int32) for row in side]) for side in (hard, source.pool.own)]
        found.append(EncodedPool(joined, rows[0], rows[1]))
    return found


def _keys(texts: Sequence[Ids]) -> npt.NDArray[np.int64]:
    numbers: dict[bytes, int] = {}
    return np.array([numbers.setdefault(text.tobytes(), len(numbers)) for text in texts], dtype=np.int64)


def _fingerprint(paths: Sequence[Path], parameters: Parameters) -> str:
    digest = hashlib.sha256(json.dumps(asdict(parameters), sort_keys=True).encode())
    for path in paths:
        with path.open("rb") as file:
            digest.update(path.name.encode() + hashlib.file_digest(file, "sha256").digest())
    return digest.hexdigest()


def _save_prepared(work: Path, prepared: _Prepared) -> None:
    prepared.vocabulary.save(work)
    arrays: dict[str, npt.NDArray[np.generic]] = {"frequencies": prepared.frequencies}
    for i, source in enumerate(prepared.sources):
        for column in ("queries", "heads", "passages"):
            ragged: Ragged = getattr(source, column)
            arrays[f"{i}.{column}.values"], arrays[f"{i}.{column}.offsets"] = ragged.values, ragged.offsets
        arrays[f"{i}.query_keys"], arrays[f"{i}.passage_keys"] = source.query_keys, source.passage_keys
        for column in ("passages", "hard", "own") if source.pool else ():
            ragged = getattr(source.pool, column)
            arrays[f"{i}.pool.{column}.values"], arrays[f"{i}.pool.{column}.offsets"] = ragged.values, ragged.offsets
    np.savez(work / "data.npz", **arrays)  # type: ignore[arg-type]
    description = {
        "names": [source.name for source in prepared.sources],
        "documents": prepared.documents,
        "bare": [[list(piece), sources] for piece, sources in prepared.bare.items()],
    }
    (work / "data.json").write_text(json.dumps(description, ensure_ascii=False), encoding="utf-8")


def _load_prepared(work: Path) -> _Prepared:
    description = json.loads((work / "data.json").read_text(encoding="utf-8"))
    with np.load(work / "data.npz") as arrays:

        def column(source: int, name: str) -> Ragged:
            return Ragged(arrays[f"{source}.{name}.values"], arrays[f"{source}.{name}.offsets"])

        def pool(source: int) -> EncodedPool | None:
            if f"{source}.pool.own.values" not in arrays:
                return None
            return EncodedPool(*(column(source, f"pool.{name}") for name in ("passages", "hard", "own")))

        sources = [
            Encoded(
                name,
                column(i, "queries"),
                column(i, "heads"),
                column(i, "passages"),
                arrays[f"{i}.query_keys"],
                arrays[f"{i}.passage_keys"],
                pool(i),
            )
            for i, name in enumerate(description["names"])
        ]
        frequencies = arrays["frequencies"]
    bare = {tuple(piece): [(int(i), float(w)) for i, w in sources_] for piece, sources_ in description["bare"]}
    return _Prepared(WordPieces.load(work), sources, frequencies, int(description["documents"]), bare)


def _save_state(work: Path, state: State) -> None:
    from safetensors.torch import save_file

    aside = work / "state.new"
    tensors = {"table": state.table, "first": state.first, "second": state.second}
    save_file(tensors, aside, metadata={"step": str(state.step)})
    os.replace(aside, work / "state.safetensors")


def _load_state(work: Path) -> State | None:
    from safetensors import safe_open

    path = work / "state.safetensors"
    if not path.is_file():
        return None
    with safe_open(path, framework="pt") as file:
        step = int(file.metadata()["step"])
        return State(file.get_tensor("table"), file.get_tensor("first"), file.get_tensor("second"), step)


def _to_stderr(line: str) -> None:
    print(line, file=sys.stderr, flush=True)
