"""The organ that issued a document: from the header's left column, else from the symbol, the line
that names the authority, the signature, the body."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from ingest.clean.fold import strip_diacritics
from ingest.lexicons import rows
from ingest.parse.number import type_code_of
from ingest.parse.plain import MASK, squeeze
from ingest.parse.province import Province, find_province, province_at

# How organs' names begin, without diacritics in small letters. A name may hold a further one
# ("Văn phòng Ủy ban nhân dân tỉnh"), see `_UNFINISHED`.
_START = re.compile(
    r"""
    (?:ubnd|uy\s+ban|hdnd|hoi\s+dong|hoi|so|bo|tong\s+cuc|cuc|chi\s+cuc|ban|van\s+phong|thanh\s+tra
    |tinh\s+uy|thanh\s+uy|huyen\s+uy|quan\s+uy|thi\s+uy|dang\s+uy|dang\s+bo|chi\s+bo|tinh\s+doan|thanh\s+doan|dang\s+doan|trung\s+tam|truong|phong
    |cong\s+an|toa\s+an|vien|kho\s+bac|ngan\s+hang|bao\s+hiem|lien\s+doan|doan|mat\s+tran|thu\s+tuong
    |chinh\s+phu|quoc\s+hoi|chu\s+tich|kiem\s+toan|benh\s+vien|chi\s+nhanh|dai|bao|cong\s+ty
    |tong\s+lien\s+doan|cong\s+doan|tong\s+cong\s+ty|tap\s+doan|thue|hai\s+quan|hat|doi|dai\s+hoc|hoc\s+vien|tong\s+thanh\s+tra|quy|to
    |bch|bcd|bql|ubmttq|thuong\s+truc)
    (?![^\W\d_])
    """,
    re.VERBOSE,
)
# Names that need a further word: the next line continues them even if it looks like an organ.
_UNFINISHED = re.compile(
    r"(?:van phong|ban chi dao|ban quan ly|trung tam|hoi dong|uy ban|ban|so|bo|cuc|thu tuong|chu tich|thanh tra"
    r"|chi cuc|tong cuc|to|doan|vien|truong|phong|ban thuong vu|ban chap hanh|uy ban kiem tra|ban to chuc"
    r"|ban tuyen giao|ban noi chinh|ban dan van|ban tuyen giao va dan van|.* va|.*[,-])$"
)
_COMMITTEE = re.compile(r"(?:ubnd|uy\s*ban\s*nhan\s*dan)(?![^\W\d_])")
_COUNCIL = re.compile(r"(?:hdnd|hoi\s*dong\s*nhan\s*dan)(?![^\W\d_])")
_AREA = re.compile(
    r"(?P<kind>tinh|thanh\s*pho|tp\.?|huyen|quan|thi\s*xa|xa|phuong|thi\s*tran|dac\s*khu)\b\s*(?P<rest>.*)$"
)
_AREA_NAMES = {
    "tinh": "tỉnh", "thanhpho": "thành phố", "tp": "thành phố", "tp.": "thành phố", "huyen": "huyện",
    "quan": "quận", "thixa": "thị xã", "xa": "xã", "phuong": "phường", "thitran": "thị trấn",
    "dackhu": "đặc khu",
}  # fmt: skip
_SHORT = {
    "ubnd": "Ủy ban nhân dân", "hdnd": "Hội đồng nhân dân", "bcd": "Ban Chỉ đạo", "bql": "Ban Quản lý",
    "bch": "Ban Chấp hành", "ubmttq": "Ủy ban Mặt trận Tổ quốc",
}  # fmt: skip
_PARTY = re.compile(
    r"(?:tinh|thanh|huyen|quan|thi|dang) uy\b|dang bo\b|ban can su|dang doan|ban thuong vu|ban chap hanh"
)
#: Organs of the state that share a header's wording; their numbers tell them apart.
STATE_ORGANS = ("Chính phủ", "Thủ tướng Chính phủ", "Quốc hội", "Ủy ban Thường vụ Quốc hội")
# Committees of the Party in central organs; their offices run on to them on a flattened line.
_CENTRAL_PARTY = re.compile(
    r"(?:dang uy|ban can su dang|dang doan) (?:chinh phu|quoc hoi|bo \S+(?: \S+)?|cac co quan (?:dang )?trung uong)"
    r"|ban chap hanh trung uong"
)
_PARTY_OFFICE = re.compile(rf"(?:{_CENTRAL_PARTY.pattern})(?=\s(?:van phong|uy ban kiem tra|ban (?:to chuc|tuyen)))")
PARTY_PLACES = {"tinh uy": "tỉnh", "thanh uy": "thành phố"}


@dataclass(frozen=True, slots=True)
class Issuer:
    """Issuer in full, its parent organ, and the province it belongs to (None for a central organ)."""

    name: str
    parent: str | None
    province: str | None
    start: int = 0
    end: int = 0


@dataclass(slots=True)
class _Organ:
    name: str  # display, without the area that a parent adds
    bare: str
    level: str
    area: str | None = None  # "tỉnh Sơn La", "xã Tân Hội"
    province: Province | None = None

    @property
    def full(self) -> str:
        return f"{self.name} {self.area}" if self.area else self.name


@cache
def _listed() -> dict[str, tuple[str, str]]:
    """Bare name -> (name, level)."""
    return {_plain(name): (name, level) for _, name, level in rows("organs")}


@cache
def _by_symbol() -> dict[str, tuple[str, str]]:
    found: dict[str, tuple[str, str]] = {}
    for forms, name, level in rows("organs"):
        for form in filter(None, forms.split(";")):
            found.setdefault(_symbol_key(form), (name, level))
    return found


def _symbol_key(token: str) -> str:
    return re.sub(r"[^A-Z]", "", strip_diacritics(token).upper())


def _plain(name: str) -> str:
    """For comparing names: no diacritics, small letters, hyphens and commas as spaces.

    >>> _plain("Bộ Lao động - Thương binh và Xã hội")
    'bo lao dong thuong binh va xa hoi'
    """
    return " ".join(re.findall(r"[a-z0-9]+", strip_diacritics(name).lower()))


def begins_organ(text: str) -> bool:
    """Whether a line in mixed case can be an organ's name.

    >>> begins_organ("Sở Nội vụ tỉnh Sơn La"), begins_organ("Bộ luật Dân sự"), begins_organ("Căn cứ")
    (True, False, False)
    """
    bare = strip_diacritics(text).lower()
    return text[:1].isupper() and _START.match(bare) is not None and not _NO_ORGAN.match(bare)


# Schools and institutes: their parts may be called "khoa", and their names hold no province that they don't say.
_SCHOOL = re.compile(
    r"(?:truong\s+(?:dai\s+hoc|cao\s+dang|trung\s+cap)|dai\s+hoc|hoc\s+vien|benh\s+vien|vien)(?![^\W\d_])"
)
_FACULTY = re.compile(r"(?:khoa\s+(?!hoc(?![^\W\d_]))|khoa\s+khoa\s+hoc|bo\s+mon|lop\s)")
# "CHÍNH PHỦ 61-CP": a number of former days beside its organ.
_OWN_NUMBER = re.compile(r"\s+(?:SỐ\s*:?\s*)?\d{1,4}\s?[-/]\s?(?:CP|TTg|HĐBT)\b.*$")
_BY_DECISION = re.compile(r"\btheo\s+(?:quyet\s+dinh|nghi\s+quyet|ke\s+hoach)\b|\bqd\s+so\b")
_NO_ORGAN = re.compile(
    r"(?:bo\s+(?:truong\s*$|luat|chi\s+so|tieu\s+chi|tai\s+lieu)|so\s*:|so\s+\d+|ban\s+(?:hanh|do|tin)|bao\s+cao"
    r"|phong\s+trao|hoi\s+nghi|to\s+trinh|quy\s+che|quy\s+dinh)\b"
)


def split_organs(text: str) -> list[str]:
    """Names of organs in the left column of a header, the highest first.

    >>> split_organs("UBND TỈNH SƠN LA\\nSỞ GIÁO DỤC VÀ\\nĐÀO TẠO")
    ['UBND TỈNH SƠN LA', 'SỞ GIÁO DỤC VÀ ĐÀO TẠO']
    >>> split_organs("ỦY BAN NHÂN\\nDÂN\\nTHÀNH PHỐ HUẾ"), split_organs("BỘ TÀI CHÍNH CỤC THUẾ")
    (['ỦY BAN NHÂN DÂN THÀNH PHỐ HUẾ'], ['BỘ TÀI CHÍNH', 'CỤC THUẾ'])
    >>> split_organs("UBND TỈNH LÂM ĐỒNG BAN CHỈ ĐẠO CHUYỂN ĐỔI SỐ VÀ ĐỀ ÁN 06")
    ['UBND TỈNH LÂM ĐỒNG', 'BAN CHỈ ĐẠO CHUYỂN ĐỔI SỐ VÀ ĐỀ ÁN 06']
    """
    organs: list[str] = []
    for line in text.replace(MASK, " ").split("\n"):
        line = squeeze(line).strip("*• ")
        if not line:
            continue
        # "ĐOÀN KIỂM TRA / THEO QUYẾT ĐỊNH / SỐ 1050/QĐ-SCT": what set it up is no part of its name.
        line = _OWN_NUMBER.sub("", line)
        by = _BY_DECISION.search(strip_diacritics(line).lower())
        line = line[: by.start()].strip() if by else line
        for piece in _cut_line(line):
            bare = strip_diacritics(piece).lower()
            starts = _START.match(bare) is not None and not _NO_ORGAN.match(bare)
            if organs and not starts:
                school = _SCHOOL.match(strip_diacritics(organs[-1]).lower())
                starts = school is not None and _FACULTY.match(bare) is not None
            if not organs:
                if starts:
                    organs.append(piece)
                continue
            before = strip_diacritics(organs[-1]).lower()
            if starts and not _continues(before, bare) and not _halves_a_name(before, bare):
                organs.append(piece)
            else:
                organs[-1] = f"{organs[-1]} {piece}"
        if by:
            break
    return organs


def _continues(before: str, bare: str) -> bool:
    """Whether a piece that looks like an organ's beginning belongs to the name before it."""
    if _UNFINISHED.match(before):
        return True
    # "THỦ TƯỚNG / CHÍNH PHỦ", "VĂN PHÒNG / ĐOÀN ĐBQH VÀ HĐND TỈNH"
    return bare.startswith(("chinh phu", "quoc hoi")) and before.endswith(("thu tuong", "van phong", "thanh tra"))


_UNDER_DEPARTMENT = re.compile(
    r"(?:truong|trung tam|chi cuc|benh vien|ban quan ly|van phong|thanh tra|doan kiem tra) \S"
)


def _halves_a_name(before: str, bare: str) -> bool:
    """Whether a narrow column's edge broke a listed organ's name or a province's here.

    >>> _halves_a_name("so nong nghiep va moi", "truong"), _halves_a_name("dang bo thanh pho hai", "phong")
    (True, True)
    >>> _halves_a_name("so noi vu", "phong cai cach hanh chinh"), _halves_a_name("tinh uy ha", "ban to chuc")
    (False, False)
    """
    head, rest = _plain(before).split(), _plain(bare).split()
    if " ".join(head) in _listed():
        return False
    for name in _listed():
        words = name.split()
        if (
            len(words) > len(head)
            and words[: len(head)] == head
            and rest[: len(words) - len(head)] == words[len(head) :]
        ):
            return True
    area = re.search(r"(?:tinh|thanh pho|tp\.?|(?:tinh|thanh) uy) (?=\S)(?!.*\b(?:tinh|thanh pho|tp)\b)", before)
    if not area or province_at(before, area.end()):
        return False
    hit = province_at(f"{before} {bare}", area.end())
    return hit is not None and hit[1] > len(before)


def _cut_line(line: str) -> list[str]:
    """Cut a line that holds two organs (a flattened cell): after a province, after a ministry."""
    bare = strip_diacritics(line).lower()
    areas = re.finditer(r"\b(?:tinh|thanh pho|tp\.?)(?: uy)? ", bare)
    hits = [hit for area in areas if (hit := province_at(bare, area.end()))]
    cuts = [end for _, end in hits if _START.match(bare, end + 1)]
    for name, (_, level) in _listed().items():
        spaced = re.compile(r"^\W*" + r"[\W_]+".join(map(re.escape, name.split())) + r"(?=\s)")
        if level in {"central", "bureau"} and (found := spaced.match(bare)) and _START.match(bare, found.end() + 1):
            cuts.append(found.end())
        elif level == "department" and (found := spaced.match(bare)):
            hit = province_at(bare, found.end() + 1)
            end = hit[1] if hit else found.end()
            if _UNDER_DEPARTMENT.match(bare, end + 1):
                cuts.append(end)
    if commune := re.match(
        r"(?:ubnd|uy ban nhan dan|dang uy) (?:xa|phuong|dac khu|huyen|quan|thi xa) (?:\S+ ){1,4}?", bare
    ):
        at = re.compile(
            r"\b(?:phong|van phong|trung tam|ban chi dao|truong|cong an|uy ban kiem tra"
            r"|ban (?:to chuc|xay dung|tuyen giao))\b"
        ).search(bare, commune.end())
        if at:
            cuts.append(at.start() - 1)
    if central := re.match(r"ban chap hanh trung uong(?=\s(?:dang doan|ban|van phong|uy ban kiem tra)\s)", bare):
        cuts.append(central.end())
    if party := _PARTY_OFFICE.match(bare):
        cuts.append(party.end())
    if not cuts:
        return [line]
    edges = [0, *sorted(set(cuts)), len(line)]
    return [piece for a, b in pairwise(edges) if (piece := line[a:b].strip())]


def _read_organ(text: str, body: str) -> _Organ:
    """Name in mixed case, level and area of one organ's name."""
    text = squeeze(text).strip(" -–_.,;:*")
    bare = strip_diacritics(text).lower()
    chair = re.match(r"chu tich\s+(?:uy ban\s+)?(?=nhan dan|ubnd|uy ban)", bare)
    if chair and (found := re.match(r"chu tich\s+(?:ubnd|(?:uy ban\s+)?nhan dan)\s*", bare)):
        return _with_area("Chủ tịch Ủy ban nhân dân", "committee", bare[found.end() :], text[found.end() :])
    for pattern, name, level in (
        (_COMMITTEE, "Ủy ban nhân dân", "committee"),
        (_COUNCIL, "Hội đồng nhân dân", "council"),
    ):
        if found := pattern.match(bare):
            return _with_area(name, level, bare[found.end() :].strip(), text[found.end() :].strip())
    if party := re.match(r"(tinh uy|thanh uy)\s*(.*)$", bare):
        name = {"tinh uy": "Tỉnh ủy", "thanh uy": "Thành ủy"}[party.group(1)]
        hit = province_at(bare, party.start(2)) if party.group(2) else None
        if hit:
            return _Organ(f"{name} {hit[0].name}", bare, "party", None, hit[0])
        return _Organ(name if not party.group(2) else _cased(text, body), bare, "party")
    text, bare = _spelt_out(text, bare)
    if (inside := _PARTY_INSIDE.match(bare)) and not _CENTRAL_PARTY.match(bare):
        # "ĐẢNG ỦY UBND TỈNH", "ĐẢNG ỦY SỞ NỘI VỤ": of the organ that its name holds.
        organ = _read_organ(text[inside.end() :], body)
        kind = f"{inside['kind'].split()[0]}"
        name = {"dang": f"Đảng {'bộ' if inside['kind'] == 'dang bo' else 'ủy'}", "chi": "Chi bộ"}[kind]
        return _Organ(f"{name} {organ.name}", bare, "party", organ.area, organ.province)
    plain = _plain(text)
    if plain in _listed():
        name, level = _listed()[plain]
        return _Organ(name, bare, level)
    joint = [_listed().get(_plain(part)) for part in re.split(r"\s+[-–]\s+", text)]
    if len(joint) > 1 and all(joint):  # "BỘ NỘI VỤ - BỘ TÀI CHÍNH"
        return _Organ(" - ".join(part[0] for part in joint if part), bare, joint[0][1] if joint[0] else "local")
    tail = re.search(r"\s(?P<area>(?:tinh|thanh pho|tp\.?|huyen|quan|thi xa|xa|phuong|dac khu)(?:\s.*)?)$", bare)
    if tail and _plain(bare[: tail.start()]) in _listed():
        name, level = _listed()[_plain(bare[: tail.start()])]
        return _with_area(name, level, tail["area"], text[tail.start("area") :])
    # "SỞ NỘI VỤ LÂM ĐỒNG": the province without its kind.
    for cut in range(len(bare), 0, -1):
        if bare[cut - 1 : cut] == " " and (hit := province_at(bare, cut)) and hit[1] == len(bare):
            head = bare[: cut - 1]
            if _plain(head) in _listed():
                name, level = _listed()[_plain(head)]
                return _Organ(name, bare, level, hit[0].full_name, hit[0])
    level = "department" if bare.startswith("so ") else "local"
    if bare.startswith(("bo ", "tong cuc")):
        level = "central" if not re.match(r"bo (?:chi huy|tu lenh)", bare) else "local"
    elif bare.startswith("cuc ") and "tinh" not in bare.split():
        level = "bureau"
    elif _PARTY.match(bare):
        level = "party"
    organ = _Organ(_cased(text, body), bare, level)
    at = re.search(r"\b(?:tinh|thanh pho|tp\.?) (?=\S)", bare)
    if at and (hit := province_at(bare, at.end())):
        organ.province = hit[0]
    return organ


_PARTY_INSIDE = re.compile(
    r"(?P<kind>dang uy|dang bo|chi bo) "
    r"(?=(?:ubnd|uy ban nhan dan|hdnd|hoi dong nhan dan|so|truong|trung tam|cong an|phong)\s)"
)
_INITIALS = re.compile(r"(?P<head>SỞ|BỘ|Sở|Bộ)\s+(?P<initials>[A-ZĐ][A-ZĐ&]{1,9})(?=\s|$)")


def _spelt_out(text: str, bare: str) -> tuple[str, str]:
    """An organ named by its initials, in full: "SỞ GDĐT TỈNH SƠN LA"; also the bare form."""
    found = _INITIALS.match(text)
    listed = _by_symbol().get(_symbol_key(found["head"][0] + found["initials"])) if found else None
    if found is None or listed is None or any(v in strip_diacritics(found["initials"]) for v in "AEIOUY"):
        return text, bare
    text = listed[0] + text[found.end() :]
    return text, strip_diacritics(text).lower()


def _with_area(name: str, level: str, bare: str, text: str) -> _Organ:
    found = _AREA.match(bare.strip())
    shift = len(bare) - len(bare.lstrip())
    if not found:
        hit = province_at(bare, shift)
        if hit:
            return _Organ(name, _plain(name), level, hit[0].full_name, hit[0])
        return _Organ(name, _plain(name), level, None if not bare else _titled(text))
    kind = _AREA_NAMES["".join(found["kind"].split())]
    rest = text[shift + found.start("rest") :].strip(" -–,.;:")
    if kind in {"tỉnh", "thành phố"} and (hit := province_at(strip_diacritics(rest).lower(), 0)):
        written = rest[: hit[1]]
        same = _plain(written) == _plain(hit[0].name)
        return _Organ(name, _plain(name), level, f"{kind} {hit[0].name if same else _titled(written)}", hit[0])
    if not rest:
        return _Organ(name, _plain(name), level, kind)
    area, _, outer = rest.partition(",")
    province = None
    if at := re.search(r"\b(?:tinh|thanh pho|tp\.?)\s+", strip_diacritics(outer).lower()):
        hit = province_at(strip_diacritics(outer).lower(), at.end())
        province = hit[0] if hit else None
    return _Organ(name, _plain(name), level, f"{kind} {_titled(area)}", province)


def _titled(text: str) -> str:
    """Every syllable with a capital, for names of places.

    >>> _titled("TÂN HỘI"), _titled("buôn ma thuột")
    ('Tân Hội', 'Buôn Ma Thuột')
    """
    return re.sub(r"[^\W\d_]+", lambda m: m.group()[0].upper() + m.group()[1:].lower(), squeeze(text))


def _cased(text: str, body: str) -> str:
    """A name in capitals as the document itself writes it in mixed case, else by rule."""
    letters = [c for c in text if c.isalpha()]
    if letters and sum(c.isupper() for c in letters) < 0.6 * len(letters):
        return text
    words = re.findall(r"[^\W_]+", text)
    if body and len(words) > 1:
        pattern = re.compile(r"[\s,–-]+".join(map(re.escape, words)), re.IGNORECASE)
        forms = Counter(
            squeeze(found.group())
            for found in pattern.finditer(body)
            if found.group()[0].isupper() and not found.group()[1:].isupper()
        )
        if forms:
            return forms.most_common(1)[0][0]
    plain = _plain(text)
    for name, (written, _) in sorted(_listed().items(), key=lambda item: -len(item[0])):
        if plain.startswith(name + " "):
            words = text.split()
            size = len(written.split())
            comma = "," if words[size - 1].endswith(",") else ""
            return _organs_inside(f"{written}{comma} {_area_cased(' '.join(words[size:]))}")
    return _organs_inside(_area_cased(text, first=True))


_ORGAN_INSIDE = re.compile(
    r"(?<=\s)(?:đoàn(?= ĐBQH| đại biểu)|quốc hội|ủy ban nhân dân|hội đồng nhân dân|chính phủ|mặt trận tổ quốc)\b"
)


_INNER_NAMES = {
    name.lower(): name
    for name in (
        "Hội Nông dân", "Hội Liên hiệp Phụ nữ", "Hội Cựu chiến binh", "Hội Chữ thập đỏ", "Liên đoàn Lao động",
        "Đoàn TNCS Hồ Chí Minh", "Ban Quản lý", "Ban Chỉ đạo", "Ban Thường trực", "Ban Thường vụ", "Ban Chấp hành",
        "Ban Bí thư",
    )
}  # fmt: skip
_INNER = re.compile(rf"\b(?:{'|'.join(_INNER_NAMES)})\b", re.IGNORECASE)
# What such a name is of begins with a capital, too: "Phòng Khảo thí", "Trường Đại học Y dược", "Việt - Hàn".
_NAMED_FOR = re.compile(
    r"(?P<school>trường )?(?P<kind>phòng|khoa|chi cục|viện|đại học|cao đẳng|trung cấp) (?=\w)", re.I
)
_AFTER_DASH = re.compile(r"(?<= - )[a-zà-ỹđ]")  # "Văn hóa - Xã hội", "Văn thư - Lưu trữ"
_VIETNAMESE = re.compile(r"\bviệt(?=\s*[-–]\s*\w)(?:\s*[-–]\s*\w)?|\bviệt nam\b")


def _organs_inside(name: str) -> str:
    """Capitals inside a name that was written in capitals throughout.

    >>> _organs_inside("Phòng khảo thí"), _organs_inside("Trường đại học công nghệ việt- hàn")
    ('Phòng Khảo thí', 'Trường Đại học Công nghệ Việt - Hàn')
    """
    name = _INNER.sub(lambda found: _INNER_NAMES[found.group().lower()], name)
    name = _ORGAN_INSIDE.sub(lambda found: found.group()[0].upper() + found.group()[1:], name)
    if found := _NAMED_FOR.match(name):
        head = f"{(found['school'] or '').capitalize()}{found['kind'].capitalize()} "
        name = head + name[found.end()].upper() + name[found.end() + 1 :]
    name = _AFTER_DASH.sub(lambda m: m.group().upper(), name)
    return _VIETNAMESE.sub(lambda m: re.sub(r"\s*[-–]\s*", " - ", m.group()).title(), name)


def _is_initials(token: str) -> bool:
    """Whether a word in capitals is no syllable but initials, which stay as they are.

    >>> _is_initials("CDNN"), _is_initials("TTPVHCC"), _is_initials("HẠNG"), _is_initials("XÉT")
    (True, True, False, False)
    """
    letters = re.sub(r"[^a-z]", "", strip_diacritics(token).lower())
    return len(letters) > 1 and token.isupper() and re.fullmatch(r"[^aeiouy]+", letters) is not None


def _area_cased(text: str, first: bool = False) -> str:
    bare = strip_diacritics(text).lower()
    out: list[str] = []
    at = 0
    title = False
    while at < len(text):
        if (at == 0 or text[at - 1] in " -") and (hit := province_at(bare, at)) and " " in bare[at : hit[1]]:
            written = text[at : hit[1]]
            out.append(hit[0].name if _plain(written) == _plain(hit[0].name) else _titled(written))
            at = hit[1]
            continue
        word = re.compile(r"\S+").match(text, at)
        if not word:
            out.append(text[at])
            at += 1
            continue
        token = word.group()
        low = strip_diacritics(token).lower()
        if low in _SHORT:
            out.append(_SHORT[low] if not out else _SHORT[low][0].lower() + _SHORT[low][1:])
        elif _is_initials(token):
            out.append(token)
        elif title or re.search(r"\d", token):
            out.append(_titled(token) if title else token)
        else:
            out.append(token.capitalize() if first and not out else token.lower())
        if low in {"xa", "phuong", "huyen", "quan", "thpt", "thcs"} and token.lower() not in {"quản", "quân", "quan"}:
            title = True
            if low.startswith("th"):
                out[-1] = token.upper()
        at = word.end()
    return "".join(out)


def from_column(text: str, place: Province | None, body: str) -> Issuer | None:
    """Issuer from the left column of a header.

    >>> i = from_column("UBND TỈNH SƠN LA\\nSỞ GIÁO DỤC VÀ ĐÀO TẠO", None, "")
    >>> i.name, i.parent, i.province
    ('Sở Giáo dục và Đào tạo tỉnh Sơn La', 'Ủy ban nhân dân tỉnh Sơn La', 'Sơn La')
    >>> from_column("ỦY BAN NHÂN DÂN\\nTỈNH BẮC NINH", None, "").name
    'Ủy ban nhân dân tỉnh Bắc Ninh'
    >>> i = from_column("UBND TỈNH LÂM ĐỒNG\\nVĂN PHÒNG", None, "")
    >>> i.name, i.parent
    ('Văn phòng Ủy ban nhân dân tỉnh Lâm Đồng', 'Ủy ban nhân dân tỉnh Lâm Đồng')
    >>> i = from_column("SỞ CÔNG THƯƠNG\\nĐOÀN KIỂM TRA\\nTHEO QUYẾT ĐỊNH\\nSỐ 10/QĐ-SCT", find_province("Lào Cai"), "")
    >>> i.name, i.parent
    ('Đoàn kiểm tra', 'Sở Công Thương tỉnh Lào Cai')
    >>> from_column("BAN CHẤP HÀNH TRUNG ƯƠNG ĐẢNG ĐOÀN QUỐC HỘI", None, "").name
    'Đảng đoàn Quốc hội'
    >>> i = from_column("BỘ TÀI CHÍNH\\nCỤC THUẾ", None, "")
    >>> i.name, i.parent, i.province
    ('Cục Thuế', 'Bộ Tài chính', None)
    """
    names = split_organs(text)
    if not names:
        return None
    organs = [_read_organ(name, body) for name in names[-3:]]
    return _assemble(organs, place)


# What such a name alone doesn't say whose it is: an office, a board, a committee inside the body above.
_BODY = re.compile(
    r"(?:ban|van phong|uy ban|doan|to|trung tam|hoi dong|truong|vien|dang uy cac co quan)(?![^\W\d_])|dang uy$|chi bo$"
)
_YOUTH = re.compile(r"(?:tinh|thanh) doan")
_BOARD = re.compile(r"(?:ban thuong (?:truc|vu)|ban chap hanh)$")
_BOARD_OF_COUNCIL = re.compile(r"ban (?:phap che|kinh te|van hoa|dan toc|do thi)")


def _assemble(organs: list[_Organ], place: Province | None) -> Issuer:
    organ = organs[-1]
    parent = organs[-2] if len(organs) > 1 else None
    province = organ.province or (parent.province if parent else None)
    local = organ.level in {"committee", "council", "department", "office", "local"} or (
        organ.level == "party" and organ.bare.startswith(("tinh uy", "thanh uy"))
    )
    central = any(o.level in {"state", "central", "bureau"} or _CENTRAL_PARTY.match(o.bare) for o in organs)
    if province is None and local and not central:
        province = place
    for one in organs:
        # "UBND TỈNH" without the name, or without anything.
        unnamed = one.level in {"committee", "council"} and one.area is None
        if province and (unnamed or (one.level in {"committee", "council", "party"} and one.area == province.kind)):
            one.area = province.full_name
    area = None
    if parent and parent.level in {"committee", "council"}:
        area = parent.area
    elif province and organ.level in {"department", "office", "local"} and not central:
        area = province.full_name
    name = organ.full
    if parent and parent.level == "council" and _BOARD_OF_COUNCIL.match(organ.bare):
        name = f"Ban {organ.name[4].upper()}{organ.name[5:]} {parent.full}"
    elif parent and parent.level == "local" and _BOARD.match(organ.bare):
        name = f"{organ.name} {parent.full}"
    elif organ.level == "party" and province and organ.name in {"Tỉnh ủy", "Thành ủy"}:
        name = f"{organ.name} {province.name}"
    elif organ.level not in {"committee", "council", "state", "central", "bureau", "party"} and not organ.area:
        name = _name_in_area(organ, parent, area)
    elif organ.bare.startswith(("dang doan", "ban can su")):
        pass  # of the organ that its name holds, not of the committee above
    elif (
        organ.level == "party"
        and parent
        and (parent.level == "party" or _YOUTH.match(parent.bare))
        and not organ.area
        and _BODY.match(organ.bare)
    ):
        name = f"{organ.name} {parent.full}"
    parent_name = parent.full if parent else None
    if parent and parent.level == "department" and parent_name == parent.name and province and not central:
        parent_name = f"{parent.name} {province.full_name}"
    if parent_name is None and organ.level == "department" and province:
        parent_name = f"Ủy ban nhân dân {province.full_name}"
    if parent_name is None and organ.level == "office" and province:
        parent_name = f"Ủy ban nhân dân {province.full_name}"
    # "CÔNG AN TỈNH SƠN LA" below its ministry is the province's, "CỤC THUẾ" is nobody's.
    return Issuer(name, parent_name, province.name if province and (organ.province or not central) else None)


def _name_in_area(organ: _Organ, parent: _Organ | None, area: str | None) -> str:
    if organ.bare == "van phong thuong truc" and parent:  # an office that stands for the body above it
        return f"{organ.name} {parent.full}"
    if organ.bare == "van phong":
        if parent:
            return f"Văn phòng {parent.full}"
        return f"Văn phòng Ủy ban nhân dân {area}" if area else organ.name
    if area and area.startswith("tỉnh") and organ.bare.endswith(" tinh"):  # "BỆNH VIỆN ĐA KHOA TỈNH"
        return f"{organ.name.rsplit(' ', 1)[0]} {area}"
    if not area or _SCHOOL.match(organ.bare) or (parent and _SCHOOL.match(parent.bare)):
        return organ.name
    words = organ.bare.split()
    if area.startswith("thành phố") and words[-2:] == ["thanh", "pho"]:
        return f"{organ.name.rsplit(' ', 2)[0]} {area}"
    if organ.province or _plain(area.split(" ", 1)[-1]) in _plain(organ.name):
        return organ.name
    if parent and parent.level == "department":
        return organ.name
    return f"{organ.name} {area}"


def organ_of_symbol(symbol: str) -> str | None:
    """The token of a symbol that stands for the organ.

    >>> organ_of_symbol("KH-SGDĐT"), organ_of_symbol("SNV-CCHC&VTLT"), organ_of_symbol("NQ/TU")
    ('SGDĐT', 'SNV', 'TU')
    >>> organ_of_symbol("QH15"), organ_of_symbol("NQ-UBTVQH15"), organ_of_symbol("CT-CS")
    ('QH', 'UBTVQH', 'CT')
    """
    pieces = re.split(r"[-/]", symbol)
    code = type_code_of(symbol)
    if code in (None, "CV") or len(pieces) < 2:
        token = pieces[0] if pieces[0] != "CV" else (pieces[1] if len(pieces) > 1 else "")
    else:
        token = pieces[1]
    return re.sub(r"\d+$", "", token) or None


def from_symbol(symbol: str | None, place: Province | None, body: str) -> Issuer | None:
    """Issuer from the symbol: the organ that the body names by these initials, else the listed one.

    >>> i = from_symbol("KH-SVHTT", find_province("Lào Cai"), "Sở Văn hóa và Thể thao xây dựng Kế hoạch")
    >>> i.name, i.parent
    ('Sở Văn hóa và Thể thao tỉnh Lào Cai', 'Ủy ban nhân dân tỉnh Lào Cai')
    >>> from_symbol("NĐ-CP", None, "").name, from_symbol("KH-UBND", find_province("Huế"), "").name
    ('Chính phủ', 'Ủy ban nhân dân thành phố Huế')
    >>> from_symbol("KH-XYZ", None, "")
    """
    token = organ_of_symbol(symbol) if symbol else None
    if not token:
        return None
    key = _symbol_key(token)
    if key == "TU" and place:
        name = "Thành ủy" if place.kind == "thành phố" else "Tỉnh ủy"
        return Issuer(f"{name} {place.name}", None, place.name)
    name_level = _by_symbol().get(key)
    named = _named_by_initials(key, body)
    if named and (name_level is None or name_level[1] in {"department", "local"}):
        organ = _read_organ(named, body)
        return _assemble([organ], place)
    if name_level is None:
        return None
    name, level = name_level
    if level in {"committee", "council"} and place is None:
        return None
    return _assemble([_Organ(name, _plain(name), level)], place)


# A name in running text: "Sở Văn hóa và Thể thao", "Ban Quản lý các khu công nghiệp".
_BODY_NAME = re.compile(
    r"\b(?:Sở|Ban|Thanh tra|Trung tâm|Chi cục|Cục|Hội|Viện|Trường|Phòng|Bộ|Tổng cục)"
    r"(?:,?\s+(?:và|-|–)?\s*[^\W\d_]+){1,9}"
)


def _named_by_initials(key: str, body: str) -> str | None:
    """The organ's name in the body whose initials are `key`, the most frequent one."""
    counts: Counter[str] = Counter()
    for found in _BODY_NAME.finditer(body[:40000]):
        words = re.findall(r"[^\W\d_]+", found.group())
        initials = ""
        kept: list[re.Match[str]] = []
        for word in re.finditer(r"[^\W\d_]+", found.group()):
            low = strip_diacritics(word.group()).lower()
            if low not in {"va", "cac"}:
                initials += low[0].upper()
            kept.append(word)
            if initials == key:
                name = squeeze(found.group()[: word.end()])
                if len(words) >= 2 and low not in {"va", "cac"}:
                    counts[name] += 1
                break
            if not key.startswith(initials):
                break
    return counts.most_common(1)[0][0] if counts else None


# The line between title and legal basis: who decides.
_AUTHORITY = re.compile(
    r"^(?P<head>bo truong|giam doc|chu tich|thu tuong|chanh van phong|cuc truong|chu nhiem|tong giam doc|hieu truong"
    r"|truong ban|vien truong|thong doc|tong kiem toan|tong thanh tra)?\s*(?P<organ>.+)$"
)


def from_authority(line: str, place: Province | None, body: str) -> Issuer | None:
    """Issuer from the line that names the authority, in capitals between title and legal basis.

    >>> from_authority("BỘ TRƯỞNG BỘ Y TẾ", None, "").name
    'Bộ Y tế'
    >>> from_authority("CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH LÂM ĐỒNG", None, "").name
    'Ủy ban nhân dân tỉnh Lâm Đồng'
    >>> from_authority("ỦY BAN THƯỜNG VỤ QUỐC HỘI", None, "").name
    'Ủy ban Thường vụ Quốc hội'
    """
    bare = strip_diacritics(squeeze(line)).lower()
    if bare.startswith("thu tuong chinh phu"):
        return Issuer("Thủ tướng Chính phủ", None, None)
    found = _AUTHORITY.match(bare)
    if not found or not _START.match(found["organ"]):
        return None
    return from_column(squeeze(line)[found.start("organ") :], place, body)


def from_name(name: str, place: Province | None, body: str) -> Issuer | None:
    """Issuer from a name given alone ("Cục Thuế", "Tỉnh Sơn La" of a web site's record).

    >>> from_name("Thành phố Hồ Chí Minh", None, "").name, from_name("Cục Thuế", None, "").name
    ('Ủy ban nhân dân thành phố Hồ Chí Minh', 'Cục Thuế')
    """
    if province := find_province(name):
        return Issuer(f"Ủy ban nhân dân {province.full_name}", None, province.name)
    return from_column(name, place, body)
