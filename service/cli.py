"""`cchc`: the command line. Parses, runs one command of `service.commands`, turns trouble into one
Vietnamese line and an exit code: 0 done, 1 some input failed, 2 wrong usage or no knowledge base."""

from __future__ import annotations

import argparse
import contextlib
import logging
import os
import sys
import traceback
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TextIO

from ingest import messages
from ingest.models import SectionKind
from service.settings import Settings, SettingsError
from service.usage import Parser, UsageError, day, os_reason, whole

DONE, SOME_FAILED, WRONG = 0, 1, 2
_INTERRUPTED = 130
LARGEST_K = 1000


def build_parser() -> Parser:
    """The whole command line. `--data` and `--json` are understood before and after the command."""
    parser = Parser(prog="cchc", description=messages.CLI_ABOUT)
    parser.add_argument("--version", action="store_true", help=messages.CLI_ARG_VERSION)
    _common(parser, default=None)
    commands = parser.add_subparsers(dest="command", metavar="LỆNH", title=messages.CLI_COMMANDS, parser_class=Parser)

    def command(name: str, about: str, group: argparse._SubParsersAction[Parser] = commands) -> Parser:
        made = group.add_parser(name, help=about, description=about + ".")
        _common(made, default=argparse.SUPPRESS)
        return made

    one = command("ingest", messages.CLI_ABOUT_INGEST)
    one.add_argument("paths", nargs="+", metavar="PATH", type=Path, help=messages.CLI_ARG_PATH)
    one.add_argument("--force", action="store_true", help=messages.CLI_ARG_FORCE)
    one.add_argument("--prune", action="store_true", help=messages.CLI_ARG_PRUNE)

    command("documents", messages.CLI_ABOUT_DOCUMENTS)

    one = command("document", messages.CLI_ABOUT_DOCUMENT)
    one.add_argument("id", metavar="ID", help=messages.CLI_ARG_ID)

    one = command("search", messages.CLI_ABOUT_SEARCH)
    one.add_argument("query", nargs="+", metavar="QUERY", help=messages.CLI_ARG_QUERY)
    one.add_argument("-k", type=whole(1, LARGEST_K), default=10, metavar="N", help=messages.CLI_ARG_K)
    kinds = [kind.value for kind in SectionKind]
    one.add_argument("--kind", choices=kinds, metavar="K", help=f"{messages.CLI_ARG_KIND}: {', '.join(kinds)}")
    one.add_argument("--year", type=whole(1900, 2200), metavar="Y", help=messages.CLI_ARG_YEAR)
    one.add_argument("--type", metavar="KH", help=messages.CLI_ARG_TYPE)
    one.add_argument("--issuer", metavar="TEXT", help=messages.CLI_ARG_ISSUER)
    one.add_argument("--as-typed", action="store_true", help=messages.CLI_ARG_AS_TYPED)

    one = command("tasks", messages.CLI_ABOUT_TASKS)
    one.add_argument("query", nargs="*", metavar="QUERY", help=messages.CLI_ARG_TASK_QUERY)
    one.add_argument("--unit", metavar="TEXT", help=messages.CLI_ARG_UNIT)
    one.add_argument("--role", choices=("lead", "coordinate", "monitor"), metavar="R", help=messages.CLI_ARG_ROLE)
    one.add_argument("--document", metavar="ID", help=messages.CLI_ARG_DOCUMENT)
    one.add_argument("--year", type=whole(1900, 2200), metavar="Y", help=messages.CLI_ARG_YEAR)
    one.add_argument("--due", choices=("soon", "past", "dated", "undated"), metavar="D", help=messages.CLI_ARG_DUE)
    one.add_argument("--due-from", type=day, metavar="DAY", help=messages.CLI_ARG_DUE_FROM)
    one.add_argument("--due-to", type=day, metavar="DAY", help=messages.CLI_ARG_DUE_TO)
    one.add_argument(
        "--sort", choices=("relevance", "due", "document"), metavar="ORDER", help=messages.CLI_ARG_TASK_SORT
    )
    one.add_argument("--duplicates", action="store_true", help=messages.CLI_ARG_DUPLICATES)
    one.add_argument("--csv", metavar="F", type=Path, help=messages.CLI_ARG_CSV)
    one.add_argument("--xlsx", metavar="F", type=Path, help=messages.CLI_ARG_XLSX)

    one = command("citations", messages.CLI_ABOUT_CITATIONS)
    one.add_argument("--document", metavar="ID", help=messages.CLI_ARG_DOCUMENT)
    one.add_argument("--number", metavar="N", help=messages.CLI_ARG_NUMBER)

    one = command("check", messages.CLI_ABOUT_CHECK)
    one.add_argument("draft", metavar="DRAFT", type=Path, help=messages.CLI_ARG_DRAFT)

    one = command("basis", messages.CLI_ABOUT_BASIS)
    one.add_argument("topic", nargs="+", metavar="TOPIC", help=messages.CLI_ARG_TOPIC)

    one = command("targets", messages.CLI_ABOUT_TARGETS)
    one.add_argument("query", nargs="*", metavar="QUERY", help=messages.CLI_ARG_TARGET_QUERY)
    one.add_argument("--document", metavar="ID", help=messages.CLI_ARG_DOCUMENT)
    one.add_argument("--year", type=whole(1900, 2200), metavar="Y", help=messages.CLI_ARG_TARGET_YEAR)
    one.add_argument("--unit", metavar="U", help=messages.CLI_ARG_TARGET_UNIT)
    one.add_argument("--issuer", metavar="TEXT", help=messages.CLI_ARG_TARGET_ISSUER)
    one.add_argument("--duplicates", action="store_true", help=messages.CLI_ARG_DUPLICATES)
    one.add_argument("--csv", metavar="F", type=Path, help=messages.CLI_ARG_CSV)
    one.add_argument("--xlsx", metavar="F", type=Path, help=messages.CLI_ARG_XLSX)

    one = command("compare", messages.CLI_ABOUT_COMPARE)
    one.add_argument("query", nargs="+", metavar="QUERY", help=messages.CLI_ARG_COMPARE_QUERY)
    one.add_argument("--issuer", metavar="TEXT", help=messages.CLI_ARG_TARGET_ISSUER)
    one.add_argument("--xlsx", metavar="F", type=Path, help=messages.CLI_ARG_XLSX)

    one = command("remove", messages.CLI_ABOUT_REMOVE)
    one.add_argument("id", metavar="ID", help=messages.CLI_ARG_ID)

    command("rebuild", messages.CLI_ABOUT_REBUILD)

    one = command("backup", messages.CLI_ABOUT_BACKUP)
    one.add_argument("file", metavar="FILE", type=Path, help=messages.CLI_ARG_BACKUP_FILE)
    one = command("restore", messages.CLI_ABOUT_RESTORE)
    one.add_argument("file", metavar="FILE", type=Path, help=messages.CLI_ARG_RESTORE_FILE)
    command("doctor", messages.CLI_ABOUT_DOCTOR)

    for name, about in (("serve", messages.CLI_ABOUT_SERVE), ("demo", messages.CLI_ABOUT_DEMO)):
        one = command(name, about)
        one.add_argument("--host", metavar="H", help=messages.CLI_ARG_HOST)
        one.add_argument("--port", type=whole(0, 65535), metavar="P", help=messages.CLI_ARG_PORT)

    group = command("evaluate", messages.CLI_ABOUT_EVALUATE).add_subparsers(
        dest="what", metavar="CÁCH", title=messages.CLI_COMMANDS, parser_class=Parser, required=True
    )
    one = command("beir", messages.CLI_ABOUT_BEIR, group)
    one.add_argument("--corpus", required=True, metavar="F", type=Path, help=messages.CLI_ARG_BEIR_CORPUS)
    one.add_argument("--queries", required=True, metavar="F", type=Path, help=messages.CLI_ARG_BEIR_QUERIES)
    one.add_argument("--qrels", required=True, metavar="F", type=Path, help=messages.CLI_ARG_BEIR_QRELS)
    one.add_argument(
        "--diacritics", choices=("all", "half", "none"), default="all", help=messages.CLI_ARG_BEIR_DIACRITICS
    )

    one = command("models", messages.CLI_ABOUT_MODELS, group)
    one.add_argument("--questions", required=True, metavar="F", type=Path, help=messages.CLI_ARG_MODELS_QUESTIONS)
    one.add_argument("--model", action="append", default=[], metavar="M", help=messages.CLI_ARG_MODELS_MODEL)

    one = command("gold", messages.CLI_ABOUT_GOLD, group)
    one.add_argument("--documents", metavar="DIR", type=Path, help=messages.CLI_ARG_GOLD_DOCUMENTS)
    one.add_argument("--split", choices=("tune", "held", "corpus"), help=messages.CLI_ARG_GOLD_SPLIT)

    group = command("train", messages.CLI_ABOUT_TRAIN).add_subparsers(
        dest="what", metavar="MÔ_HÌNH", title=messages.CLI_COMMANDS, parser_class=Parser, required=True
    )
    one = command("all", messages.CLI_ABOUT_TRAIN_ALL, group)
    one.add_argument("--shared", required=True, metavar="DIR", type=Path, help=messages.CLI_ARG_SHARED)
    one.add_argument("--out", required=True, metavar="DIR", type=Path, help=messages.CLI_ARG_MODELS_OUT)
    one.add_argument("--work", metavar="DIR", type=Path, help=messages.CLI_ARG_WORK)
    one.add_argument(
        "--only",
        nargs="+",
        default=[],
        metavar=messages.CLI_MODEL,
        choices=("embedding", "diacritics", "ranker"),
        help=messages.CLI_ARG_ONLY,
    )
    one.add_argument(
        "--again",
        nargs="+",
        default=[],
        metavar=messages.CLI_STAGE,
        choices=("prepare", "folds", "embedding", "diacritics", "ranker"),
        help=messages.CLI_ARG_AGAIN,
    )
    one = command("embedding", messages.CLI_ABOUT_TRAIN_EMBEDDING, group)
    one.add_argument("--pairs", nargs="+", required=True, metavar="F", type=Path, help=messages.CLI_ARG_PAIRS)
    one.add_argument("--texts", nargs="+", default=[], metavar="F", type=Path, help=messages.CLI_ARG_LONG_TEXTS)
    one.add_argument("--corpus", metavar="F", type=Path, help=messages.CLI_ARG_TRAIN_CORPUS)
    one.add_argument("--questions", nargs=2, metavar=("F", "QRELS"), type=Path, help=messages.CLI_ARG_TRAIN_QUESTIONS)
    one.add_argument("--out", required=True, metavar="DIR", type=Path, help=messages.CLI_ARG_OUT)
    one = command("ranker", messages.CLI_ABOUT_TRAIN_RANKER, group)
    one.add_argument("--corpus", required=True, metavar="F", type=Path, help=messages.CLI_ARG_BEIR_CORPUS)
    one.add_argument("--queries", required=True, metavar="F", type=Path, help=messages.CLI_ARG_BEIR_QUERIES)
    one.add_argument("--qrels", required=True, metavar="F", type=Path, help=messages.CLI_ARG_BEIR_QRELS)
    one.add_argument("--models", nargs="+", required=True, metavar="DIR", type=Path, help=messages.CLI_ARG_FOLD_MODELS)
    one.add_argument("--out", required=True, metavar="F", type=Path, help=messages.CLI_ARG_OUT_FILE)
    one = command("diacritics", messages.CLI_ABOUT_TRAIN_DIACRITICS, group)
    one.add_argument("--text", nargs="+", required=True, metavar="F", type=Path, help=messages.CLI_ARG_TEXTS)
    one.add_argument("--out", required=True, metavar="F", type=Path, help=messages.CLI_ARG_OUT_FILE)
    return parser


def _common(parser: Parser, default: object) -> None:
    # A default in the subparser would overwrite what stood before the command.
    parser.add_argument("--data", metavar="DIR", type=Path, default=default, help=messages.CLI_ARG_DATA)
    parser.add_argument(
        "--json", action="store_true", default=False if default is None else default, help=messages.CLI_ARG_JSON
    )


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command; returns the exit code. Never raises for bad input."""
    _speak_utf8()
    logging.basicConfig(level=logging.WARNING, format="%(message)s", stream=sys.stderr)
    try:
        return _run(argv)
    except UsageError as error:
        return _complain(str(error))
    except SystemExit as leaving:  # --help
        return int(leaving.code or 0)
    except SettingsError as error:
        return _complain(str(error))
    except KeyboardInterrupt:
        print(f"\n{messages.CLI_INTERRUPTED}", file=sys.stderr)
        return _INTERRUPTED
    except BrokenPipeError:  # `cchc documents | head`
        with contextlib.suppress(OSError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except Exception as error:
        return _explain(error)


def _run(argv: Sequence[str] | None) -> int:
    parser = build_parser()
    args = parser.parse_args(argv)
    if args.version:
        from service.version import version

        print(f"cchc {version()}")
        return DONE
    if args.command is None:
        parser.error(messages.CLI_NO_COMMAND)
    settings = Settings.from_environment(
        data=args.data, host=getattr(args, "host", None), port=getattr(args, "port", None)
    )
    from service import commands

    with json_alone(args.json) as out:
        name = "_".join(filter(None, (args.command, getattr(args, "what", None))))
        code: int = commands.COMMANDS[name](args, settings, out)
        out.flush()
        return code


def _explain(error: Exception) -> int:
    """An error that a command met -> its own Vietnamese sentence, or where to look."""
    from index.generation import IndexUnusableError
    from index.model_errors import ModelError
    from index.store_errors import StoreError
    from ingest.errors import ReadError

    if os.environ.get("CCHC_DEBUG"):
        traceback.print_exception(error)
    if isinstance(error, (StoreError, IndexUnusableError, ModelError, ReadError)):
        return _complain(str(error))
    if isinstance(error, FileNotFoundError) and error.filename:
        folder = os.path.dirname(_text(error.filename))
        if folder and not os.path.isdir(folder):
            return _complain(messages.CLI_FOLDER_MISSING.format(path=folder))
        return _complain(messages.CLI_FILE_MISSING.format(path=_text(error.filename)))
    if isinstance(error, OSError):
        where = _text(error.filename) if error.filename else "?"
        return _complain(messages.CLI_OS_FAILED.format(path=where, detail=os_reason(error)))
    return _complain(messages.CLI_FAILED.format(detail=f"{type(error).__name__}: {error}"))


def _text(name: object) -> str:
    return os.fsdecode(name) if isinstance(name, (str, bytes)) else str(name)


def _complain(sentence: str) -> int:
    print(" ".join(sentence.split()), file=sys.stderr)
    return WRONG


def _speak_utf8() -> None:
    """Vietnamese on any terminal; names of files that are no UTF-8 are shown with '?'."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")


@contextlib.contextmanager
def json_alone(wanted: bool) -> Iterator[TextIO]:
    """Where a command writes its result. With `--json`, whatever else is printed meanwhile, by a
    library or by a child process, goes to stderr, so that stdout holds JSON alone."""
    out = sys.stdout
    if not wanted:
        yield out
        return
    saved, number = None, 1
    real = sys.__stdout__
    if real is not None and out is real:
        with contextlib.suppress(OSError, ValueError):
            out.flush()
            number = out.fileno()
            saved = os.dup(number)
            os.dup2(sys.stderr.fileno(), number)
            out = open(saved, "w", encoding="utf-8", errors="replace")  # noqa: SIM115  (closed below)
    try:
        with contextlib.redirect_stdout(sys.stderr):
            yield out
    finally:
        if saved is not None:
            with contextlib.suppress(BrokenPipeError):
                out.flush()
            os.dup2(saved, number)
            with contextlib.suppress(BrokenPipeError):
                out.close()


if __name__ == "__main__":
    sys.exit(main())
