"""`cchc train embedding`: pairs and texts -> a model folder, reproducible and resumable.

Everything random comes from the seed, the epoch and the step, never from what ran before, so a run
that was killed and continued ends with the same weights as one that was not (on one machine with
one number of threads; another processor may round sums differently).

`train` does it all. `prepare` and `train_prepared` are its two halves, for several models from the same
data: the shipped one and the fold models beside which the ranker learns.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
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
from index.train_folds import Masks, fold_masks
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
    masks: list[Masks]  # `fold_masks`, source by source


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
    log = log or _to_stderr
    parameters = parameters or Parameters()
    work = out.with_name(f"{out.name}.partial")
    inputs = [*pairs, *texts, *([corpus] if corpus else []), *(questions or ())]
    prepared = _checked(
        lambda: _prepare(
            work, _fingerprint(inputs, parameters), lambda: _read(pairs, texts, corpus, questions), parameters, 1, log
        )
    )
    return _finish(prepared, out, parameters, prompts, checkpoint_every, threads, log, stop_after)


def prepare(
    folder: Path,
    pairs: Sequence[Path],
    *,
    texts: Sequence[Path] = (),
    corpus: Path | None = None,
    questions: tuple[Path, Path] | None = None,
    parameters: Parameters | None = None,
    folds: int = 1,
    log: Callable[[str], None] | None = None,
) -> None:
    """The first half of `train`: read, choose the vocabulary, turn texts into ids, find hard negatives.

    `folder` appears when all is done. `folds`: how many fold models `train_prepared` can train from it;
    they share the vocabulary and its counts, which say nothing of what answers what.
    """
    log = log or _to_stderr
    aside = folder.with_name(f"{folder.name}.new")
    shutil.rmtree(aside, ignore_errors=True)
    read = lambda: _read(pairs, texts, corpus, questions)  # noqa: E731
    _checked(lambda: _prepare(aside, "", read, parameters or Parameters(), folds, log))
    shutil.rmtree(folder, ignore_errors=True)
    os.replace(aside, folder)


def train_prepared(
    folder: Path,
    out: Path,
    *,
    parameters: Parameters | None = None,
    fold: int | None = None,
    checkpoint_every: int = 200,
    threads: int = 1,
    log: Callable[[str], None] | None = None,
    stop_after: int | None = None,
) -> Path:
    """The second half of `train`, from what `prepare` left in `folder`, with the same `parameters`.

    `fold`: without the pairs that this fold leaves out. Work in progress lies in `<out>.partial`; the caller
    sees to it that it is of the same call. The rest is as in `train`.
    """
    prepared = _checked(lambda: _load_prepared(folder))
    if fold is not None:
        prepared = _without(prepared, fold)
        if not prepared.sources:
            raise ModelError(messages.TRAIN_EMPTY)
    out.with_name(f"{out.name}.partial").mkdir(parents=True, exist_ok=True)
    return _finish(
        prepared, out, parameters or Parameters(), None, checkpoint_every, threads, log or _to_stderr, stop_after
    )


def _checked(read: Callable[[], _Prepared]) -> _Prepared:
    try:
        return read()
    except (OSError, ValueError, KeyError) as error:
        raise ModelError(messages.TRAIN_INPUT.format(detail=error)) from error


def _finish(
    prepared: _Prepared,
    out: Path,
    parameters: Parameters,
    prompts: dict[str, str] | None,
    checkpoint_every: int,
    threads: int,
    log: Callable[[str], None],
    stop_after: int | None,
) -> Path:
    """Train from the last state kept beside `out`, write the model, drop the state."""
    import torch

    torch.set_num_threads(threads)
    work = out.with_name(f"{out.name}.partial")
    state = _load_state(work)
    if state is not None:
        log(messages.TRAIN_RESUMES.format(step=state.step))
    state = state or initial_state(
        prepared.vocabulary, prepared.frequencies, prepared.documents, parameters.dimension, parameters.seed
    )
    if not _run(state, prepared, parameters, work, checkpoint_every, stop_after, log):
        return work
    vocabulary, table = with_bare_forms(prepared.vocabulary, state.table.numpy(), prepared.bare)
    training = {
        "parameters": asdict(parameters),
        "pairs": {source.name: len(source) for source in prepared.sources},
        "steps": state.step,
        "pieces": {"trained": len(prepared.vocabulary), "without diacritics": len(prepared.bare)},
    }
    write_model(out, vocabulary, to_int8(table), prompts or {"query": "", "passage": ""}, training)
    shutil.rmtree(work)
    log(messages.TRAIN_WRITTEN.format(out=out))
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
            log(
                messages.TRAIN_STEP.format(
                    step=state.step, total=total, loss=recent, milliseconds=1000 * pace, minutes=left / 60
                )
            )
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
    folds: int,
    log: Callable[[str], None],
) -> _Prepared:
    marker = work / "fingerprint"
    if marker.is_file():
        if marker.read_text() != fingerprint:
            raise ModelError(messages.TRAIN_OTHER_INPUT.format(folder=work))
        log(messages.TRAIN_CONTINUES.format(folder=work))
        return _load_prepared(work)
    sources = read()
    if not sources:
        raise ModelError(messages.TRAIN_EMPTY)
    log(messages.TRAIN_PAIRS.format(pairs=", ".join(f"{source.name} {len(source.pairs)}" for source in sources)))
    prepared = _encode(sources, parameters, folds, log)
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    _save_prepared(work, prepared)
    marker.write_text(fingerprint)
    return prepared


def _encode(sources: list[Source], parameters: Parameters, folds: int, log: Callable[[str], None]) -> _Prepared:
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
    log(messages.TRAIN_TEXTS.format(texts=len(texts), syllables=len(names)))
    vocabulary = choose_pieces(texts, names, parameters.vocabulary, parameters.syllables, parameters.min_count)
    examples = ", ".join(" ".join(piece) for piece in vocabulary.pieces[-5:])
    log(messages.TRAIN_PIECES.format(pieces=len(vocabulary), examples=examples))
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
    return _Prepared(vocabulary, encoded, frequencies, len(texts), bare, fold_masks(sources, folds))


def _without(prepared: _Prepared, fold: int) -> _Prepared:
    """Without the pairs that a fold leaves out; sources of which nothing is left are dropped."""
    sources: list[Encoded] = []
    masks: list[Masks] = []
    for source, mask in zip(prepared.sources, prepared.masks, strict=True):
        kept = np.flatnonzero(~(mask >> fold) & 1)
        if len(kept):
            sources.append(_select(source, kept) if len(kept) < len(source) else source)
            masks.append(mask[kept])
    return replace(prepared, sources=sources, masks=masks)


def _select(source: Encoded, rows: npt.NDArray[np.int64]) -> Encoded:
    def column(ragged: Ragged) -> Ragged:
        return Ragged.of([ragged[row] for row in rows.tolist()])

    pool = source.pool and EncodedPool(source.pool.passages, column(source.pool.hard), column(source.pool.own))
    queries, heads, passages = map(column, (source.queries, source.heads, source.passages))
    return Encoded(source.name, queries, heads, passages, source.query_keys[rows], source.passage_keys[rows], pool)


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
        arrays[f"{i}.masks"] = prepared.masks[i]
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
        masks = [arrays[f"{i}.masks"] for i in range(len(sources))]
    bare = {tuple(piece): [(int(i), float(w)) for i, w in sources_] for piece, sources_ in description["bare"]}
    return _Prepared(WordPieces.load(work), sources, frequencies, int(description["documents"]), bare, masks)


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
