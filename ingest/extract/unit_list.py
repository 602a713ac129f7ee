"""Units named one after another in a sentence or in a heading."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from ingest.clean.fold import strip_diacritics
from ingest.extract.unit_end import LONGEST_RUN, name_end
from ingest.extract.unit_head import HEAD_PATTERNS, any_of, folded, may_begin
from ingest.extract.unit_split import split_units
from ingest.extract.unit_stop import STOP_PATTERNS


@dataclass(slots=True, frozen=True)
class UnitRun:
    """Units named one after another in a sentence, `text[start:end]`."""

    units: tuple[str, ...]
    start: int
    end: int


_HEAD_SPAN = 60  # characters that hold any head word


_ANYONE = re.compile(
    r"(?:doanh nghiệp|doanh nghiep|bên|ben|cơ sở|co so|cấp ủy|cap uy|ngành|nganh|đầu mối|dau moi|chủ|chu|nhà|nha"
    r"|hạt|hat|đồn|don|tổ chức"
    r"|to chuc|cơ quan|co quan|đơn vị|don vi|chính quyền|chinh quyen|người|nguoi|cá nhân|ca nhan|hợp tác xã"
    r"|hop tac xa)\s"
)


def read_units(text: str, start: int = 0, anyone: bool = False) -> UnitRun | None:
    """Units named at `start`, up to the word with which their duty begins; None where none begins there.

    `anyone`: the words before say that somebody is named ("phối hợp với doanh nghiệp viễn thông").

    >>> read_units("Sở Nội vụ chủ trì, phối hợp với Sở Tài chính").units
    ('Sở Nội vụ',)
    >>> read_units("Sở Văn hóa, Thể thao và Du lịch, các sở, ngành, địa phương triển khai tuyên truyền").units
    ('Sở Văn hóa, Thể thao và Du lịch', 'các sở, ngành, địa phương')
    >>> read_units("UBND các xã, phường, đặc khu căn cứ Kế hoạch này").units
    ('UBND các xã, phường, đặc khu',)
    >>> read_units("các cơ quan, đơn vị liên quan rà soát, tổng hợp").units
    ('các cơ quan, đơn vị liên quan',)
    >>> read_units("Thường xuyên rà soát") is None
    True
    """
    while start < len(text) and text[start].isspace():
        start += 1
    if not may_begin(text[start : start + 12].split(" ", 1)[0]):
        return None
    opening, accented = folded(text[start : start + _HEAD_SPAN])
    named = HEAD_PATTERNS[accented].match(opening) is not None or _bare_collective(opening)
    if not named and not (anyone and _ANYONE.match(opening)):
        return None
    units, end = _names(text[start : start + LONGEST_RUN])
    return UnitRun(units, start, start + end) if units else None


@lru_cache(maxsize=512)
def _names(text: str) -> tuple[tuple[str, ...], int]:
    """The names that `text` begins with, and where they end; a line is asked several times."""
    form, accented = folded(text)
    end = name_end(text, form, accented) if len(form) == len(text) else 0
    if end <= 0:
        return (), 0
    return tuple(unit for unit in split_units(text[:end]) if not _GENERIC.fullmatch(unit) and len(unit) > 1), end


# A word that names no one: "Cơ quan chủ trì có trách nhiệm ...", "Công ty nộp hồ sơ ...".
_GENERIC_WORDS = (
    "cơ quan", "đơn vị", "bộ phận", "phòng", "công ty", "bộ", "sở", "ban", "trung tâm", "hội", "trường", "ngân hàng",
    "tổ", "đoàn", "chủ tịch", "giám đốc", "công chức", "lãnh đạo", "hội đồng", "các", "những", "lực lượng", "bên",
    "cơ sở",
    "đầu mối",
    "ngành",
    "người", "chủ", "nhà", "doanh nghiệp", "tổ chức", "chính quyền",
)  # fmt: skip


_GENERIC_FORM = any_of(_GENERIC_WORDS)


_GENERIC = re.compile(
    rf"(?:{_GENERIC_FORM}|{strip_diacritics(_GENERIC_FORM)}|(?:cơ quan|co quan) hoặc.*)", re.IGNORECASE
)


_MEMBERS = re.compile(
    r"(?:thành viên|thanh vien) (?:ủy ban|uỷ ban|uy ban|hội đồng|hoi dong|ban chỉ đạo|ban chi dao"
    r"|tổ công tác|to cong tac) "
)


def _bare_collective(form: str) -> bool:
    """ "sở, ban, ngành liên quan", "cơ quan, đơn vị", "thành viên Ban Chỉ đạo" without "các" before them."""
    if _MEMBERS.match(form):
        return True
    if re.match(r"(?:bộ|bo), (?:cơ quan|co quan|ngành|nganh|ban) ", form):
        return True
    return re.match(r"(?:sở|so|cơ quan|co quan|đơn vị|don vi|địa phương|dia phuong),? (?=\S)", form) is not None


_FIELD = r"các\s(?:doanh nghiệp|tổ chức|cơ sở|đơn vị|cơ quan)[^.:;]*\s(?:trong lĩnh vực|thuộc lĩnh vực)\s[^.:;]*$"


_NAMED_BY_FIELD = {True: re.compile(_FIELD), False: re.compile(strip_diacritics(_FIELD))}


def _holds_duty(form: str, accented: bool) -> bool:
    return any(STOP_PATTERNS[accented].match(form, word.start()) for word in re.finditer(r"\w+", form))


# "Các cơ quan, đơn vị liên quan đến hoạt động của doanh nghiệp"
_CONCERNED = re.compile(r"(?:liên quan|lien quan)\s(?:đến|den|tới|toi)\s(?P<what>[^,;:.()]{4,60})$")


# "UBND các xã, phường có cụm công nghiệp": which ones
_HAVING = re.compile(
    r"\s*(?:có|co)\s+(?!trách|trach|quyền|quyen|thể|the|nhiệm|nhiem|các|cac|ý|kế|ke|văn|van|hiệu|hieu|những|nhung)"
    r"(?P<what>\w+(?:\s+\w+){1,4})"
)


def all_units(text: str, addressed: bool = False) -> list[str]:
    """Units of a heading that is nothing but a list of units; [] for any other heading.

    `addressed`: the heading said so itself ("Trách nhiệm của ..."), so that words of a duty inside the name
    don't matter.

    >>> all_units("Sở Khoa học và Công nghệ"), all_units("Các sở, ban, ngành; UBND các xã, phường:")
    (['Sở Khoa học và Công nghệ'], ['Các sở, ban, ngành', 'UBND các xã, phường'])
    >>> all_units("UBND các xã, phường có cụm công nghiệp"), all_units("Sở Nội vụ có văn bản hướng dẫn")
    (['UBND các xã, phường có cụm công nghiệp'], [])
    >>> all_units("Sở Nội vụ chủ trì xây dựng kế hoạch"), all_units("Văn hóa công sở"), all_units("Tổ chức bộ máy")
    ([], [], [])
    >>> all_units("các cơ quan, đơn vị xử lý phản ánh", addressed=True)
    ['các cơ quan, đơn vị xử lý phản ánh']
    """
    text = text.strip(" .:;*_")
    if not text or len(text) > 400:
        return []
    run = read_units(text)
    if run is None or run.start:
        return []
    if text[run.end :].strip(" .:;"):
        form, accented = folded(text)
        plain_name = _NAMED_BY_FIELD[accented].match(form) is not None
        rest = form[run.end :]
        kinds = (
            form.startswith(("các ", "cac ")) and len(rest.split()) <= 6 and not STOP_PATTERNS[accented].search(rest)
        )
        having = _HAVING.fullmatch(rest)
        if having is not None and not _holds_duty(having["what"], accented):
            return split_units(text)
        concerned = _CONCERNED.search(form, max(0, run.end - 10))
        if concerned is not None and not _holds_duty(concerned["what"], accented):
            return split_units(text)
        return split_units(text) if addressed or plain_name or kinds else []
    return list(run.units)
