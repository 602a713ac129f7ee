"""Sentences that tell what was reached: they set no goal, nor do those that go on with them."""

from __future__ import annotations

import re

from ingest.extract.target_proof import written

# Words of a report: how long something has run, what it brought, how far of a plan of the year.
_TELLS = re.compile(
    r"""\b\d{1,2}\ thang\ dau\ nam\b
    |\bsau\ (?:hon\ |gan\ |khoang\ )?(?:mot|hai|ba|bon|nam|\d{1,2})\ (?:nam|thang)\b[^.;]{0,80}
      \b(?:trien\ khai|thuc\ hien|van\ hanh|hoat\ dong)\b
    |\b(?P<done>da)\ dat\ duoc\b|\bdat\ duoc\ (?:nhieu|mot\ so|nhung)\ ket\ qua\b
    |\bnhieu\ chi\ tieu\ (?:dat|vuot)\b
    |\bdat\ (?:tren\ |hon\ |gan\ |khoang\ |ty\ le\ )*\d+(?:,\d+)?\s?%\ (?:so\ voi\ )?
      (?:nghi\ quyet|ke\ hoach|du\ toan)\b
      [^.]*\b(?:so\ voi\ cung\ ky|dat\ (?:tren\ |hon\ |gan\ )*\d+(?:,\d+)?\s?%\ (?:so\ voi\ )?(?:ke\ hoach|du\ toan))
    |\buoc\ dat\b[^.]*\bso\ voi\ cung\ ky\b""",
    re.VERBOSE,
)
# What a sentence says that looks ahead, whatever it tells besides.
_AIMS = re.compile(
    r"\b(?:phan dau|muc tieu|den (?:het |cuoi )?nam 20|thoi gian toi|toi thieu|it nhat|khong duoi|phai|bao dam"
    r"|dam bao|duy tri|tiep tuc|phat huy|yeu cau|giao|nhiem vu|tu \d[\d,]*% tro len|tro len|no luc|nam toi)\b"
)


def tells_results(text: str, folded: str) -> bool:
    """Whether a sentence reports and aims at nothing.

    >>> from ingest.extract.quantity import bare
    >>> def tells(text): return tells_results(text, bare(text))
    >>> tells("8 tháng đầu năm 2026, tỷ lệ đúng hạn đạt 97,8%."), tells("Phấn đấu 6 tháng đầu năm đạt 50%.")
    (True, False)
    """
    match = _TELLS.search(folded)
    if match is None or _AIMS.search(folded):
        return False
    return match.group("done") is None or written(text, match.start("done"), "đã")


def looks_ahead(folded: str) -> bool:
    """Whether a sentence behind a report turns to what is to be done."""
    return _AIMS.search(folded) is not None or "nam 20" in folded
