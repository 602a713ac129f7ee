"""Where a document names its own legal basis.

One rule: the basis of a document is what its own preamble or its own section of legal basis names. "Căn cứ pháp lý" of
a procedure that it publishes, the preamble of a model form or of another document in the same file, and "căn cứ ..."
in front of a duty in its body are not.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from ingest.extract.segment import Segment
from ingest.models import BlockKind, Document, Section, SectionKind

# A model form's caption, alone in its line: "Mẫu số 05", "MẪU QUYẾT ĐỊNH", "Biểu mẫu 2: Tờ trình".
_FORM_HEAD = re.compile(
    r"^[^\w\-–+]*(?:(?:bieu\s+)?mau(?:\s+bieu)?)\s*(?:so\s*)?[:.]?\s*(?:[\divx]{1,4}[a-zđ]?(?:[./-]\w{1,8})*\b|(?:quyet\s+dinh|to\s+trinh|hop\s+dong|van\s+ban|bao\s+cao|giay)\b)"
    r"(?!\s*(?:,|;|tai|kem\s+theo|va)\b)"
)
# What stands outside of forms again: another appendix or part of the document.
_FORM_OVER = re.compile(
    r"^\W*(?:phu\s+luc|(?:phan|chuong)\s+[ivx\d]+|noi\s+nhan)\b"
    r"|^\W*\w{0,4}[.)]?\s*(?:trinh\s+tu\s+thuc|cach\s+thuc\s+thuc|can\s+cu\s+phap\s+ly)\b"
)
# What a form has and a list of forms has not: places to fill in, the State's name.
_BLANKS = re.compile(r"cong hoa xa hoi chu nghia|\.{5,}|…{2,}|_{4,}")
FORM_REACH = 1500
MAX_CAPTION = 160

# Documents that enact by articles: behind "Điều 1" nothing is their basis any more.
_ENACTING = frozenset({"QĐ", "NQ", "NĐ", "TT", "TTLT", "NQLT", "L", "BL", "PL", "LCTN", "VBHN", "QC", "QyĐ", "ĐL"})
# Documents whose body assigns work ("Căn cứ Quyết định số ..., các sở rà soát" is a duty) or tells what others did on
# what basis. Letters argue in their bodies: "Về việc này, căn cứ Điều 5 Nghị định số ..." is what they rest on.
_ASSIGNING = frozenset({"KH", "CTr", "ĐA", "PA", "DA", "CT", "HD", "KL", "TB", "BC"})
_ARTICLE = re.compile(r"^\W*dieu\s+1\b|^\W*chuong\s+(?:i|1|thu\s+nhat)\b")
_FIRST_HEADING = re.compile(
    r"^\W*(?:(?:i|1|a)\s*[.)/]|phan\s+(?:thu\s+nhat|thu\s+1|i|1|mot)\b|chuong\s+(?:i|1)\b|dieu\s+1\b)"
    r"(?!\W*(?:cac\s+)?(?:can\s+cu|co\s+so\s+phap\s+ly))"
)
_MOTTO = re.compile(r"cong\s+hoa\s+xa\s+hoi\s+chu\s+nghia\s+viet\s+nam")
_APPENDIX = re.compile(r"^\W*phu\s+luc(?:\s+(?:so\s+)?[\divx]{1,4}[a-z]?)?\b(?!\s*(?:kem|ban\s+hanh|cua|nay|tai|,|;))")
# Parts of the description of a procedure.
_PROCEDURE = re.compile(
    r"^[^\w\n]*(?:\w{1,4}(?:\.\d+)*[.)]?\s*)?(?:trinh\s+tu\s+thuc\s+hien|cach\s+thuc\s+thuc\s+hien|thanh\s+phan[,\s]+(?:va\s+)?(?:so\s+luong\s+)?ho\s+so"
    r"|thoi\s+(?:han|gian)\s+giai\s+quyet|(?:le\s+)?phi\s*(?:,\s*le\s+phi)?|ten\s+mau\s+don|yeu\s+cau,?\s+dieu\s+kien|ket\s+qua\s+(?:cua\s+viec\s+)?thuc\s+hien)\b",
    re.MULTILINE,
)
_OF_PROCEDURE = re.compile(r"can\s+cu\s+phap\s+ly\s+(?:cua\s+)?(?:thu\s+tuc|tthc|viec\s+thuc\s+hien\s+thu)")
PROCEDURE_REACH = 6000
OWN_HEADER = 1500  # characters from the beginning that may hold the document's own motto, in two columns twice
TABLE_OF_HEADER = 3000


def model_forms(segments: list[Segment], bare: str) -> list[tuple[int, int]]:
    """Stretches of the text that are model forms: from a caption to the next appendix or the end."""
    if "mau" not in bare:
        return []
    found: list[tuple[int, int]] = []
    begin: int | None = None
    for segment in segments:
        if segment.kind == BlockKind.FOOTNOTE:
            continue
        line = bare[segment.start : min(segment.end, segment.start + MAX_CAPTION + 1)]
        if begin is None:
            if len(line) > MAX_CAPTION or not _FORM_HEAD.match(line) or line.rstrip().endswith(";"):
                continue
            if (segment.cell is None or segment.cell.column < 2) and _BLANKS.search(
                bare, segment.end, segment.end + FORM_REACH
            ):
                begin = segment.start
        elif segment.cell is None and _FORM_OVER.match(line):
            found.append((begin, segment.start))
            begin = None
    if begin is not None:
        found.append((begin, len(bare)))
    return found


class BasisPlace:
    """Answers where a document's own basis can stand. `bare`: its text without diacritics in small letters."""

    def __init__(self, document: Document, segments: list[Segment], bare: str) -> None:
        self._document = document
        self._bare = bare
        self._forms = model_forms(segments, bare)
        self._code = document.header.type_code
        self._body = _body(segments, bare, _ARTICLE if self._code in _ENACTING else _FIRST_HEADING)
        self._attached = _attached(segments, bare, self._body)
        self._procedure = [found.start() for found in _PROCEDURE.finditer(bare)]

    def is_attached(self, offset: int) -> bool:
        """Whether this offset stands in a model form, an appendix or a further document of the file."""
        return offset >= self._attached or any(start <= offset < end for start, end in self._forms)

    def holds(self, offset: int) -> bool:
        """Whether "Căn cứ ..." at this offset can be the document's own basis."""
        if self.is_attached(offset):
            return False
        if offset < self._body:
            return True
        if self._code in _ENACTING or self._of_procedure(offset):
            return False
        return self._code not in _ASSIGNING or _in_section_of_basis(self._document.sections, offset)

    def _of_procedure(self, offset: int) -> bool:
        at = bisect_right(self._procedure, offset)
        if at >= 2 and offset - self._procedure[at - 2] < PROCEDURE_REACH:  # two labels of it, one may be chance
            return True
        return _OF_PROCEDURE.search(self._bare, max(0, offset - 400), offset) is not None


def _attached(segments: list[Segment], bare: str, body: int) -> int:
    """Where the first appendix or the next document of the file begins. A file may begin with "PHỤ LỤC" itself."""
    mottos = [found.start() for found in _MOTTO.finditer(bare)]
    first = mottos[0] if mottos and mottos[0] < TABLE_OF_HEADER else 0
    end = next((at for at in mottos if at > first + OWN_HEADER), len(bare))
    for segment in segments:
        if segment.start >= end:
            break
        if (
            segment.start < min(300, body)
            or segment.kind == BlockKind.FOOTNOTE
            or segment.end - segment.start > MAX_CAPTION
        ):
            continue
        if segment.cell is None and _APPENDIX.match(bare[segment.start : segment.end]):
            return segment.start
    return end


def _body(segments: list[Segment], bare: str, begins: re.Pattern[str]) -> int:
    """Where the preamble is over."""
    for segment in segments:
        if (
            segment.start > 0
            and segment.cell is None
            and segment.kind != BlockKind.FOOTNOTE
            and begins.match(bare[segment.start : segment.start + 80])
        ):
            return segment.start
    return len(bare)


def _in_section_of_basis(sections: list[Section], offset: int) -> bool:
    while inside := next((s for s in sections if s.start <= offset < s.end), None):
        if inside.kind == SectionKind.LEGAL_BASIS:
            return True
        sections = inside.children
    return False
