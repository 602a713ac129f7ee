"""One key for the many ways to write a unit: "Sở GDĐT", "SGD&ĐT", "Giám đốc Sở Giáo dục - Đào tạo tỉnh Sơn La".

A key has up to three parts, `name / parent @ province`, all folded (no marks, small letters):

- the name, abbreviations spelt out, without a head of its own ("Giám đốc Sở ..." is the Sở);
- the organ that a sub-unit belongs to, as "Văn phòng", "Phòng ..." or "Thanh tra" inside a department's
  document belong to that department: two departments' Văn phòng are two units;
- the province, where the unit's own name or its document gives it. Ministries and other central organs have
  none, so two provinces' Sở Nội vụ are never one unit, and Bộ Nội vụ is one everywhere.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from ingest.clean.fold import nfc, strip_diacritics
from ingest.lexicons import rows
from ingest.parse.province import Province, find_province, province_at

PARENT = " / "
PROVINCE = " @ "

_WORD = re.compile(r"[a-z0-9]+(?:&[a-z0-9]+)*")
_PARENTHESES = re.compile(r"\([^()]*\)?|\[\d{1,3}\]")

# Abbreviations inside names that the list of organs doesn't give by initials. Key: letters only.
_SHORT = {
    "ubnd": "uy ban nhan dan", "hdnd": "hoi dong nhan dan", "vp": "van phong", "vpub": "van phong uy ban nhan dan",
    "vpubnd": "van phong uy ban nhan dan", "ubmttqvn": "uy ban mat tran to quoc viet nam",
    "ubmttq": "uy ban mat tran to quoc viet nam", "mttqvn": "mat tran to quoc viet nam",
    "mttq": "mat tran to quoc viet nam", "bcd": "ban chi dao", "bql": "ban quan ly", "bch": "ban chap hanh",
    "kkt": "khu kinh te", "kcn": "khu cong nghiep", "kcnc": "khu cong nghe cao",
    "ttpvhcc": "trung tam phuc vu hanh chinh cong",
    "tthcc": "trung tam hanh chinh cong", "qlda": "quan ly du an",
    "pvhcc": "phuc vu hanh chinh cong", "hcc": "hanh chinh cong", "bhxh": "bao hiem xa hoi",
    "kbnn": "kho bac nha nuoc",
    "nhnn": "ngan hang nha nuoc", "chqs": "chi huy quan su", "bdbp": "bo doi bien phong", "lhpn": "lien hiep phu nu",
    "ldld": "lien doan lao dong", "tncshcm": "thanh nien cong san ho chi minh", "ccb": "cuu chien binh",
    "cchc": "cai cach hanh chinh", "ksthc": "kiem soat thu tuc hanh chinh", "kstthc": "kiem soat thu tuc hanh chinh",
    "cntt": "cong nghe thong tin", "vtlt": "van thu luu tru", "tccb": "to chuc can bo", "tchc": "to chuc hanh chinh",
    "khtc": "ke hoach tai chinh", "tckh": "tai chinh ke hoach", "dbqh": "dai bieu quoc hoi", "bp": "bo phan",
    "tw": "trung uong", "ttra": "thanh tra", "csgt": "canh sat giao thong", "gtvt": "giao thong van tai",
    "ptth": "phat thanh truyen hinh", "tthc": "thu tuc hanh chinh", "dvc": "dich vu cong", "cds": "chuyen doi so",
    "tp": "thanh pho", "tx": "thi xa", "tand": "toa an nhan dan", "vksnd": "vien kiem sat nhan dan",
    "kt": "kinh te", "xh": "xa hoi", "vhxh": "van hoa xa hoi", "ktht": "kinh te ha tang",
    "kthtdt": "kinh te ha tang do thi", "gdmn": "giao duc mam non",
    "gdth": "giao duc tieu hoc",
    "gdtrh": "giao duc trung hoc", "gdtx": "giao duc thuong xuyen", "gdpt": "giao duc pho thong",
    "bqldt": "ban quan ly du an",
    "tnmt": "tai nguyen va moi truong", "nnmt": "nong nghiep va moi truong", "khcn": "khoa hoc va cong nghe",
    "gddt": "giao duc va dao tao", "vhttdl": "van hoa the thao va du lich", "vhtt": "van hoa va the thao",
    "tttt": "thong tin va truyen thong", "khdt": "ke hoach va dau tu", "ldtbxh": "lao dong thuong binh va xa hoi",
    "nnptnt": "nong nghiep va phat trien nong thon", "dttg": "dan toc va ton giao", "vhttt": "van hoa thong tin",
}  # fmt: skip
# These are words too: short only where written as such ("KT", never in "Phòng Kinh tế").
_ALSO_WORDS = {"kt", "xh", "tp", "tx", "bp", "tw", "vp"}

# Who heads a unit stands for the unit, as in "Giám đốc Sở Nội vụ".
_HEADED = re.compile(
    r"(?:(?:dong chi|d/c)\s+)?(?:thu truong|lanh dao|pho giam doc|giam doc|pho chu tich|chu tich|chanh|bo truong"
    r"|truong"
    r"|vu truong|cuc truong|tong giam doc|hieu truong|chi cuc truong|nguoi dung dau|tong cuc truong|truong phong)\s+"
    r"(?:(?:cua|cac don vi)\s+)?(?=(?:cac\s|so\b|cong\s+an|ban\s|bo\s|uy\s+ban|ubnd|van\s+phong|vp|phong"
    r"|thanh\s+tra|trung\s+tam|chi\s+cuc|cuc\s|vu\s"
    r"|truong\s|co\s+quan|don\s+vi|cong\s+ty|vien\s|hoi\s|to\s|tong\s|doan\s|s[a-z&]{2,7}\b|hdnd))"
)
_TRAILING = re.compile(r"[\s,]+(?:(?:co\s+)?(?:lien\s+quan)|noi\s+tren|neu\s+tren|nay)$")
_AREA = re.compile(r"\s(?:tinh|thanh pho)$")
# Of these a province has one, so "tỉnh" adds nothing.
_PROVINCIAL = re.compile(r"(?:so|ban quan ly|bao va|vnpt|viettel|mobifone)\s")
_AREA_NAMED = re.compile(r"\s(?:tinh|thanh pho|tp)\s+")
_COMMUNES = re.compile(
    r"\b(?:(?:cac|cap)\s+)?(?:xa phuong|phuong xa)(?:(?:\s+va)?\s+(?:dac khu|thi tran))?(?!\s+[a-z])|\bcap xa\b"
    r"|\bcac xa$"
)
_ANY_PROVINCE = re.compile(
    r"(?:uy ban nhan dan|so|cong an|chu tich).*\b(?:cac tinh|cap tinh|tinh thanh pho|dia phuong)\b"
)

# Organs of the whole country, whatever document names them. "Bộ Chỉ huy quân sự tỉnh" is none.
_CENTRAL = re.compile(
    r"(?:bo(?!\s+(?:chi huy|doi|phan|tu lenh|mon)\b)|chinh phu|quoc hoi|thu tuong|trung uong|tong cuc|tap doan"
    r"|tong cong ty"
    r"|van phong (?:chinh phu|quoc hoi|trung uong|chu tich nuoc)|thanh tra chinh phu|uy ban thuong vu quoc hoi"
    r"|uy ban dan toc"
    r"|kiem toan nha nuoc|toa an nhan dan toi cao|vien kiem sat nhan dan toi cao|dai (?:tieng noi"
    r"|truyen hinh) viet nam"
    r"|thong tan xa|ngan hang nha nuoc viet nam|bao hiem xa hoi viet nam|ngan hang chinh sach xa hoi viet nam"
    r"|cac bo|hoi dong tham phan"
    r"|uy ban trung uong|ban (?:bi thu|chap hanh trung uong|to chuc trung uong|tuyen giao .*trung uong"
    r"|noi chinh trung uong))\b"
)
# Sub-units: they belong to the organ whose document names them, if that organ is a department or the like.
_SUB_UNIT = re.compile(
    r"(?:cac\s+)?(?:van phong|thanh tra|phong|bo phan|vu|cong chuc|to|chi bo|cong doan)\b(?!\s+(?:uy ban nhan dan"
    r"|dang ky dat|hdnd"
    r"|hoi dong|doan dai bieu|chinh phu|quoc hoi|tinh uy|thanh uy|dieu phoi|tinh|thanh pho|trung uong|cac co quan))"
)
_HAS_SUB_UNITS = re.compile(
    r"(?:so|bo|cuc|tong cuc|chi cuc|phong|ban(?! chi dao)|truong|trung tam|vien|kiem toan|kho bac)\s"
)
_PROVINCE_HOME = re.compile(r"uy ban nhan dan (?:tinh|thanh pho)$")
# A commune's (earlier a district's) document: what it names is its own unless it is of the province.
_LOCAL_HOME = re.compile(r"uy ban nhan dan (?:xa|phuong|dac khu|thi tran|huyen|quan|thi xa)\s")
_ABOVE = re.compile(r"(?:cac\s+)?so\s|uy ban nhan dan|theo\s")
_ALONE = {"so", "bo", "cuc", "chi cuc", "trung tam", "ban", "uy ban", "lanh dao"}
# "Phòng Tổ chức - Hành chính thuộc Sở Nội vụ", "Văn phòng Sở", "các đơn vị trực thuộc Bộ"
_BELONGS = re.compile(
    r"^(?P<name>.+?)\s+(?:(?P<link>(?:truc\s+)?thuoc|cua)\s+)?(?<!can )(?P<parent>(?:so|bo)(?!\s+(?:phan|doi"
    r"|chi huy|tu lenh|ban|nganh))(?:\s.+)?)$"
)
# What a province's name may follow without "tỉnh": "VNPT Lâm Đồng", never "Đại học Huế".
_NAMED_AFTER = re.compile(
    r"(?:so\s|uy ban|hoi dong|cong an|thanh tra|vnpt|viettel|mobifone|fpt|evn|bao|dai phat thanh|cong ty|ban"
    r"|van phong|tinh uy|thanh uy|tinh doan|trung tam"
    r"|buu dien|kho bac|ngan hang|bao hiem|cuc|chi cuc|hoi|lien|hiep hoi|doan|thue|hai quan|quy)"
)  # fmt: skip
_LOOSE = {"va", "cac", "cap", "cua"}
_HEADS = (
    "so", "bo", "ban", "uy ban", "hoi dong", "van phong", "phong", "thanh tra", "cong an", "trung tam", "chi cuc",
    "cuc",
    "tong cuc", "vu", "vien", "truong", "hoi", "doan", "bao", "dai", "kho bac", "to", "don vi", "co quan", "bo phan",
    "tinh uy", "thanh uy", "dang uy", "ubnd", "chinh phu", "cong ty",
)  # fmt: skip


def _letters(token: str) -> str:
    return token.replace("&", "")


@cache
def _organs() -> tuple[dict[str, str], dict[str, str]]:
    """Listed organs: letters of their symbols and initials -> name, name without "va" -> name."""
    by_letters: dict[str, str] = {}
    by_words: dict[str, str] = {}
    for symbols, name, _ in rows("organs"):
        words = re.findall(r"[a-z0-9]+", strip_diacritics(name).lower())
        plain = " ".join(words)
        by_words.setdefault(" ".join(w for w in words if w != "va"), plain)
        forms = [re.sub("[^a-z]", "", strip_diacritics(form).lower()) for form in filter(None, symbols.split(";"))]
        if words[0] in ("so", "bo") and len(words) > 2:
            forms.append("".join(w[0] for w in words if w != "va"))
        for form in forms:
            if len(form) > 2 and form != "cat":  # "Cát" is a word
                by_letters.setdefault(form, plain)
    return by_letters, by_words


# "GD-ĐT", "VH, TT và DL", "LĐ-TB&XH": the initials of one name, parted.
_PARTED = re.compile(r"(?<![a-z0-9])[a-z]{1,6}(?:(?:\s?[-–&/,]\s?(?:va\s)?|\sva\s)[a-z]{1,6}(?![a-z0-9])){1,4}")
_JOINT = re.compile(r"\s?[-–&/,]\s?(?:va\s)?|\sva\s")
_POLICE = re.compile(r"^ca (?=(?:tinh|thanh pho|tp|xa|phuong|dac khu|huyen|quan|cac|cap)\b)")


def _join_initials(text: str) -> str:
    """A folded name with the initials of one organ put together; words, and what is no organ, stay.

    >>> _join_initials("so gd-dt"), _join_initials("so vh, tt va dl"), _join_initials("so nn va mt tinh son la")
    ('so gddt', 'so vhttdl', 'so nnmt tinh son la')
    >>> _join_initials("so tai chinh, so y te"), _join_initials("phong van hoa - xa hoi"), _join_initials("vp, tc-kt")
    ('so tai chinh, so y te', 'phong van hoa - xa hoi', 'vp, tc-kt')
    """
    by_letters, _ = _organs()

    def joined(found: re.Match[str]) -> str:
        text, parts, kept = found.group(), _JOINT.split(found.group()), ""
        while len(parts) > 1:
            for count in range(len(parts), 1, -1):
                letters = "".join(parts[:count])
                if letters in _SHORT or (len(letters) > 3 and (letters in by_letters or f"s{letters}" in by_letters)):
                    seen = list(_JOINT.finditer(text))
                    return kept + letters + (text[seen[count - 1].start() :] if count < len(parts) else "")
            cut = _JOINT.search(text)
            if cut is None:
                break
            kept, text, parts = kept + text[: cut.end()], text[cut.end() :], parts[1:]
        return found.group()

    return _PARTED.sub(joined, text)


def _spell_out(text: str) -> str:
    """Abbreviations as words; `text` is folded."""
    by_letters, by_words = _organs()
    tokens = _WORD.findall(_join_initials(_POLICE.sub("cong an ", text)))
    out: list[str] = []
    for index, token in enumerate(tokens):
        letters = _letters(token)
        head = out[-1] if out else ""
        if head in ("so", "bo") and len(letters) > 1 and head[0] + letters in by_letters:
            out[-1:] = by_letters[head[0] + letters].split()
        elif index == 0 and letters not in _ALSO_WORDS and letters in _SHORT:
            out += _SHORT[letters].split()
        elif letters in by_letters and letters not in _ALSO_WORDS and (index == 0 or len(letters) > 2):
            out += by_letters[letters].split()
        elif letters in _SHORT:
            out += _SHORT[letters].split()
        else:
            for part in token.split("&"):
                out += _SHORT[part].split() if "&" in token and part in _SHORT else [part]
    bare = [w for w in out if w != "va"]
    for cut in range(len(bare), 1, -1):  # "Sở Giáo dục - Đào tạo ..." is written with "và" everywhere
        name = by_words.get(" ".join(bare[:cut]))
        if name is None:
            continue
        seen = 0
        for end, word in enumerate(out, start=1):
            seen += word != "va"
            if seen == cut:
                return " ".join([name, *out[end:]])
    return " ".join(out)


def _fold(text: str) -> str:
    return " ".join(strip_diacritics(nfc(text)).lower().split())


def _cut_province(name: str) -> tuple[str, Province | None]:
    """A folded name without the province at its end, and that province."""
    for found in _AREA_NAMED.finditer(name):
        hit = province_at(name, found.end())
        if hit and hit[1] == len(name):
            kind = "" if name.startswith("so ") else f" {'tinh' if found.group().strip() == 'tinh' else 'thanh pho'}"
            return name[: found.start()] + kind, hit[0]
    if _NAMED_AFTER.match(name):
        for space in re.finditer(" ", name):
            hit = province_at(name, space.end())
            if hit and hit[1] == len(name):
                rest = name[: space.start()]
                if rest.endswith((" khu vuc", " xa", " phuong", " ho")):
                    continue
                area = (
                    " " + strip_diacritics(hit[0].kind) if rest.endswith(("nhan dan", "cong an", "thanh tra")) else ""
                )
                return rest + area, hit[0]
    return name, None


def _is_central(name: str) -> bool:
    return _CENTRAL.match(name) is not None


@lru_cache(maxsize=4096)
def _normal(unit: str) -> tuple[str, Province | None]:
    """Folded name with its abbreviations spelt out, and the province that it names."""
    text = _PARENTHESES.sub(" ", _fold(unit)).strip(" .,;:*-–")
    text = _TRAILING.sub("", text)
    head = _HEADED.match(text)
    if head is not None:
        text = text[head.end() :]
    name, province = _cut_province(_spell_out(text))
    name = _COMMUNES.sub("cap xa", name)
    if _PROVINCIAL.match(name) and name != "so ban nganh":
        name = _AREA.sub("", name)
    return _one_name(name), province


def _one_name(name: str) -> str:
    """One name for the Front and its committees, the one-stop centre, and the paper that took the broadcaster in."""
    name = re.sub(r"^trung tam hanh chinh cong\b", "trung tam phuc vu hanh chinh cong", name)
    name = re.sub(r"\bhoi dong nhan dan uy ban nhan dan\b", "hoi dong nhan dan va uy ban nhan dan", name)
    if name.startswith("phong "):  # "Phòng Kinh tế - Hạ tầng" is "Phòng Kinh tế và Hạ tầng"
        name = name.replace(" va ", " ")
    name = re.sub(r"^bao va dai phat thanh\b", "bao va phat thanh", name)
    return re.sub(
        r"^(?:(?:ban thuong truc )?uy ban )?mat tran to quoc(?: viet nam)*", "uy ban mat tran to quoc viet nam", name
    )


@lru_cache(maxsize=1024)
def _issuer(issuer: str | None) -> tuple[str, Province | None]:
    return _normal(issuer) if issuer else ("", None)


def unit_key(unit: str, issuer: str | None = None, province: str | None = None) -> str:
    """The key of a unit named in a document of `issuer` (full name), which belongs to `province` (its name).

    >>> unit_key("Sở GDĐT", "Ủy ban nhân dân tỉnh Sơn La", "Sơn La")
    'so giao duc va dao tao @ son la'
    >>> unit_key("Giám đốc Sở Giáo dục - Đào tạo tỉnh Sơn La"), unit_key("SGD&ĐT")
    ('so giao duc va dao tao @ son la', 'so giao duc va dao tao')
    >>> unit_key("Văn phòng", "Sở Nội vụ tỉnh Sơn La", "Sơn La"), unit_key("Văn phòng Sở", "Sở Nội vụ tỉnh Sơn La")
    ('van phong / so noi vu @ son la', 'van phong / so noi vu @ son la')
    >>> unit_key("Văn phòng", "Ủy ban nhân dân tỉnh Sơn La", "Sơn La"), unit_key("VP UBND tỉnh Sơn La")
    ('van phong uy ban nhan dan tinh @ son la', 'van phong uy ban nhan dan tinh @ son la')
    >>> unit_key("Bộ KH&CN", "Ủy ban nhân dân tỉnh Sơn La", "Sơn La"), unit_key("Chủ tịch UBND các xã, phường")
    ('bo khoa hoc va cong nghe', 'uy ban nhan dan cap xa')
    """
    name, named = _normal(unit)
    home, home_province = _issuer(issuer)
    own = find_province(province) if province else home_province
    if named is None and own is not None and not _is_central(name) and not _ANY_PROVINCE.match(name):
        named = own
    parent = ""
    if name in _ALONE and home.startswith(name):
        name = home
    elif (found := _BELONGS.match(name)) and (found["link"] or _SUB_UNIT.match(name)):
        name, parent = found["name"], found["parent"]
        if parent in ("so", "bo") and home.startswith(parent):
            parent = home
    elif _LOCAL_HOME.match(home):
        if name == home.rsplit(" ", 1)[0] or re.fullmatch(r"uy ban nhan dan (?:xa|phuong|dac khu|thi tran)", name):
            name = home
        elif not (_ABOVE.match(name) or _AREA.search(name) or _is_central(name) or name == home):
            parent = home
    elif _PROVINCE_HOME.match(home) and name in ("van phong", "thanh tra"):
        name = f"van phong {home}" if name == "van phong" else f"thanh tra {home.rsplit(' nhan dan ', 1)[1]}"
    elif _SUB_UNIT.match(name) and _HAS_SUB_UNITS.match(home):
        parent = home
    if parent and _is_central(parent):
        named = None
    key = name + (PARENT + parent if parent else "")
    return key + (PROVINCE + _fold(named.name) if named is not None else "")


def _words(text: str) -> list[str]:
    return [w for w in re.findall(r"[a-z0-9]+", text) if w not in _LOOSE]


def unit_matches(query: str, key: str) -> bool:
    """True where the unit that a user types, with or without marks and in any abbreviation, is that of a key.

    A query that begins like a unit's name must begin the name or name it whole ("sở nội vụ", not "UBND tỉnh" for
    "Văn phòng UBND tỉnh"); other words may stand anywhere in it ("giáo dục"). A province in the query must be
    the key's.

    >>> key = unit_key("Sở Giáo dục và Đào tạo", province="Sơn La")
    >>> [unit_matches(q, key) for q in ("so gddt", "SGDĐT", "sở giáo dục", "giao duc", "Sở GD&ĐT Sơn La")]
    [True, True, True, True, True]
    >>> [unit_matches(q, key) for q in ("sở nội vụ", "bộ giáo dục", "sở gdđt lào cai", "dao", "")]
    [False, False, False, True, False]
    >>> unit_matches("van phong", unit_key("Văn phòng Sở", "Sở Nội vụ tỉnh Sơn La"))
    True
    >>> unit_matches("UBND tỉnh", unit_key("Văn phòng UBND tỉnh", province="Sơn La"))
    False
    """
    rest, _, province = key.partition(PROVINCE)
    wanted, asked = _normal(query)
    if asked is not None and _fold(asked.name) != province:
        return False
    words = _words(wanted)
    name, _, parent = rest.partition(PARENT)
    own = _words(name)
    everything = [*own, *_words(parent)]
    if not words:
        return False
    headed = any(wanted == head or wanted.startswith(head + " ") for head in _HEADS)
    starts = range(1) if headed else range(len(own))
    return any(everything[at : at + len(words)] == words for at in starts)
