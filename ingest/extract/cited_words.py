"""A title without what the citing sentence adds to it."""

from __future__ import annotations

import re

from ingest.extract.cited_mention import Context, Mention

# "Nghị quyết số 57-NQ/TW về ... trên địa bàn tỉnh X": the place is the citing plan's, the resolution is the country's.
_OF_COUNTRY = re.compile(r"NĐ-CP|(?:NQ|CT|KL|QĐ|TB)/TW|TT-B[A-ZĐ]+|NQ/CP|(?:UBTV)?QH\d+")
_PLACE = re.compile(
    r",?\s(?:trên địa bàn|tren dia ban)\s(?:tỉnh|tinh|thành phố|thanh pho|xã|xa|phường|phuong)"
    r"(?:\s(?=[^\W\da-zđ_]).*)?$"
)
# "Sửa đổi Nghị định số 97/2018/NĐ-CP về cho vay lại theo hướng ...": how it is to be changed.
_TO_CHANGE = re.compile(r"\b(?:sua\s+doi|bo\s+sung|dieu\s+chinh|thay\s+the|hoan\s+thien|ra\s+soat)\b[^;.:]{0,60}$")
_TOWARDS = re.compile(r",?\s+theo\s+hướng\s.*$")
# "Kéo dài thời gian thực hiện Nghị quyết số 33 về học phí đến hết ngày 31/12/2026": how long.
_PROLONGED = re.compile(r"\b(?:keo\s+dai|gia\s+han)\b[^;.:]{0,60}$")
_UNTIL = re.compile(r",?\s+(?:cho\s+)?(?:đến|den)\s+(?:(?:hết|het)\s+)?(?:ngày|tháng|năm|ngay|thang|nam)\s.*$")
# "Kết quả thực hiện Chỉ thị số 38/CT-TTg ngày 29/9/2020 về ... năm 2025": the year is the report's.
_LATER_YEAR = re.compile(
    r"(?<!đến)(?<!tới)(?<!nhìn)(?<!hướng)(?<!từ)(?<!trước)(?<!sau)(?<!và)(?<!,)(?<![–-])(?<!\d)(?<!học)\s+năm\s+(?P<year>20\d\d)$"
)


def without_added_words(context: Context, mention: Mention, title: str, begin: int) -> str:
    """A title without what the citing sentence adds: the place where it carries it out, how it wants it changed."""
    if _TO_CHANGE.search(context.bare, max(begin, mention.head - 80), mention.head):
        title = _TOWARDS.sub("", title)
    if _PROLONGED.search(context.bare, max(begin, mention.head - 80), mention.head):
        title = _UNTIL.sub("", title)
    later = _LATER_YEAR.search(title)
    if later and mention.issued_on and int(later["year"]) - int(mention.issued_on[:4]) >= 2:
        title = title[: later.start()]
    return _PLACE.sub("", title) if _OF_COUNTRY.fullmatch(mention.symbol) else title
