"""Progress on stderr: a bar on a terminal, now and then a line elsewhere (logs, services)."""

from __future__ import annotations

import sys
import time
from types import TracebackType
from typing import Any, TextIO

from ingest import messages

_LINE_SECONDS = 10.0


class Progress:
    """Counts finished files. `step` from one thread at a time."""

    def __init__(self, total: int, *, shown: bool = True, stream: TextIO | None = None) -> None:
        self.total = total
        self.done = 0
        self.failed = 0
        self._stream = stream or sys.stderr
        self._next_line = time.monotonic() + _LINE_SECONDS
        self._shown = shown
        self._printed = 0  # files counted by the last line
        self._bar: Any = None
        if shown and self._stream.isatty():
            from tqdm import tqdm

            self._bar = tqdm(
                total=total,
                desc=messages.COLLECT_TITLE,
                unit=" " + messages.COLLECT_UNIT,
                file=self._stream,
                dynamic_ncols=True,
            )

    def step(self, *, failed: bool = False) -> None:
        """One more file is finished."""
        self.done += 1
        self.failed += failed
        if self._bar is not None:
            self._bar.update()
        elif self._shown and time.monotonic() >= self._next_line:
            self._next_line = time.monotonic() + _LINE_SECONDS
            self._print()

    def _print(self) -> None:
        self._printed = self.done
        line = messages.COLLECT_PROGRESS.format(done=self.done, total=self.total, failed=self.failed)
        print(line, file=self._stream, flush=True)

    def __enter__(self) -> Progress:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar is not None:
            self._bar.close()
        elif 0 < self._printed < self.done:
            # A log that began to count ends with the count, not with the last tenth second.
            self._print()
