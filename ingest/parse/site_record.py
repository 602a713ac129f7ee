"""The record that a law site prints above its copy of a document ("Số hiệu: ... Nơi ban hành: ...")."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.parse.plain import Plain, squeeze

_LABELS = {
    "so hieu": "number",
    "so ky hieu": "number",
    "loai van ban": "type",
    "noi ban hanh": "issuer",
    "co quan ban hanh": "issuer",
    "nguoi ky": "signer",
    "ngay ban hanh": "date",
    "ngay hieu luc": "effective",
    "ngay cong bao": "gazette",
    "so cong bao": "gazette_number",
    "tinh trang": "status",
    "trich yeu": "title",
}
_SPACED = "|".join(label.replace(" ", r"\s+") for label in _LABELS)
# With a colon, or alone in a cell of the record's table.
_LABEL = re.compile(rf"(?P<label>{_SPACED})\s*:|(?:^|(?<=\n))(?P<alone>{_SPACED})[ ]*(?=\n)")
FEWEST = 3
FARTHEST = 120  # characters between a value and the next label


@dataclass(frozen=True, slots=True)
class RecordField:
    """A field of the record; `span` is its place in the reading's text."""

    value: str
    span: tuple[int, int]


def read_record(view: Plain) -> tuple[dict[str, RecordField], int]:
    """Fields of the record and where the document itself begins.

    Fewer than three different labels are no record: ({}, 0).
    """
    limit = min(len(view.bare), 3500)
    marks = list(_LABEL.finditer(view.bare, 0, limit))
    fields: dict[str, RecordField] = {}
    end = marks[0].start() if marks else 0
    for at, mark in enumerate(marks):
        stop = marks[at + 1].start() if at + 1 < len(marks) else limit
        line_end = view.bare.find("\n", mark.end())
        # The value stands on the label's line or on the next line that is not empty.
        if not view.text[mark.end() : line_end].strip():
            line_end = view.bare.find("\n", line_end + 1)
        value_end = min(stop, line_end if line_end >= 0 else stop)
        value = squeeze(view.text[mark.end() : value_end]).strip(" |:")
        name = _LABELS[" ".join((mark["label"] or mark["alone"]).split())]
        # Further down a page lists related documents with the same labels.
        if name in fields or mark.start() - end > FARTHEST:
            break
        if value:
            fields[name] = RecordField(value, view.span(mark.end(), value_end))
        end = max(end, value_end)
    if len(set(fields)) < FEWEST:
        return {}, 0
    return fields, end
