"""What an indicator measures, apart from how it is worded: facets and content words of its name.

"Tỷ lệ hồ sơ TTHC nộp trực tuyến trên tổng số hồ sơ" and "hồ sơ nộp trực tuyến" have the same form; the percentage of
something else has another one. The form holds no document, so what is decided about it outlives documents.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache
from hashlib import blake2b

from index.abbreviate import Abbreviations
from index.analyze import bare_form, term_form
from index.indicator_lexicon import MEASURES, PHRASES, STOP, WEAK, Concept
from ingest.clean.fold import has_diacritics, match_form, nfc, strip_diacritics
from ingest.parse.province import province_at

#: How much a filled facet says, in content syllables.
SAYS = {
    "index": 2.0, "object": 1.0, "people": 1.0, "gender": 1.0, "level": 1.0, "action": 1.5, "channel": 1.0,
    "process": 1.0, "timing": 1.0, "term": 2.0,
}  # fmt: skip
VAGUE_BELOW = 2.0  # a name that says less, or no more in words alone, is compared with no other document's
_GLUE = frozenset(("và", "hoặc", "hay", "các", "những", "va", "cac", "nhung"))
_INDEXES = frozenset(("SIPAS", "PARINDEX", "PAR", "INDEX", "PAPI", "PCI", "PGI", "DTI", "DDCI", "PII"))
_SCOPED = frozenset(("par", "dti", "ddci", "papi", "pci", "pgi"))
#: What is settled in time was settled; what goes online from end to end was handed in and settled so.
_SETTLED = frozenset(("hồ_sơ", "thủ_tục", "kết_quả"))
_OFFERED = frozenset(("dịch_vụ_công", "thủ_tục"))
_PLANNED = frozenset(("kế", "hoạch", "vốn", "giao", "năm"))
#: Words of a move in a ranking, which unit and direction say.
_RANKED = frozenset(
    ("bậc", "hạng", "điểm", "nâng", "tăng", "thứ", "xếp", "cải", "thiện", "bac", "hang", "diem", "nang", "tang")
)
_STEP_IMPLIED = frozenset(("đúng_hạn", "trước_hạn", "trễ_hạn"))


@dataclass(frozen=True, slots=True)
class Indicator:
    """A measured thing. `facets`: facet -> values; `terms`: what no facet holds; `denominator`: what it is a share
    of, where that is not plain from `head`, the thing that is counted."""

    unit: str
    change: str
    facets: dict[str, frozenset[str]] = field(hash=False)
    terms: frozenset[str]
    numbers: frozenset[str]
    head: str
    denominator: frozenset[str]
    unmarked: bool  # typed without diacritics
    part: frozenset[str]  # terms behind a colon: what part of the thing in front of it is measured
    words: str  # what is said of it, spelt out, for the similarity of meaning
    says: float
    key: str = ""  # the same on every machine and for every wording of the form

    @property
    def vague(self) -> bool:
        """Too little is said to know that another document means the same."""
        if self.facets or self.head:
            return self.says < VAGUE_BELOW
        bare = {bare_form(term) for term in self.terms}
        told = len(bare) > VAGUE_BELOW or any("_" in term and term not in WEAK for term in self.terms)
        return not told or bare <= _measures()

    def get(self, facet: str) -> frozenset[str]:
        """Values of a facet, empty where none is said."""
        return self.facets.get(facet, frozenset())

    @property
    def may_need_level(self) -> bool:
        """An index of province or department that doesn't say whose it is."""
        return bool(self.get("index") & _SCOPED) and not self.get("scope")


def _key(form: Indicator) -> str:
    parts = [f"{facet}={','.join(sorted(values))}" for facet, values in sorted(form.facets.items())]
    parts += [form.unit, form.change, form.head, ",".join(sorted(form.denominator))]
    parts += [",".join(sorted(form.terms)), ",".join(sorted(form.numbers))]
    return blake2b("\0".join(parts).encode("utf-8", "replace"), digest_size=8).hexdigest()


@cache
def _measures() -> frozenset[str]:
    return frozenset(bare_form(word) for word in MEASURES)


def unit_class(unit: str | None) -> str:
    """Units that can be compared have one class.

    >>> unit_class("%"), unit_class("phần trăm"), unit_class("Ha"), unit_class(None)
    ('%', '%', 'ha', '')
    """
    form = " ".join(match_form(unit or "").split())
    ranks = dict.fromkeys(("thứ hạng", "thứ bậc", "vị trí"), "hạng")
    return {"phần trăm": "%", "hồ sơ/tổng số": "%", **ranks}.get(form, form)


# --- tokens ------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Token:
    form: str
    bare: str

    def agrees(self, other: _Token) -> bool:
        """The same syllable; one typed without marks agrees with every marking of it."""
        return self.form == other.form or (self.bare == other.bare and self.form == self.bare)


_SYLLABLE = re.compile(r"\w+")
_NOTE = re.compile(r"\[\d{1,3}\]")
_ADDRESS = re.compile(r"https?://\S+")
# What is said of laws and days: no part of what is measured.
_REFERENCE = re.compile(
    r"""
      (?:theo\ )?(?:nghi\ (?:dinh|quyet)|quyet\ dinh|thong\ tu|chi\ thi|ke\ hoach|luat|de\ an)\ (?:so\ )?
      [\d./]+[\w./&-]*(?:\ (?:ngay|nam)\ [\d/.-]+)?(?:\ cua\ (?:chinh\ phu|thu\ tuong\ chinh\ phu|bo\ chinh\ tri))?
    | (?:quy\ dinh\ )?(?:tai\ )?(?:khoan\ \d+\ )?dieu\ \d+
    | truoc\ ngay\ \d+(?:[/.-]\d+)+ | (?:den\ )?(?:het\ )?ngay\ \d+(?:[/.-]\d+)+ | ngay\ \d+\ thang\ \d+\ nam\ \d+
    | (?:trong\ |den\ |het\ |cuoi\ |tu\ )*(?:nam|giai\ doan|nhiem\ ky|thang\ \d+/?|quy\ [ivx1-4]+/?)\ ?
      (?:19|20)\d\d(?:\ ?[-–]\ ?(?:19|20)\d\d)?
    | (?:19|20)\d\d\ ?[-–]\ ?(?:19|20)\d\d
    """,
    re.VERBOSE,
)
# Marks are needed: "nội trú" is no "trừ". Not cut from names typed without them, but in parentheses.
_EXCEPTION = re.compile(
    r"\((?:tính )?theo [^)]*\)|\((?:ngoại )?(?:trừ|không bao gồm|không tính|không kể)\b[^)]*\)|,? (?:ngoại )?trừ .*$"
)
_BARE_EXCEPTION = re.compile(
    r"\((?:tinh )?theo [^)]*\)|\((?:ngoai )?(?:tru|khong bao gom|khong tinh|khong ke)\b[^)]*\)"
)
_SHARE = re.compile(r"\(%\ (?P<of>[^()]*(?:\([^()]*\))?[^()]*)\)\s*$")
_TOTAL = re.compile(
    r"(?:,\ )?\b(?:tinh\ )?(?:tren|trong|so\ voi|/)\s*(?:tong(?:\ so)?(?:\ cac)?|so)\ (?P<of>[^,;:()]+)", re.VERBOSE
)


# Files that none count leave the rest the same indicator; exports without oil are another one.
_HARMLESS = re.compile(
    r"\b(?:mat|ly do|khach quan|dac thu|truong hop|bat kha khang|quy dinh|phap luat"
    r"|theo|phat sinh|phi|ho so|van ban|thu tuc)\b"
)


def _cut(text: str, pattern: re.Pattern[str], *, marked: bool = False, harmless: re.Pattern[str] | None = None) -> str:
    """Text without what the pattern finds in its bare form, or in its matching form (`marked`), if it is harmless."""
    bare = match_form(text) if marked else strip_diacritics(match_form(text))
    kept, at = [], 0
    for match in pattern.finditer(bare):
        if harmless is not None and not harmless.search(strip_diacritics(match.group())):
            continue
        kept.append(text[at : match.start()])
        at = match.end()
    return " ".join("".join([*kept, " ", text[at:]]).split()) if kept else text


def _without_provinces(text: str) -> str:
    """Names of provinces as documents write them, with capitals, go: the document says where it is from."""
    bare = strip_diacritics(text)
    small = bare.lower()
    kept: list[str] = []
    at = 0
    for start in (match.start() for match in _SYLLABLE.finditer(bare)):
        if start < at or not bare[start].isupper():
            continue
        found = province_at(small, start)
        if found and all(word[:1].isupper() for word in _SYLLABLE.findall(bare[start : found[1]])):
            kept.append(text[at:start])
            at = found[1]
    return " ".join("".join([*kept, text[at:]]).split())


@cache
def _abbreviations() -> Abbreviations:
    return Abbreviations()


# Index names stay as they are: "SIPAS" is an index, not the words that it stands for.
_WORD = re.compile(r"(?<![\w/&.-])[^\W\d_]{2,12}(?:&[^\W\d_]{1,6})?(?![\w/&-])")


@lru_cache(maxsize=16384)
def _long(word: str) -> str:
    return word if word.upper() in _INDEXES else _abbreviations().expand(word)


def _spelt_out(text: str) -> str:
    """Abbreviations as words, names of indexes as they are."""
    return _WORD.sub(lambda match: _long(match.group()), text)


def _tokens(text: str) -> list[_Token]:
    syllables = (match.group() for match in _SYLLABLE.finditer(match_form(text)))
    return [_Token(term_form(s), bare_form(s)) for s in syllables if s not in _GLUE]


@cache
def _phrases() -> dict[str, list[tuple[tuple[_Token, ...], tuple[Concept, ...]]]]:
    """First bare syllable -> phrases that begin so, longest first; abbreviations in them spelt out, too."""
    found: dict[tuple[_Token, ...], tuple[Concept, ...]] = {}
    for phrase, concepts in PHRASES:
        for written in {phrase, _spelt_out(phrase)}:
            found[tuple(_tokens(written))] = concepts
    by_first: dict[str, list[tuple[tuple[_Token, ...], tuple[Concept, ...]]]] = {}
    for tokens, concepts in found.items():
        by_first.setdefault(tokens[0].bare, []).append((tokens, concepts))
    for phrases in by_first.values():
        phrases.sort(key=lambda entry: -len(entry[0]))
    return by_first


@cache
def _stop() -> tuple[frozenset[str], frozenset[str]]:
    return frozenset(map(term_form, STOP)), frozenset(map(bare_form, STOP))


def _read(text: str) -> tuple[list[Concept], list[str], list[str], bool]:
    """(concepts in the order of the text, content syllables, numbers, typed without marks?) of a piece of a name."""
    tokens = _tokens(_spelt_out(text))
    unmarked = all(token.form == token.bare for token in tokens)
    opening = True
    concepts: list[Concept] = []
    terms: list[str] = []
    numbers: list[str] = []
    stop, bare_stop = _stop()
    at = 0
    while at < len(tokens):
        token = tokens[at]
        for phrase, filled in _phrases().get(token.bare, ()):
            if filled[0][0] == "opening" and not opening:
                continue
            part = tokens[at : at + len(phrase)]
            if len(part) == len(phrase) and all(a.agrees(b) for a, b in zip(part, phrase, strict=True)):
                opening = opening and filled[0][0] in ("opening", "noise")
                concepts += filled
                at += len(phrase)
                break
        else:
            at += 1
            if any(char.isdecimal() for char in token.form):
                numbers.append(token.form.lstrip("0") or token.form)
            elif token.form not in stop and not (unmarked and token.bare in bare_stop):
                terms.append(token.form)
                opening = False
    return concepts, terms, numbers, unmarked


# --- the form ----------------------------------------------------------------------------------


def _split_share(text: str) -> tuple[str, str]:
    """(what is counted, what it is a share of or "")."""
    bare = strip_diacritics(match_form(text))
    found = _SHARE.search(bare) or _TOTAL.search(bare)
    if found is None:
        return text, ""
    return f"{text[: found.start()]} {text[found.end() :]}".strip(), text[found.start("of") : found.end("of")]


_ORDINALS = {"nhất": "1", "hai": "2", "ba": "3", "tư": "4", "bốn": "4", "năm": "5"}
_ORDINAL = re.compile(r"\bthứ (nhất|hai|ba|tư|bốn)\b", re.IGNORECASE)
_SPEED = re.compile(r"(\d)(Gb|Mb)", re.IGNORECASE)
_AT = re.compile(r"\s*(?:tại|ở|của)\s", re.IGNORECASE)
_PLACE_KIND = re.compile(r"(?:thanh pho|tp\.?|tinh|xa|phuong|thi tran|thi xa|huyen|quan|dac khu)\s+")


def _split_place(text: str) -> tuple[str, str]:
    """(name without the place that it ends with, that place or ""): what a table gives each place.

    >>> _split_place("Tỷ lệ hồ sơ trực tuyến: Phường Tân Lập"), _split_place("Hồ sơ công việc: cấp xã")
    (('Tỷ lệ hồ sơ trực tuyến', 'phuong tan lap'), ('Hồ sơ công việc: cấp xã', ''))
    """
    head, colon, part = text.rpartition(": ")
    part = part.strip(" .;,()*")
    if not colon or not 0 < len(part) <= 40:
        return text, ""
    small = strip_diacritics(part).lower()
    kind = _PLACE_KIND.match(small)
    name = part[kind.end() :] if kind else part
    if kind and all(word[:1].isupper() or word[:1].isdigit() for word in name.split()):
        return head, small
    found = province_at(small, kind.end() if kind else 0) if name[:1].isupper() else None
    return (head, small) if found and found[1] == len(small) else (text, "")


def _terms_of_part(counted: str) -> frozenset[str]:
    _, colon, part = counted.rpartition(": ")
    return frozenset(_read(part)[1]) if colon else frozenset()


@lru_cache(maxsize=65536)
def indicator_form(indicator: str, unit: str | None = "%", change: str | None = None, level: str = "") -> Indicator:
    """The form of an indicator's name. `level` of who issued it ("tỉnh", "sở", "xã" or "") tells whose index is meant
    where the name doesn't say.

    >>> a = indicator_form("Tỷ lệ hồ sơ TTHC nộp trực tuyến trên tổng số hồ sơ")
    >>> a.key == indicator_form("hồ sơ nộp trực tuyến").key, sorted(a.facets)
    (True, ['channel', 'step'])
    >>> a.key == indicator_form("Tỷ lệ thủ tục cung cấp trực tuyến").key
    False
    >>> indicator_form("Diện tích", "ha").vague
    True
    """
    text = _ADDRESS.sub(" ", _NOTE.sub(" ", nfc(indicator)))
    text = _SPEED.sub(r"\1 \2", text)
    text = _ORDINAL.sub(lambda match: f"thứ {_ORDINALS[match.group(1).lower()]}", text)
    marked = has_diacritics(text)
    text = _cut(text, _EXCEPTION if marked else _BARE_EXCEPTION, marked=marked, harmless=_HARMLESS)
    text, place = _split_place(_cut(text, _REFERENCE))
    text = _without_provinces(text)
    counted, share = _split_share(text)
    concepts, terms, numbers, unmarked = _read(counted)
    whole, whole_terms, whole_numbers, _ = _read(share) if share else ([], [], [], True)
    facets: dict[str, set[str]] = {"place": {place}} if place else {}
    if share and _AT.match(share):  # "(% tại UBND cấp xã)"
        facets |= {"level": values} if (values := {v for facet, v in whole if facet == "level"}) else {}
    objects: list[str] = []
    for facet, value in concepts:
        if facet == "object":
            objects.append(value)
        elif facet == "term":
            terms.append(value)
        elif facet not in ("noise", "opening"):
            facets.setdefault(facet, set()).add(value)
    _settle_satisfaction(facets, objects)
    _settle_index(facets, level)
    _settle_actions(facets, terms, change)
    measured = {bare_form(word) for word in unit_class(unit).split()}
    terms = [term for term in terms if bare_form(term) not in measured or len(measured) > 1]
    if facets.get("index") and measured & {"bậc", "hạng", "điểm", "bac", "hang", "diem"}:
        terms = [term for term in terms if term not in _RANKED]
    if not objects:  # "Kiểm tra (% số cơ quan)" counts offices
        objects += [value for facet, value in whole if facet == "object"][:1]
    if facets.get("timing", set()) & _STEP_IMPLIED or "toàn_trình" in facets.get("process", ()):
        facets.pop("step", None)
    if set(terms) == {"tham_gia_bhyt"} and not objects and not numbers:  # of the people, where nothing else is said
        facets.setdefault("population", {"dân"})
        whole = [concept for concept in whole if concept != ("population", "dân")]
    head = objects[0] if objects else ""
    if head == "kết_quả" and {"cấp", "cap"} & set(terms):  # "Kết quả ... được cấp" is handed out like "Cấp kết quả ..."
        terms = [term for term in terms if term not in ("cấp", "cap")]
        facets.setdefault("action", set()).add("trả")
    denominator = _denominator(whole, whole_terms, objects)
    if "giải_ngân" in facets.get("action", ()) and denominator <= _PLANNED:
        denominator = frozenset()  # what is paid out is always a share of what was planned
        terms = [term for term in terms if term not in ("kế", "hoạch", "ke", "hoach")]
    if head in _OFFERED and ("đủ_điều_kiện" in terms or "đủ_điều_kiện" in denominator):
        # there are as many services as procedures that allow one
        if denominator <= {*_OFFERED, "đủ_điều_kiện"}:
            denominator, terms = frozenset(), [*terms, "đủ_điều_kiện"]
        head, objects = "thủ_tục", [one for one in objects if one not in _OFFERED]
        objects.insert(0, head)
    kept = frozenset((*terms, *objects[1:])) - {head}
    if head == "thời_gian" and kept & _SETTLED:
        kept = (kept - _SETTLED) | {"thủ_tục"}  # of a file or of a procedure, it is the same time
    says = sum(SAYS.get(facet, 0.5) * len(values) for facet, values in facets.items() if facet not in ("step", "scope"))
    says += 0.5 * ("step" in facets) + len(set(terms)) + SAYS["object"] * len(set(objects)) + bool(denominator)
    says += sum(1 for term in set(terms) if "_" in term) + (head == "chi_phí_tuân_thủ")
    form = Indicator(
        unit=unit_class(unit),
        change=change or "",
        facets={facet: frozenset(values) for facet, values in facets.items()},
        terms=kept,
        numbers=frozenset((*numbers, *whole_numbers)),
        head=head,
        denominator=denominator,
        unmarked=unmarked,
        part=_terms_of_part(counted) & kept,
        words=" ".join(_spelt_out(f"{counted} {share}").split()),
        says=says,
    )
    return replace(form, key=_key(form))


def _settle_satisfaction(facets: dict[str, set[str]], objects: list[str]) -> None:
    """SIPAS is how content people and organisations are with being served; of other services it isn't."""
    index = facets.get("index", set())
    if index == {"sipas"} or index == {"sipas", "hài_lòng"}:
        facets["index"] = index = {"hài_lòng"}
        facets.setdefault("population", set()).update(("dân", "tổ_chức"))
    if index != {"hài_lòng"}:
        if "hài_lòng" in index and "sipas" in index:
            index.discard("hài_lòng")
        return
    who = facets.setdefault("population", set())
    if "doanh_nghiệp" in objects:
        objects.remove("doanh_nghiệp")
        who.add("tổ_chức")
    if not who:
        del facets["population"]
    for value, aspect in (("thủ_tục", "thủ_tục"), ("hồ_sơ", "thủ_tục"), ("dịch_vụ_công", "dịch_vụ_công")):
        if value in objects:
            objects.remove(value)
            facets.setdefault("aspect", set()).add(aspect)
    for value in ("cơ_quan",):
        if value in objects:
            objects.remove(value)
    facets.pop("step", None)
    facets.pop("scope", None)


def _settle_actions(facets: dict[str, set[str]], terms: list[str], change: str | None) -> None:
    """An increase or decrease is said by the direction; to ask and to assess is to ask."""
    actions = facets.get("action", set())
    if change:
        actions.discard("cắt_giảm")
        terms[:] = [term for term in terms if bare_form(term) not in ("giam", "tang", "cat")]
    if len(actions) > 1 or facets.get("index"):
        actions.discard("đánh_giá")
    if not actions:
        facets.pop("action", None)


def _settle_index(facets: dict[str, set[str]], level: str) -> None:
    if not facets.get("index", set()) & _SCOPED:
        facets.pop("scope", None)
        return
    said = facets.get("scope", set())
    if "sở" in said:
        facets["scope"] = {"sở"}
    elif not said and level in ("tỉnh", "sở"):
        facets["scope"] = {level}


def _denominator(concepts: Iterable[Concept], terms: Iterable[str], counted: list[str]) -> frozenset[str]:
    """What the share is of, empty where that is just what is counted."""
    said = {value for facet, value in concepts if facet not in ("noise", "opening", "step")}
    said.update(terms)
    return frozenset() if said <= {*counted[:1]} else frozenset(said)


_ASKED = re.compile(
    r"""
      ^\s*(?:hay\ )?(?:so\ sanh|doi\ chieu|theo\ doi|xem)\ (?:chi\ tieu\ |cac\ )* | ^\s*chi\ tieu\ (?:ve\ )?
    | \b(?:qua|giua|theo)\ cac\ (?:nam|tinh|van\ ban|dia\ phuong|don\ vi)\b | \bla\ bao\ nhieu.*$
    | \bbao\ nhieu.*$ | [?!]
    """,
    re.VERBOSE,
)


# An increase or decrease is the direction of a target, no part of its name.
_DIRECTION = re.compile(r"^\s*(?:muc |t[iy] le )?(?:cat giam|giam|rut ngan|tang|nang cao|nang) (?=\w)")


def subject(query: str) -> str:
    """The indicator that a question names, without years, provinces and the words that only ask.

    >>> subject("so sánh tỷ lệ hồ sơ trực tuyến năm 2025 giữa các tỉnh")
    'tỷ lệ hồ sơ trực tuyến'
    >>> subject("cắt giảm thời gian giải quyết"), subject("Giảm")
    ('thời gian giải quyết', 'Giảm')
    """
    text = " ".join(query.split())
    asked = _without_provinces(_cut(_cut(text, _ASKED), _REFERENCE)).strip(" ,;.")
    return _cut(asked, _DIRECTION) or text
