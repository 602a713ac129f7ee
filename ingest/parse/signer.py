"""Who signed, and in which position."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.clean.fold import strip_diacritics
from ingest.clean.letters import LOWER, UPPER
from ingest.lexicons import rows
from ingest.models import Person
from ingest.parse.plain import Line, Plain, is_upper, squeeze
from ingest.parse.province import find_province

# Positions, without diacritics in capitals (tested on text in capitals only: the body is full of
# "Giám đốc"). "TM." on behalf of, "KT." for, "TL." by order of, "TUQ." by authority of, "Q." acting.
_ON_BEHALF = r"(?:(?:TM|KT|TL|TUQ|T/M|K/T|T/L)\s?\.?\s?|Q\.\s?)"
_ROLE = re.compile(
    rf"""
    (?<![^\W_])(?:{_ON_BEHALF})?(?:PHO\s+|QUYEN\s+|Q\.\s?)?(?:
      TONG\s+GIAM\s+DOC|GIAM\s+DOC|CHU\s+TICH|BO\s+TRUONG|THU\s+TRUONG|CHU\s+NHIEM|CHANH\s+(?:VAN\s+PHONG|THANH\s+TRA|AN)
      |TONG\s+CUC\s+TRUONG|CHI\s+CUC\s+TRUONG|CUC\s+TRUONG|VU\s+TRUONG|VIEN\s+TRUONG|HIEU\s+TRUONG|TRUONG\s+(?:BAN|PHONG|DOAN|KHOA|THUE|CONG\s+AN)
      |BI\s+THU|THU\s+TUONG|TONG\s+BI\s+THU|TONG\s+KIEM\s+TOAN|TONG\s+THANH\s+TRA|THONG\s+DOC|TO\s+TRUONG|HAT\s+TRUONG
      |CHU\s+TOA|THU\s+KY|THU\s+TRUONG\s+CO\s+QUAN|DAI\s+DIEN|CHI\s+HUY\s+TRUONG|CHINH\s+UY|UY\s+VIEN|TRUONG\s+BAN
      |DAI\s+TA|THUONG\s+TA|THIEU\s+TUONG|TRUNG\s+TUONG
    )(?![^\W\d_])
    """,
    re.VERBOSE,
)
_PIECE = re.compile(
    rf"(?:{_ROLE.pattern})|(?:(?:TM|KT|TL|TUQ|T/M|K/T|T/L)\s?\.\s?|[TK]/[MTL]\s)(?=[^\W\d_])", re.VERBOSE
)
# A person's name: two to five syllables with capitals; ethnic names hold hyphens and short
# particles ("Y Thanh Hà Niê Kdăm", "H' Yim Kđoh", "H'Yâm Niê", "Y Nin BKrông", "K' Mák").
_SYLLABLE = rf"(?:(?:[A-ZĐ]['’]|[BHK](?=[A-ZĐ]))?[{UPPER}][{LOWER}]+|[A-ZĐ]['’]?(?=\s))"
_TITLE = r"(?:(?:TS|ThS|PGS|GS|BS|KS|CN|LS|Ths|CKI{1,2})\s?[.,]\s?|(?:Đại|Thượng|Trung|Thiếu)\s(?:tá|tướng|úy|uý)\s)"
_NAME = re.compile(rf"{_TITLE}*(?P<name>{_SYLLABLE}(?:[ -]{_SYLLABLE}){{1,5}})")
# "Mai Văn" / "Sơn": no name ends with these, a narrow column broke it.
_HALF_NAME = re.compile(r" (?:Văn|Thị)$")
_BEGINS_NAME = re.compile(rf"\s+[{UPPER}]{{1,2}}[{LOWER}]")
_LAST_SYLLABLE = re.compile(rf"[{UPPER}][{LOWER}]{{1,6}}")
_UPPER_NAME = re.compile(rf"(?P<name>[{UPPER}]{{1,7}}(?: [{UPPER}]{{1,7}}){{1,4}})")
_SURNAMES = frozenset(surname for (surname,) in rows("surnames"))
_SIGNED_NAME = re.compile(r"\(\s*[ĐđDd][ãa]\s+k[ýy]\s*\)\s*(?P<name>[^|;:]{4,40}?)\s*\|?\s*$")
_SIGNED = re.compile(r"\(?\s*(?:da\s+ky|ky\s+ten|ky\s*,|signed|dau)\b")
# The head of another document or page: whoever is named below did not sign what stands above.
_HEAD = re.compile(r"(?:dang cong san|cong hoa xa hoi chu nghia) viet nam")
# An organ's name with a capital to each syllable ("Đảng Ủy Chính Phủ") is nobody's.
_OF_ORGAN = re.compile(
    r"\b(?:dang uy|tinh uy|thanh uy|chinh phu|quoc hoi|uy ban|hoi dong|van phong|nhan dan|dao tao|ban chi dao"
    r"|bo chinh tri)\b"
)
# "KT. THỦ" of a torn "KT. THỦ TƯỚNG": half a position says nothing. With its marks: "BÍ THƯ" is whole.
_HALF = re.compile(
    r"\b(?:THỦ|PHÓ|CHỦ|GIÁM|QUYỀN|CHÁNH|HIỆU|TỔNG|CỤC|(?<!THƯỜNG )(?<!NỘI )(?<!NGOẠI )(?<!PHỤC )(?<!NGHIỆP )VỤ)$"
)
# "GIÁM ĐỐC SỞ GIÁO DỤC VÀ" goes on in the next line.
_GOES_ON = re.compile(r"(?:\b(?:VA|CUA|SO|BO|UBND|UY BAN|UY BAN NHAN|HOI DONG|HOI DONG NHAN)|[,-])$")
_SEAL = re.compile(r"\s*\((?:[Dd]ấu|[Cc]on dấu|[Đđ]óng dấu)\b[^)]*\)?$")
_NO_NAME = re.compile(
    r"(?:nơi nhận|như trên|như điều|kính gửi|phụ lục|biểu|mẫu|tổng|ghi chú|họ|mã|số|đơn vị|ngày|trang|điều|mục)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Signature:
    """A signer and where the name stands in the view."""

    person: Person
    start: int
    end: int


_BODY_OF = re.compile(r"(?:TM|T/M|TL|T/L)\s?\.?\s?(?:DOAN|BAN)$")


def position_pieces(view: Plain, line: Line) -> list[tuple[str, int, int]]:
    """Position pieces of a line with their spans in the view: "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH",
    "PHÓ CHỦ TỊCH". A piece begins with TM., KT. ... or a position, and goes on in capitals."""
    text = view.text[line.start : line.end]
    bare = strip_diacritics(text)
    starts: list[int] = []
    for match in _PIECE.finditer(bare):
        before = bare[: match.start()].rstrip()
        if match.start() and bare[match.start() - 1].isalnum():
            continue
        if _BODY_OF.search(before):  # "TM. ĐOÀN CHỦ TỊCH", "TM. BAN GIÁM ĐỐC": a body, no chairman
            continue
        # "KT. BỘ TRƯỞNG, CHỦ NHIỆM" is one position.
        if starts and before.endswith((",", "-", "–", "&")) and _capital_run(text, starts[-1]) > match.start():
            continue
        starts.append(match.start())
    found: list[tuple[str, int, int]] = []
    for at, start in enumerate(starts):
        stop = _capital_run(text, start)
        if at + 1 < len(starts):
            stop = min(stop, starts[at + 1])
        piece = squeeze(text[start:stop]).strip(" ,;/-–")
        if len(piece) >= 5 and not _HALF.search(piece):
            found.append((piece, line.start + start, line.start + stop))
    return found


def _capital_run(text: str, start: int) -> int:
    end = start
    for word in re.compile(r"\S+").finditer(text, start):
        if re.fullmatch(r"[A-ZĐ]['’]?", word.group()) and re.match(
            rf"\s+[{UPPER}]{{1,2}}[{LOWER}]", text[word.end() :]
        ):
            break  # "PHÓ CHỦ TỊCH Y Quang": the name begins
        letters = [c for c in word.group() if c.isalpha()]
        if letters and not all(c.isupper() for c in letters):
            break
        if not letters and word.group() not in {"-", "–", ",", "&", "/"}:
            break
        end = word.end()
    return end


def read_name(text: str) -> str | None:
    """A person's name that makes up a line.

    >>> read_name("Cầm Văn An"), read_name("TS. Lê Thị Kim Oanh"), read_name("TRẦN VĂN B")
    ('Cầm Văn An', 'Lê Thị Kim Oanh', 'Trần Văn B')
    >>> read_name("Trần Văn An (Dấu của VĂN PHÒNG)"), read_name("Đảng Ủy Chính Phủ")
    ('Trần Văn An', None)
    >>> read_name("- Như trên;"), read_name("Sở Nội vụ"), read_name("PHÓ GIÁM ĐỐC"), read_name("Nơi Nhận")
    (None, None, None, None)
    >>> read_name("Việt Nam"), read_name("Lâm Đồng"), read_name("Nguyễn Hà Nam")
    (None, None, 'Nguyễn Hà Nam')
    >>> read_name("Tiến độ"), read_name("Y Thanh Hà Niê Kdăm")
    (None, 'Y Thanh Hà Niê Kdăm')
    """
    text = _SEAL.sub("", squeeze(text).strip(" .,;:*/"))
    if found := _NAME.fullmatch(text):
        name = found["name"]
        bare = strip_diacritics(name).lower()
        # "Việt Nam" and "Lâm Đồng", the end of a recipient that a line's end tore off, look like persons.
        place = bare == "viet nam" or find_province(name) is not None
        return None if place or _OF_ORGAN.search(bare) or _NO_NAME.match(name) else name
    if (found := _UPPER_NAME.fullmatch(text)) and not _ROLE.search(strip_diacritics(text)):
        first = strip_diacritics(text.split()[0]).lower()
        vowels = all(len(w) == 1 or re.search(r"[aeiouy]", strip_diacritics(w).lower()) for w in text.split())
        organ = _OF_ORGAN.search(strip_diacritics(text).lower()) is not None
        if first in _SURNAMES and vowels and not organ and not _NO_NAME.match(text):
            return " ".join(word.capitalize() for word in found["name"].split())
    return None


def trailing_name(text: str) -> str | None:
    """A name at the end of a line that two columns share.

    >>> [trailing_name(text) for text in ("- Lưu: VT. Trần Văn Bình", "- UBND xã; Lò Văn Cương", "- Sở; Hà Nội")]
    ['Trần Văn Bình', 'Lò Văn Cương', None]
    """
    found = re.search(rf"(?:[.;:)]|\s[-–])\s+(?P<name>{_SYLLABLE}(?: {_SYLLABLE}){{1,4}})\s*$", squeeze(text))
    if found and strip_diacritics(found["name"].split()[0]).lower() in _SURNAMES:
        return read_name(found["name"])
    return None


def read_signer(view: Plain, start: int, end: int) -> Signature | None:
    """The first signature in a stretch of a view: a position in capitals, then a name.

    The position is the whole chain, "KT. GIÁM ĐỐC / PHÓ GIÁM ĐỐC".
    """
    chain: list[str] = []
    since = 0
    last = 0
    comma = False  # "KT. BỘ TRƯỞNG," goes on in the next line
    for line in view.lines:
        if line.end <= start or line.start >= end:
            continue
        text = view.text[line.start : line.end]
        pieces = position_pieces(view, line)
        if pieces:
            if chain and since > 12:
                chain = []
            for piece, _, _ in pieces:
                if chain and comma:
                    chain[-1] = f"{chain[-1]}, {piece}"
                elif piece not in chain:
                    chain.append(piece)
                comma = False
            comma = squeeze(text).endswith(",")
            since = 0
            last = pieces[-1][2]
            if (name := read_name(view.text[last : line.end])) and last < line.end:
                at = view.text.index(name.split()[0], last) if name.split()[0] in view.text[last : line.end] else last
                return Signature(Person(name, " / ".join(chain)), at, line.end)
            continue
        if not chain:
            # "(Đã ký) Lê Văn A" without a position.
            if (signed := _SIGNED_NAME.search(text)) and (name := read_name(signed["name"])):
                return Signature(Person(name), line.start + signed.start("name"), line.start + signed.end("name"))
            continue
        since += 1
        squeezed = squeeze(text)
        if _HEAD.search(strip_diacritics(squeezed).lower()):
            chain = []
            continue
        if _SIGNED.match(strip_diacritics(squeezed).lower()):
            if (signed := _SIGNED_NAME.search(text)) and (name := read_name(signed["name"])):
                return Signature(Person(name, " / ".join(chain)), line.start, line.end)
            continue
        open_ended = _GOES_ON.search(strip_diacritics(chain[-1])) is not None
        if (
            since == 1
            and is_upper(squeezed)
            and not squeezed.startswith("-")
            and (open_ended or read_name(squeezed) is None)
        ):
            if (
                len(squeezed) < 80
                and not _HALF.search(squeezed)
                and not squeezed.upper().startswith(("PHỤ LỤC", "DANH MỤC", "QUY", "NƠI NHẬN"))
            ):
                chain[-1] = f"{chain[-1]} {squeezed}"
                since = 0
            continue
        if name := read_name(squeezed):
            following = next((one for one in view.lines if one.start >= line.end and view.line_text(one)), None)
            if _HALF_NAME.search(name) and following and _LAST_SYLLABLE.fullmatch(rest := view.line_text(following)):
                return Signature(Person(f"{name} {rest}", " / ".join(chain)), line.start, following.end)
            return Signature(Person(name, " / ".join(chain)), line.start, line.end)
        if (name := trailing_name(squeezed)) and re.match(r"[-–+\s]*(?:Lưu|Như)|[-–+•].*;\s", squeezed):
            return Signature(Person(name, " / ".join(chain)), line.end - len(name), line.end)
        if since > 25:
            chain = []
    return None


def read_torn_signature(view: Plain, recipients: int, end: int) -> Signature | None:
    """The signature of a page whose columns were torn apart, its recipients at `recipients` to `end`.

    The position stands above the recipients and the name below them, or the name first and the position below it.
    """
    below = [line for line in view.lines if line.start >= end and view.line_text(line)][:6]
    name = read_name(view.line_text(below[0])) if below else None
    if name is None:
        return None
    above = [line for line in view.lines if recipients - 300 <= line.start < recipients and view.line_text(line)]
    chain: list[str] = []
    for line in reversed(above[-4:]):
        pieces = position_pieces(view, line)
        if not pieces:
            break
        chain[:0] = [piece for piece, _, _ in pieces]
    if not chain:
        for line in below[1:]:
            pieces = position_pieces(view, line)
            if not pieces:
                break
            chain += [piece for piece, _, _ in pieces]
    return Signature(Person(name, " / ".join(chain)), below[0].start, below[0].end) if chain else None
