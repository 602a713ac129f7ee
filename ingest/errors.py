"""One exception per way a file can fail to be read, each with a sentence that says what to do.

`str(error)` is the Vietnamese sentence a user sees; `error.code` is a stable word for logs, the
API and tests. A reader raises nothing but `ReadError` for bad input; anything else is a defect.
"""

# ruff: noqa: N818  (the names say what happened; all are errors by their base class)

from __future__ import annotations

from ingest import messages


class ReadError(Exception):
    """A file that cannot be read. Picklable: it crosses the process border of `ingest.sandbox`."""

    code = "unreadable"
    message = messages.READ_FAILED

    def __init__(self, **values: object) -> None:
        super().__init__(self.message.format(**values))
        self.values = values

    def __reduce__(self) -> tuple[object, ...]:
        return _rebuild, (type(self), self.values)


def _rebuild(kind: type[ReadError], values: dict[str, object]) -> ReadError:
    return kind(**values)


class FileMissing(ReadError):
    """The path is no file (gone, a folder, a broken link)."""

    code = "missing"
    message = messages.READ_MISSING


class FileForbidden(ReadError):
    """The operating system refuses to open the file."""

    code = "forbidden"
    message = messages.READ_FORBIDDEN


class EmptyFile(ReadError):
    """Zero bytes."""

    code = "empty"
    message = messages.READ_EMPTY


class FileTooLarge(ReadError):
    """More bytes than `Limits.max_file_mb`."""

    code = "too_large"
    message = messages.READ_TOO_LARGE


class UnsupportedFormat(ReadError):
    """A format that no reader knows; `found` names what it looks like."""

    code = "unsupported"
    message = messages.READ_UNSUPPORTED


class NotThisFormat(ReadError):
    """The content is not what the extension promises and no reader can use it."""

    code = "wrong_format"
    message = messages.READ_WRONG_FORMAT


class BinaryFile(ReadError):
    """NUL bytes or control characters where text was expected."""

    code = "binary"
    message = messages.READ_BINARY


class DamagedFile(ReadError):
    """The format is right, the file is truncated or broken."""

    code = "damaged"
    message = messages.READ_DAMAGED


class EncryptedFile(ReadError):
    """A password is needed to open it."""

    code = "encrypted"
    message = messages.READ_ENCRYPTED


class TooManyPages(ReadError):
    """More pages than `Limits.max_pages`."""

    code = "too_many_pages"
    message = messages.READ_TOO_MANY_PAGES


class SuspiciousArchive(ReadError):
    """A zip container that unpacks to too much, has too many entries, or declares a DTD."""

    code = "suspicious"
    message = messages.READ_SUSPICIOUS


class NoText(ReadError):
    """Readable, but without a single word."""

    code = "no_text"
    message = messages.READ_NO_TEXT


class NeedsOcr(ReadError):
    """A PDF of page images, without a text layer."""

    code = "needs_ocr"
    message = messages.READ_NEEDS_OCR


class UselessTextLayer(NeedsOcr):
    """A PDF whose text layer is no Vietnamese (bad OCR, fonts without a Unicode map)."""

    code = "useless_text"
    message = messages.READ_USELESS_TEXT


class LegacyFont(ReadError):
    """Text typed in a font of its own encoding (TCVN3, VNI) that is no Unicode."""

    code = "legacy_font"
    message = messages.READ_LEGACY_FONT


class ToolMissing(ReadError):
    """A program that this format needs is not installed."""

    code = "tool_missing"
    message = messages.READ_TOOL_MISSING


class ToolFailed(ReadError):
    """The program was there and could not convert the file."""

    code = "tool_failed"
    message = messages.READ_TOOL_FAILED


class TookTooLong(ReadError):
    """Over `Limits.read_seconds`."""

    code = "too_slow"
    message = messages.SANDBOX_TOO_SLOW


class TooMuchMemory(ReadError):
    """Over `Limits.memory_mb`."""

    code = "too_much_memory"
    message = messages.SANDBOX_TOO_MUCH_MEMORY


class WorkerCrashed(ReadError):
    """The child process died while reading this file."""

    code = "crashed"
    message = messages.SANDBOX_CRASHED


class UnexpectedFailure(ReadError):
    """A defect of the program met in this file; `detail` goes to the log."""

    code = "defect"
    message = messages.SANDBOX_DEFECT
