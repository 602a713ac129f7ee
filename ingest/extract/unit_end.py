"""Where the names of units in a running sentence end."""

from __future__ import annotations

import re

from ingest.clean.fold import strip_diacritics
from ingest.clean.letters import UPPER
from ingest.extract.duty_word import begins_at_once, long_verb
from ingest.extract.unit_head import HEAD_PATTERNS, ONE_SYLLABLE_HEADS, is_complete
from ingest.extract.unit_split import FIXED_NAMES
from ingest.extract.unit_stop import NOUN_STOPS, STOP_PATTERNS

# Only these phrases have commas that no joint is told by.
_PREVENTS = {True: re.compile(r"phòng(?:\s*,\s*chống|\s+cháy)"), False: re.compile(r"phong(?:\s*,\s*chong|\s+chay)")}


# Small words and nouns that a unit's name or a collective phrase is made of.
_NAME_WORDS = (
    "các sở ban ngành đoàn thể cơ quan đơn vị địa phương xã phường đặc khu huyện quận thị tỉnh thành phố trấn cấp "
    "lĩnh vực "
    "nhân dân nhà nước có liên trực thuộc đóng trên bàn trung ương chuyên môn chức năng doanh nghiệp viễn thông "
    "ngân hàng thương mại tổ chính trị hội nghề và của chi nhánh quản lý sự công lập phòng tâm trường đại học cao "
    "đẳng tiểu phổ thôn xóm ấp "
    "giáo dục đào tạo báo chí truyền kinh tế quốc an quân đội biên hợp tác bộ phận lãnh đạo thủ "
    "trưởng chủ tịch giám đốc người đứng đầu khác ở ủy mặt trận việt nam thanh niên phụ nữ nông chiến binh lao "
    "động tư pháp cá hộ viện nghiên cứu nghệ số logistics cung trả dịch vụ những một vùng "
)


_NAME_SETS = {
    True: frozenset(_NAME_WORDS.split()),
    False: frozenset(strip_diacritics(_NAME_WORDS).split()),
}


_TOKEN = re.compile(r"[^\s,;:.()\[…]+|[,;:.()\[…]")


# "các Tập đoàn: Bưu chính Viễn thông Việt Nam, ...", "các Bộ: Tài chính, Xây dựng"
_LISTS = re.compile(
    r"(?:các|cac)\s+(?:bộ|bo|sở|so|tập đoàn|tap doan|tỉnh|tinh|tổng công ty|tong cong ty|ngành|nganh|ban"
    r"|xã|xa|phường|phuong|huyện|huyen|phòng|phong)$"
    r"|(?:các|cac)\s+(?:bộ|bo|sở|so),\s+(?:cơ quan|co quan|ngành|nganh)$"
)


_NAMED_ROW = re.compile(rf"\s[{UPPER}][^:;.,]{{2,40}},\s[{UPPER}]")  # "các Bộ: Xây dựng, Công an"


_LISTED = re.compile(rf"\s[{UPPER}][^:;.]{{2,60}}[,\s]")


# "các tổ chức chính trị - xã hội Tuyên truyền, vận động ...": a heading that has run into its first line
_COLLECTIVE_END = re.compile(
    r"(?:xã hội|xa hoi|đoàn thể|doan the|liên quan|lien quan|trực thuộc|truc thuoc|địa phương|dia phuong"
    r"|khu phố|khu pho|dân phố|dan pho|các thôn|cac thon|xã, phường|xa, phuong|đặc khu|dac khu) $"
)


# Whom no more words name, but for their place
_CLOSED = re.compile(
    r"(?:\s(?:xã|xa|phường|phuong|thôn|thon|huyện|huyen|ngành|nganh)|(?:cơ quan, đơn vị|co quan, don vi)) $"
)
# A collective phrase that needs no more words
_ALL_OF_THEM = re.compile(
    r"(?:địa phương|dia phuong|xã, phường|xa, phuong|đặc khu|dac khu|khu phố|khu pho|dân phố|dan pho|các thôn|cac thon"
    r"|đoàn thể|doan the|các sở|cac so) $"
)


_UNKNOWN_LIMIT = 5  # small words in a row that no name is known to hold


_SYLLABLES = frozenset(("lập", "lap", "thu", "giảm", "giam", "làm", "lam"))


LONGEST_RUN = 700  # characters


def name_end(text: str, form: str, accented: bool) -> int:
    """Where the names that `text` begins with end; 0 where none is told. `form`: its matching form, same offsets."""
    stops, names, head = STOP_PATTERNS[accented], _NAME_SETS[accented], HEAD_PATTERNS[accented]
    end = 0  # end of what surely belongs to the list
    unknown = 0
    depth = 0
    after_capital = False
    joint = ""  # the comma or "và" that lies between `end` and here
    prevents = _PREVENTS[accented].search(form) is not None
    fixed = [m.span() for m in FIXED_NAMES[accented].finditer(form)] if prevents else []
    first = True
    previous = "-"  # the word before
    for token in _TOKEN.finditer(text):
        word = token.group()
        at = token.start()
        if word == "(":
            depth += 1
            continue
        if word == ")":
            if depth == 0:
                break
            depth -= 1
            if depth == 0:
                end = token.end()
            continue
        if depth:
            continue
        if (
            word == ":"
            and _LISTS.search(form, 0, at)
            and _LISTED.match(text, at + 1)
            and (stops.match(form, at + 2) is None or _NAMED_ROW.match(text, at + 1))
        ):
            end, unknown, joint = at, 0, ","
            continue
        if word in ",;" and any(start < at < stop for start, stop in fixed):
            continue  # "Ban Chỉ huy Phòng, chống lụt, bão và Tìm kiếm cứu nạn"
        if word in ";:.…[":
            if word == "." and text[at - 1 : at].isupper() and text[at + 1 : at + 2].strip():
                continue  # TP. Đà Lạt
            if word == ";" and head.match(form, at + 1 + (text[at + 1 : at + 2] == " ")):
                end, unknown, joint = at, 0, ","
                continue
            return at if not joint or (joint == "và" and unknown) else end
        if word == ",":
            if unknown > _UNKNOWN_LIMIT or joint:
                return end
            end, unknown, joint = at, 0, ","
            continue
        low = form[at : token.end()]
        noun = False
        inside = any(start < at < end_ for start, end_ in fixed)
        if not first and not inside and (stop := stops.match(form, at)) is not None:
            # mid-sentence only names are written large, and "giúp" in "Trợ giúp" belongs to one
            syllable = stop.group() in _SYLLABLES or (not accented and " " not in stop.group())
            capital = word[0].isupper() or (after_capital and not joint and syllable)
            noun = any(
                kind.fullmatch(stop.group())
                and before.search(form[max(0, at - 24) : at])
                and after.match(form, stop.end())
                for kind, before, after in NOUN_STOPS
            )
            if stop.group() in ("ban hành", "ban hanh"):
                capital = word.isupper()
            elif capital and " " in stop.group() and text[at + len(word) + 1 : at + len(word) + 2].islower():
                # "Bộ Tài chính Trên cơ sở ...": a heading and its first line
                capital = not (is_complete(form[:at]) or _COLLECTIVE_END.search(form, max(0, at - 20), at))
            if not capital and not noun and not (word[0].isupper() and head.match(form, at)):
                return at if not joint or (joint == "và" and unknown) else end
        either = (
            low in ("hoặc", "hoac") and is_complete(form[: at - 1]) and head.match(form, at + len(word) + 1) is not None
        )
        if low in ("và", "va", "&", "-", "–") or either:
            end, unknown, joint = (end if joint else at), 0, "và"
            continue
        if not (first or joint or inside or noun or unknown) and word[0].islower():
            verb = long_verb(form, at, low, accented)
            closed = previous.lower() not in ONE_SYLLABLE_HEADS and (previous[0].isupper() or previous[0].isdigit())
            named = verb and (closed or _CLOSED.search(form, max(0, at - 20), at))
            if named or (verb is not False and is_complete(form[:at])):
                return at  # "UBND xã Tân Hòa bảo dưỡng ...", "Sở Nội vụ chi trả ..."
        previous = word
        known = (
            word[0].isupper()
            or noun
            or (after_capital and not joint)  # the second syllable of "Tài chính"
            or low in names
            or any(start < at < stop for start, stop in fixed)
            or (word[0].isdigit() and not unknown)
            or head.match(form, at) is not None
        )
        if joint and not known and joint != "và":
            return end
        if not joint and word[0].islower() and low not in _GOES_ON and _CONCERNED_END.search(form, max(0, at - 12), at):
            return at  # "các Bộ, ngành liên quan hoàn tất ...": a verb, listed or not
        if (
            not known
            and not unknown
            and not joint
            and _ALL_OF_THEM.search(form, max(0, at - 20), at)
            and begins_at_once(text[at:])
        ):
            return at  # "các địa phương cắt tỉa cây xanh"
        if not known and not unknown and not joint and is_complete(form[:at]):
            return at  # "Sở Tài chính phân khai ...": a verb that is not listed
        unknown = 0 if known else unknown + 1
        if unknown > _UNKNOWN_LIMIT:
            return end
        if known:
            end, joint = token.end(), ""
        after_capital = word[0].isupper()
        first = False
    else:
        open_end = joint == "," or (joint == "và" and not unknown)
        return len(text.rstrip()) if not open_end and depth == 0 and len(text) < LONGEST_RUN else end
    return end


# "các cơ quan liên quan" is whole; what may still follow is whose they are or where
_CONCERNED_END = re.compile(r"(?:liên quan|lien quan) $")


_GOES_ON = frozenset(
    (
        "đến", "den", "tới", "toi", "trong", "của", "cua", "thuộc", "thuoc", "trên", "tren", "khác", "khac", "ở", "o",
        "tại", "tai", "và", "va", "cấp", "cap", "trực", "truc", "ngoài", "ngoai", "theo", "đóng", "dong", "về", "ve",
    )
)  # fmt: skip
