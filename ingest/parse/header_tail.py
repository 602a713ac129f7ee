"""The end of a document: its recipients and the signature beside them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import islice

from ingest.clean.fold import strip_diacritics
from ingest.clean.letters import UPPER
from ingest.models import Reading
from ingest.parse.head import Head
from ingest.parse.plain import Plain, plain_view
from ingest.parse.recipients import RECIPIENTS, read_recipients
from ingest.parse.signer import Signature, read_signer, read_torn_signature

TAIL_LIMIT = 6000  # characters that a signature and a list of recipients may take
TRIALS = 12  # places looked at for a signature: hostile text repeats them without end


@dataclass(slots=True)
class Tail:
    """What the end of a document tells; `recipients_at` is a span of the document's text."""

    view: Plain
    signature: Signature | None = None
    recipients: list[str] = field(default_factory=list)
    recipients_at: tuple[int, int] | None = None


def read_tail(reading: Reading, head: Head, text: str) -> Tail:
    """Recipients and signature: the first list of recipients, the signature beside it.

    What a document attaches (a regulation, appendices) comes after its own signature.
    """
    bare = strip_diacritics(text).lower()
    head_end = (
        head.view.origin[min(head.type_at[1] if head.type_at else head.start, len(head.view.origin) - 1)]
        if head.view.origin
        else 0
    )
    for found in islice(RECIPIENTS.finditer(bare, head_end), TRIALS):
        if (
            not re.search(r"(?:^|[\n|]|\s\s|\*)\W*$", text[max(0, found.start() - 12) : found.start()])
            and ":" not in found.group()
        ):
            continue
        tail = Tail(_view_around(reading, found.start()))
        where = next(
            (m for m in RECIPIENTS.finditer(tail.view.bare) if tail.view.origin[m.start()] >= found.start() - 2), None
        )
        if where is None:
            continue
        tail.recipients, end = read_recipients(tail.view, where.start())
        if tail.recipients:
            tail.recipients_at = tail.view.span(where.start(), end)
        tail.signature = (
            read_torn_signature(tail.view, where.start(), end)
            or read_signer(tail.view, where.start(), len(tail.view.text))
            or read_signer(tail.view, max(0, where.start() - 600), where.start())
        )
        return tail
    # No list of recipients: the first "KT. ...", else whatever signs the end of the text.
    for found in islice(_ON_BEHALF.finditer(text, head_end), TRIALS):
        tail = Tail(_view_around(reading, found.start()))
        tail.signature = read_signer(tail.view, 0, len(tail.view.text))
        if tail.signature:
            return tail
    tail = Tail(_view_around(reading, max(head_end, len(text) - 2500)))
    tail.signature = read_signer(tail.view, 0, len(tail.view.text))
    return tail


_ON_BEHALF = re.compile(rf"\b(?:TM|KT|TL|TUQ)\s?\.\s?[{UPPER}]{{2,}}")


def _view_around(reading: Reading, offset: int) -> Plain:
    since = max(0, offset - 900)
    blocks = ((i, block) for i, block in enumerate(reading.blocks) if block.end >= since)
    return plain_view(blocks, TAIL_LIMIT + 900, since)
