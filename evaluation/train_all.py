"""From the shared training data to the three models that ship: `cchc train all --shared DIR --out DIR`.

    prepare ---- fold-0, fold-1, fold-2 ---- ranker
        \\------- embedding                  diacritics

The texts are read, cut and numbered once; the shipped embedding and the three fold models, beside which the
ranker learns, are trained from that. A stage whose output is still there, made from the same inputs,
settings and code, is skipped; a run that was killed goes on where it was (`evaluation.stage`). Everything
runs in one thread, so that the same data gives the same bytes.
"""

from __future__ import annotations

import fcntl
import importlib.util
import os
import time
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

from evaluation.stage import Made, Plan, Stage
from index.diacritics import MODEL as DIACRITICS_MODEL
from index.embed import DEFAULT_MODEL
from index.rerank import MODEL as RANKER_MODEL
from index.train_embedding import Parameters, prepare, train_prepared
from ingest import messages

FOLDS = 3
PAIRS = ("legal-qa", "official-letters", "wikipedia")  # news cost a quarter of the time and change nothing
STAMPS = "training.json"
MODELS = ("embedding", "diacritics", "ranker")
STAGES = ("prepare", "folds", *MODELS)

# Code that decides what a stage makes.
_CUTTING = (
    "ingest.clean.fold",
    "ingest.parse.label",
    "ingest.parse.sentence",
    "ingest.parse.unit",
    "ingest.parse.passage",
)
_READING = (
    *_CUTTING,
    "index.analyze",
    "index.terms",
    "index.postings",
    "index.bm25",
    "index.rank:rarest",
    "index.word_pieces",
    "index.train_vocabulary",
    "index.train_pairs",
    "index.train_quotes",
    "index.train_negatives",
    "index.train_folds",
    "index.train_embedding:QUERY_SYLLABLES",
    "index.train_embedding:PASSAGE_SYLLABLES",
    "index.train_embedding:_read",
    "index.train_embedding:_encode",
    "index.train_embedding:_encode_pools",
)
_TRAINING = (
    "index.train_contrast",
    "index.train_negatives:similar_together",
    "index.export_embedding",
    "index.train_embedding:REPEATS",
    "index.train_embedding:_finish",
    "index.train_embedding:_run",
    "index.train_embedding:_batches",
    "index.train_embedding:_without",
    "index.train_embedding:_select",
)
_COUNTING = ("ingest.clean.fold", "index.train_diacritics")
_RANKING = (
    "evaluation.train_ranker",
    "evaluation.beir",
    *_CUTTING,
    "index.analyze",
    "index.terms",
    "index.postings",
    "index.bm25",
    "index.rank",
    "index.fuse",
    "index.features",
    "index.syllable_codes",
    "index.surroundings",
    "index.within",
    "index.rerank",
    "index.train_folds:fold_of",
    "index.train_ranker",
)


class TrainingError(Exception):
    """Training cannot begin; `str(error)` is a Vietnamese sentence that says what to do."""


@dataclass(frozen=True, slots=True)
class Shared:
    """Where the training data lie in the shared folder."""

    root: Path

    @property
    def pairs(self) -> list[Path]:
        """Questions and answers that the embedding learns from."""
        return [self.root / "training" / "pairs" / f"{name}.jsonl.gz" for name in PAIRS]

    @property
    def texts(self) -> list[Path]:
        """Long texts, cut at their headings."""
        return [self.root / "training" / "text" / "legal-and-wiki.jsonl.gz"]

    @property
    def plain(self) -> list[Path]:
        """Everything that the diacritics are learnt from."""
        return [
            *(
                path
                for kind in ("pairs", "text")
                for path in sorted((self.root / "training" / kind).glob("*.jsonl.gz"))
            ),
            self.corpus,
        ]

    @property
    def corpus(self) -> Path:
        """Law articles that the judged questions ask for."""
        return self.root / "bench" / "zalo-phapdien" / "corpus.jsonl.gz"

    @property
    def questions(self) -> tuple[Path, Path]:
        """The train part of the judged questions, and the judgements."""
        folder = self.corpus.parent
        return folder / "queries.train.jsonl.gz", folder / "qrels.train.tsv"


def train_all(
    shared: Path,
    out: Path,
    *,
    work: Path | None = None,
    only: Collection[str] = (),
    again: Iterable[str] = (),
    parameters: Parameters | None = None,
    folds: int = FOLDS,
    log: Callable[[str], None],
) -> list[Made]:
    """Make what is missing or out of date of the three models in `out`.

    `work` (default `<out>.partial`) keeps the prepared data and the fold models, and may be thrown away
    after. `only`: names of `MODELS` to make, with what they need; all where there are none. `again`: names
    of `STAGES` to run whatever the stamps say, and what depends on them.
    Errors: `TrainingError` before anything starts, `ModelError` where an input cannot be read.
    """
    work = work or out.with_name(f"{out.name}.partial")
    log = clock(log)
    stages = _stages(Shared(shared), out, work, parameters or Parameters(), folds, log)
    if only:
        stages = [replace(stage, final=stage.name in only) for stage in stages]
    plan = Plan(stages, (name for stage in again for name in (_fold_names(folds) if stage == "folds" else [stage])))
    _check({stage.name for stage in plan.due}, folds)
    if not plan.due:
        log(messages.TRAIN_ALL_NOTHING)
        return plan.run(lambda name, place, of: None)
    log(messages.TRAIN_ALL_BEGINS.format(stages=", ".join(stage.name for stage in plan.due)))

    def announce(name: str, place: int, of: int) -> None:
        log(messages.TRAIN_ALL_STAGE.format(place=place, of=of, name=name))

    from threadpoolctl import threadpool_limits  # type: ignore[import-untyped]

    with _alone(work), threadpool_limits(1):
        made = plan.run(announce)
    log(messages.TRAIN_ALL_DONE.format(work=work))
    return made


def _fold_names(folds: int) -> list[str]:
    return [f"fold-{number}" for number in range(folds)]


def _stages(
    shared: Shared, out: Path, work: Path, parameters: Parameters, folds: int, log: Callable[[str], None]
) -> list[Stage]:
    prepared = work / "prepared"
    stamps, shipped = work / STAMPS, out / STAMPS
    learnt = asdict(parameters)
    missing = [path for path in (*shared.pairs, *shared.texts, shared.corpus, *shared.questions) if not path.is_file()]
    if missing:
        raise TrainingError(messages.TRAIN_ALL_MISSING.format(paths=", ".join(map(str, missing))))

    def make_prepared() -> None:
        prepare(
            prepared,
            shared.pairs,
            texts=shared.texts,
            corpus=shared.corpus,
            questions=shared.questions,
            parameters=parameters,
            folds=folds,
            log=log,
        )

    def make_embedding(target: Path, fold: int | None) -> None:
        train_prepared(prepared, target, parameters=parameters, fold=fold, threads=1, log=log)

    def make_diacritics() -> None:
        from index.train_diacritics import train

        train(shared.plain, out / DIACRITICS_MODEL.name, log=log)

    def make_ranker() -> dict[str, Any]:
        from evaluation.train_ranker import train

        models = [work / name for name in _fold_names(folds)]
        aside = work / f"new-{RANKER_MODEL.name}"
        figures = train(shared.corpus, *shared.questions, models, aside, log)
        os.replace(aside, out / RANKER_MODEL.name)
        return figures

    read = (*shared.pairs, *shared.texts, shared.corpus, *shared.questions)
    embedding = partial(_training_stage, inputs=read, learnt=learnt)
    return [
        Stage(
            "prepare",
            prepared,
            stamps,
            make_prepared,
            inputs=read,
            settings={
                **{name: learnt[name] for name in ("vocabulary", "syllables", "min_count", "bare_forms")},
                "folds": folds,
            },
            code=_READING,
        ),
        *(
            embedding(name, work / name, stamps, partial(make_embedding, work / name, fold), fold=fold)
            for fold, name in enumerate(_fold_names(folds))
        ),
        embedding(
            "embedding",
            out / DEFAULT_MODEL.name,
            shipped,
            partial(make_embedding, out / DEFAULT_MODEL.name, None),
            fold=None,
        ),
        Stage(
            "diacritics",
            out / DIACRITICS_MODEL.name,
            shipped,
            make_diacritics,
            inputs=tuple(shared.plain),
            code=_COUNTING,
            final=True,
        ),
        Stage(
            "ranker",
            out / RANKER_MODEL.name,
            shipped,
            make_ranker,
            inputs=(shared.corpus, *shared.questions),
            code=_RANKING,
            needs=tuple(_fold_names(folds)),
            final=True,
        ),
    ]


def _training_stage(
    name: str,
    output: Path,
    stamps: Path,
    run: Callable[[], None],
    *,
    fold: int | None,
    inputs: tuple[Path, ...],
    learnt: dict[str, Any],
) -> Stage:
    return Stage(
        name,
        output,
        stamps,
        run,
        inputs=inputs,
        settings={**learnt, "fold": fold},
        code=_TRAINING,
        needs=("prepare",),
        final=fold is None,
        partial=output.with_name(f"{output.name}.partial"),
    )


def _check(due: set[str], folds: int) -> None:
    """Libraries that the stages need, looked for before an hour is spent."""
    learning = due.intersection(("embedding", "ranker", *_fold_names(folds)))
    wanted = {"threadpoolctl": bool(due), "torch": bool(learning)}
    for library, needed in wanted.items():
        if needed and importlib.util.find_spec(library) is None:
            raise TrainingError(messages.TRAIN_ALL_LIBRARY.format(library=library))


@contextmanager
def _alone(work: Path) -> Iterator[None]:
    """One run at a time per work folder; the lock ends with the process, however that dies."""
    work.mkdir(parents=True, exist_ok=True)
    with (work / "lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise TrainingError(messages.TRAIN_ALL_BUSY.format(work=work)) from error
        yield


def clock(log: Callable[[str], None]) -> Callable[[str], None]:
    """Puts the time since now in front of every line."""
    start = time.monotonic()

    def line(text: str) -> None:
        minutes, seconds = divmod(int(time.monotonic() - start), 60)
        log(f"[{minutes:3d}:{seconds:02d}] {text}")

    return line
