"""What each command of `cchc` does. A command gets (arguments, settings, where to write) and
returns the exit code; trouble is raised and worded in `service.cli`.

Heavy rooms are imported inside the command that needs them: `cchc search` starts in a second.
"""

from __future__ import annotations

import importlib
from argparse import Namespace
from collections import Counter
from collections.abc import Callable
from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from index.query import Filters
from index.records import document_json
from index.store import Store
from ingest import messages
from service import show
from service.absent import absent_number
from service.console import DONE, SOME_FAILED, WRONG, named, note, open_store, print_json, unknown
from service.contract import document_detail
from service.filters import unknown_type
from service.indexing import bring_up_to_date, embedder_of, embedder_or_none, open_searcher, reading_limits, restorer
from service.knowledge_base import STORE_NAME
from service.settings import Settings
from service.usage import UsageError, os_reason

if TYPE_CHECKING:
    from index.collect import FileResult

Command = Callable[[Namespace, Settings, TextIO], int]


# --- filling -----------------------------------------------------------------------------------


def ingest(args: Namespace, settings: Settings, out: TextIO) -> int:
    """Files and folders into the store, then the index."""
    results = _ingest(
        args.paths, settings.data, settings, out if args.json else None, force=args.force, prune_gone=args.prune
    )
    if not results:
        note(messages.INGEST_NOTHING)
    elif not args.json:
        for result in results:
            if result.status == "failed":
                print(f"{messages.INGEST_STATUS['failed']}  {show.terminal(result.path)}: {result.error}", file=out)
        statuses = Counter(result.status for result in results)
        counts = ", ".join(f"{statuses[s]} {word}" for s, word in messages.INGEST_STATUS.items() if statuses[s])
        print(messages.INGEST_TOTAL.format(counts=counts), file=out)
    return SOME_FAILED if any(result.status == "failed" for result in results) else DONE


def _ingest(
    paths: list[Path],
    data: Path,
    settings: Settings,
    lines: TextIO | None,
    *,
    force: bool = False,
    prune_gone: bool = False,
) -> list[FileResult]:
    """`lines`: where a JSON line per file goes as soon as the file is finished."""
    from index.collect import collect, prune

    def tell(result: FileResult) -> None:
        if lines is not None:
            print_json(result.to_json(), lines, indent=None)
            lines.flush()

    try:
        data.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(messages.CLI_DATA_BAD.format(data=data, detail=os_reason(error))) from error
    with Store(data / STORE_NAME) as store:
        results = collect(
            store,
            data,
            paths,
            workers=settings.workers,
            limits=reading_limits(settings),
            force=force,
            progress=True,
            on_result=tell,
        )
        if prune_gone:
            note(messages.INGEST_PRUNED.format(count=len(prune(store, data, paths))))
        _refresh_facts(store, data)
        # Also where nothing is new: an interrupted run may have left the index behind the store.
        _build(store, data, settings)
    return results


def _refresh_facts(store: Store, data: Path) -> None:
    """Facts that an older program read, anew."""
    from index.lock import writing
    from index.reload import refresh_facts

    with writing(data):
        count = refresh_facts(store)
    if count:
        note(messages.INGEST_FACTS_REFRESHED.format(count=show.count(count)))


def _build(store: Store, data: Path, settings: Settings, *, anew: bool = False) -> None:
    told = False

    def progress(done: int, total: int) -> None:
        nonlocal told
        if not told:
            told = True
            note(messages.INGEST_INDEXING)

    bring_up_to_date(store, data, settings, anew=anew, progress=progress)


def remove(args: Namespace, settings: Settings, out: TextIO) -> int:
    """One document out of store and index."""
    from index.collect import remove as take_out

    with open_store(settings.data, write=True) as store:
        record = store.document(args.id)
        if record is None or not take_out(store, settings.data, args.id):
            return unknown(args.id, args, out)
        _build(store, settings.data, settings)
    if args.json:
        print_json({"removed": args.id}, out)
    else:
        print(messages.REMOVE_DONE.format(title=named(document_json(record))), file=out)
    return DONE


def rebuild(args: Namespace, settings: Settings, out: TextIO) -> int:
    """Facts that an older program read, and the index, anew from the store."""
    with open_store(settings.data, write=True) as store:
        _refresh_facts(store, settings.data)
        _build(store, settings.data, settings, anew=True)
        stats = store.stats()
    if args.json:
        print_json({"documents": stats.documents, "passages": stats.passages}, out)
    else:
        counts = {"documents": show.count(stats.documents), "passages": show.count(stats.passages)}
        print(messages.REBUILD_DONE.format(**counts), file=out)
    return DONE


# --- looking -----------------------------------------------------------------------------------


def documents(args: Namespace, settings: Settings, out: TextIO) -> int:
    """All documents; for people also the files that could not be read."""
    with open_store(settings.data) as store:
        found = [document_json(record) for record in store.documents()]
        failed = store.failed_files()
    if args.json:
        print_json(found, out)
        return DONE
    for document in found:
        day = show.date(document["issued_on"]) or "-"
        print(f"{document['id']}  {day:>10}  {named(document)}", file=out)
    print(messages.DOCUMENTS_TOTAL.format(count=show.count(len(found))) if found else messages.DOCUMENTS_NONE, file=out)
    if failed:
        print(messages.DOCUMENTS_FAILED.format(count=len(failed)), file=out)
        for file in failed:
            print(f"  {show.terminal(file.path)}: {file.error}", file=out)
    return DONE


def document(args: Namespace, settings: Settings, out: TextIO) -> int:
    """One document: facts, outline, text."""
    with open_store(settings.data) as store:
        record = store.document(args.id)
        if record is None:
            return unknown(args.id, args, out)
        detail = document_detail(store, record)
    if args.json:
        print_json(detail, out)
        return DONE
    facts = (detail["issuer"], show.date(detail["issued_on"]), detail["source_path"])
    print("\n".join([named(detail), *(show.terminal(fact) for fact in facts if fact)]), file=out)
    _print_outline(detail["sections"], out, 1)
    print("", file=out)
    print(_lines(detail["text"]), file=out)
    return DONE


def _lines(text: str) -> str:
    return "\n".join(show.terminal(line) for line in text.split("\n"))


def _print_outline(sections: list[dict[str, Any]], out: TextIO, depth: int) -> None:
    for section in sections:
        line = " ".join(part for part in (section["label"], section["heading"]) if part)
        print(f"{'  ' * depth}{show.terminal(line)} [{show.section_kind(section['kind'])}]", file=out)
        _print_outline(section["children"], out, depth + 1)


def search(args: Namespace, settings: Settings, out: TextIO) -> int:
    """Passages for a question."""
    query = " ".join(args.query).encode("utf-8", "replace").decode()[: settings.max_query_chars]
    if args.type and (problem := unknown_type(args.type)):
        raise UsageError(problem)
    filters = Filters(kind=args.kind, year=args.year, type=args.type, issuer=args.issuer)
    open_store(settings.data).close()
    searcher = open_searcher(settings.data, settings)
    try:
        result = searcher.search(query, args.k, filters, as_typed=args.as_typed)
        absent = absent_number(searcher.store, result)
    finally:
        searcher.close()
    for remark in [*filter(None, [absent]), *result.notes]:
        note(remark)
    if not query.strip():
        note(messages.SEARCH_EMPTY)
    if args.json:
        print_json(result.to_json(), out)
        return DONE
    if result.query.restored:
        print(messages.SEARCH_RESTORED.format(text=show.terminal(result.query.text)), file=out)
    for hit in result.hits:
        print(f"\n{hit.rank}. {named(hit.document)}", file=out)
        day = show.date(hit.document["issued_on"])
        force = messages.STATUSES["unknown"].lower() if hit.status.name == "unknown" else ""
        place = ", ".join(filter(None, (hit.document["issuer"], day, f"trang {hit.page}", force)))
        print(f"   {show.terminal(place)}", file=out)
        if hit.status.name != "unknown":
            newer = hit.status.newer
            by = messages.STATUS_BY.format(number=newer.number) if newer else ""
            print(f"   {show.terminal(messages.STATUSES[hit.status.name] + by)}", file=out)
        if hit.section_path:
            print(f"   {show.terminal(' > '.join(hit.section_path))}", file=out)
        short = show.snippet(hit.text, hit.highlights) or show.marked(hit.text, hit.highlights)
        text = "".join(f"[{part}]" if marked else part for part, marked in short)
        print(f"   {show.terminal(' '.join(text.split()))}", file=out)
        print(f"   {hit.url}", file=out)
    if result.hits:
        took = f"{result.took_ms:.0f}"
        print("\n" + messages.SEARCH_TOTAL.format(total=show.count(result.total), took=took), file=out)
    elif query.strip():
        print(messages.SEARCH_NOTHING, file=out)
    return DONE


# --- upkeep ------------------------------------------------------------------------------------


def doctor(args: Namespace, settings: Settings, out: TextIO) -> int:
    """Is everything there and sound?"""
    from service.doctor import BAD, GOOD, examine

    found = []
    for finding in examine(settings.data, settings):
        found.append(finding)
        if not args.json:
            sign = {GOOD: "  tốt ", BAD: "  HỎNG"}.get(finding.status, "  lưu ý")
            print(f"{sign:8} {finding.message}", file=out)
    bad = [finding for finding in found if finding.status == BAD]
    if args.json:
        checks = [{"code": f.code, "status": f.status, "message": f.message} for f in found]
        print_json({"ok": not bad, "checks": checks}, out)
    else:
        print(messages.DOCTOR_TROUBLE.format(count=len(bad)) if bad else messages.DOCTOR_ALL_GOOD, file=out)
    if not (settings.data / STORE_NAME).is_file():
        return WRONG
    return SOME_FAILED if bad else DONE


def backup(args: Namespace, settings: Settings, out: TextIO) -> int:
    """Store and originals into one file."""
    from service.backup import BackupError, back_up

    open_store(settings.data).close()
    try:
        count = back_up(settings.data, args.file)
    except BackupError as error:
        raise UsageError(str(error)) from error
    bytes_written = args.file.stat().st_size
    if args.json:
        print_json({"file": str(args.file), "documents": count, "bytes": bytes_written}, out)
    else:
        size = show.size(bytes_written)
        print(messages.BACKUP_DONE.format(documents=show.count(count), file=args.file, size=size), file=out)
    return DONE


def restore(args: Namespace, settings: Settings, out: TextIO) -> int:
    """A backup back in force; what was there is kept aside."""
    from service.backup import BackupError
    from service.backup import restore as put_back

    try:
        restored = put_back(settings.data, args.file)
    except BackupError as error:
        raise UsageError(str(error)) from error
    with Store(settings.data / STORE_NAME) as store:
        _build(store, settings.data, settings, anew=True)
    if args.json:
        kept = str(restored.kept) if restored.kept else None
        print_json({"documents": restored.documents, "kept": kept}, out)
        return DONE
    print(messages.RESTORE_DONE.format(documents=show.count(restored.documents), data=settings.data), file=out)
    if restored.kept:
        print(messages.RESTORE_KEPT.format(folder=restored.kept), file=out)
    print(messages.RESTORE_RESTART, file=out)
    return DONE


# --- serving -----------------------------------------------------------------------------------


def serve(args: Namespace, settings: Settings, out: TextIO) -> int:
    """The web service."""
    open_store(settings.data).close()
    from service.web import serve as run

    def announce(address: str) -> None:
        if args.json:
            print_json({"address": address}, out, indent=None)
        else:
            print(messages.SERVE_ADDRESS.format(address=address), file=out)
        out.flush()

    run(settings.data, settings, announce)
    return DONE


def demo(args: Namespace, settings: Settings, out: TextIO) -> int:
    """The sample documents in a knowledge base of their own, served."""
    from service.demo import corpus_folder, demo_data
    from service.web import serve as run

    corpus = corpus_folder()
    if corpus is None:
        raise UsageError(messages.DEMO_CORPUS_MISSING)
    data = args.data or demo_data(settings)
    note(messages.DEMO_INGESTING.format(data=data))
    results = _ingest([corpus], data, settings, None)
    for result in results:
        if result.status == "failed":
            note(f"{messages.INGEST_STATUS['failed']}  {Path(result.path).name}: {result.error}")

    def announce(address: str) -> None:
        if args.json:
            print_json({"address": address, "queries": messages.DEMO_QUERIES}, out, indent=None)
        else:
            print(messages.SERVE_ADDRESS.format(address=address), file=out)
            for query in messages.DEMO_QUERIES:
                print(messages.DEMO_TRY.format(query=query), file=out)
        out.flush()

    run(data, settings, announce, messages.DEMO_QUERIES)
    return DONE


# --- measuring and training --------------------------------------------------------------------


def evaluate_gold(args: Namespace, settings: Settings, out: TextIO) -> int:
    """Facts against the hand labels, per field, with the misses."""
    from evaluation.gold import SPLITS
    from evaluation.gold import evaluate_gold as evaluate

    splits: tuple[str, ...] = (args.split,) if args.split else SPLITS
    documents = args.documents or Path(__file__).parents[2] / "shared" / "documents"
    if not documents.is_dir():
        if args.documents or args.split not in (None, "corpus"):
            raise UsageError(messages.CLI_FILE_MISSING.format(path=documents))
        note(messages.EVALUATE_GOLD_ALONE)
        splits = ("corpus",)
    figures = evaluate(documents, splits)
    if args.json:
        print_json(figures, out)
        return DONE
    for split, kinds in figures["splits"].items():
        print(messages.EVALUATE_GOLD_SPLIT.format(split=split, count=kinds["documents"]), file=out)
        for kind in ("citations", "targets", "tasks"):
            print(f"  {kind}", file=out)
            for name, value in kinds[kind].items():
                shown = ", ".join(f"{n} {v}" for n, v in value.items()) if isinstance(value, dict) else value
                print(f"    {name:18} {shown}", file=out)
        for path in kinds["unread"]:
            print(messages.EVALUATE_GOLD_UNREAD.format(path=path), file=out)
        for miss in figures["misses"][split]:
            text = messages.EVALUATE_GOLD_HELD.format(count=miss) if split == "held" else miss
            print(f"    - {show.terminal(text)}", file=out)
    return DONE


def evaluate_beir(args: Namespace, settings: Settings, out: TextIO) -> int:
    """Retrieval quality on BEIR files, through the product's own search."""
    from evaluation.beir import BeirError
    from evaluation.beir import evaluate_beir as evaluate
    from index.rerank import load_ranker

    _must_exist([args.corpus, args.queries, args.qrels])
    embedder = embedder_or_none(settings)
    try:
        figures = evaluate(
            args.corpus,
            args.queries,
            args.qrels,
            args.diacritics,
            load_model=None if embedder is None else lambda: embedder,
            restore=restorer(),
            progress=lambda done: note(messages.EVALUATE_INDEXED.format(count=show.count(done))),
            ranker=load_ranker(),
        )
    except BeirError as error:
        raise UsageError(messages.EVALUATE_BEIR_BAD.format(detail=error)) from error
    if args.json:
        print_json(figures, out)
        return DONE
    print(
        messages.EVALUATE_SIZE.format(queries=figures["queries"], documents=show.count(figures["documents"])), file=out
    )
    names = list(next(iter(figures["systems"].values())))
    print(f"{'':10}" + "".join(f"{name:>12}" for name in names), file=out)
    for system, values in figures["systems"].items():
        print(f"{system:10}" + "".join(f"{values[name]:12.3f}" for name in names), file=out)
    return DONE


def evaluate_models(args: Namespace, settings: Settings, out: TextIO) -> int:
    """Embedding models compared on the owner's own questions and documents."""
    from evaluation.compare_models import Contestant, QuestionsError, compare_models, not_held, read_asked
    from index.embed import load_embedder

    _must_exist([args.questions])
    try:
        asked = read_asked(args.questions)
    except QuestionsError as error:
        raise UsageError(str(error)) from error
    store = open_store(settings.data)
    try:
        missing = not_held(store, asked)
    finally:
        store.close()
    if missing:
        note(messages.EVALUATE_MODELS_UNKNOWN.format(names="; ".join(missing)))
    asked = [one for one in asked if one.document not in missing]
    if not asked:
        raise UsageError(messages.EVALUATE_MODELS_EMPTY.format(path=args.questions))
    contestants = [
        Contestant(messages.EVALUATE_MODELS_SHIPPED, load_embedder),
        Contestant(messages.EVALUATE_MODELS_WORDS, None),
    ]
    if settings.model:
        contestants.append(Contestant(settings.model, lambda: embedder_of(settings)))
    contestants += [Contestant(name, partial(load_embedder, name)) for name in args.model if name != settings.model]
    rows = compare_models(
        settings.data,
        asked,
        contestants,
        restorer(),
        progress=lambda name: note(messages.EVALUATE_MODELS_BUILDING.format(model=name)),
    )
    if args.json:
        print_json({"questions": len(asked), "left_out": missing, "models": rows}, out)
        return DONE
    columns = ("hit@1", "hit@3", "hit@10", "mrr@10", "low", "high", "p", "index_s", "ms_p50")
    print("".join(f"{name:>9}" for name in columns), file=out)
    for row in rows:
        if "error" in row:
            print(
                messages.EVALUATE_MODELS_FAILED.format(model=show.terminal(row["model"]), detail=row["error"]), file=out
            )
            continue
        values = "".join(f"{'-' if row[name] is None else row[name]:>9}" for name in columns)
        print(f"{values}  {show.terminal(row['model'])}", file=out)
    note(messages.EVALUATE_MODELS_NOTE)
    return DONE


def train_all(args: Namespace, settings: Settings, out: TextIO) -> int:
    """Every shipped model from the shared training data; what is there and up to date is left as it is."""
    from evaluation.beir import BeirError
    from evaluation.train_all import TrainingError
    from evaluation.train_all import train_all as train

    try:
        made = train(args.shared, args.out, work=args.work, only=args.only, again=args.again, log=note)
    except (TrainingError, BeirError) as error:
        raise UsageError(str(error)) from error
    if args.json:
        print_json({"out": str(args.out), "stages": [{**asdict(one), "output": str(one.output)} for one in made]}, out)
        return DONE
    for one in made:
        state = messages.TRAIN_ALL_KEPT
        if one.made:
            state = messages.TRAIN_ALL_SAME if one.same else messages.TRAIN_ALL_MADE
        row = {"minutes": one.seconds / 60, "size": one.size / 1e6, "output": one.output, "state": state}
        print(messages.TRAIN_ALL_ROW.format(name=one.name, **row), file=out)
    for one in made:
        _print_orders(one.figures or {}, out)
    return DONE


def train_embedding(args: Namespace, settings: Settings, out: TextIO) -> int:
    """The static embedding model, from pairs and texts; the same call goes on where it was cut off."""
    from index.train_embedding import train

    questions = tuple(args.questions) if args.questions else None
    _must_exist([*args.pairs, *args.texts, *([args.corpus] if args.corpus else []), *(questions or ())])
    if questions and not args.corpus:
        raise UsageError(messages.TRAIN_QUESTIONS_ALONE)
    folder = train(args.pairs, args.out, texts=args.texts, corpus=args.corpus, questions=questions)
    if args.json:
        print_json({"out": str(folder)}, out)
    return DONE


def train_diacritics(args: Namespace, settings: Settings, out: TextIO) -> int:
    """The model that restores diacritics, from text."""
    from index.train_diacritics import train

    _must_exist(args.text)
    train(args.text, args.out)
    if args.json:
        print_json({"out": str(args.out)}, out)
    return DONE


def train_ranker(args: Namespace, settings: Settings, out: TextIO) -> int:
    """The ranker, from questions with known answers; prints what it gains on questions it has not seen."""
    from evaluation.beir import BeirError
    from evaluation.train_ranker import train

    _must_exist([args.corpus, args.queries, args.qrels])
    try:
        figures = train(args.corpus, args.queries, args.qrels, args.models, args.out, note)
    except BeirError as error:
        raise UsageError(str(error)) from error
    if args.json:
        print_json({"out": str(args.out), "figures": figures}, out)
        return DONE
    _print_orders(figures, out)
    return DONE


def _print_orders(figures: dict[str, dict[str, dict[str, float]]], out: TextIO) -> None:
    for system, orders in figures.items():
        for order, values in orders.items():
            line = "  ".join(f"{name} {value:.3f}" for name, value in values.items() if not name.startswith("ms"))
            print(f"{system:8} {order:9} {line}", file=out)


def _must_exist(paths: list[Path]) -> None:
    for path in paths:
        if not path.is_file():
            raise UsageError(messages.CLI_FILE_MISSING.format(path=path))


def _from(module: str, name: str) -> Command:
    """A command whose module is imported when it is called."""

    def command(args: Namespace, settings: Settings, out: TextIO) -> int:
        called: Command = getattr(importlib.import_module(module), name)
        return called(args, settings, out)

    return command


COMMANDS: dict[str, Command] = {
    "ingest": ingest,
    "documents": documents,
    "document": document,
    "search": search,
    "tasks": _from("service.task_commands", "tasks"),
    "citations": _from("service.citation_commands", "citations"),
    "basis": _from("service.basis_commands", "basis"),
    "check": _from("service.draft_commands", "check"),
    "targets": _from("service.target_commands", "targets"),
    "compare": _from("service.target_commands", "compare"),
    "remove": remove,
    "rebuild": rebuild,
    "doctor": doctor,
    "backup": backup,
    "restore": restore,
    "serve": serve,
    "demo": demo,
    "evaluate_beir": evaluate_beir,
    "evaluate_gold": evaluate_gold,
    "evaluate_models": evaluate_models,
    "train_all": train_all,
    "train_embedding": train_embedding,
    "train_diacritics": train_diacritics,
    "train_ranker": train_ranker,
}
