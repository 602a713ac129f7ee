"""Document numbers: where they stand in a text, how they are written, when two are the same."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from ingest.clean.fold import nfc, strip_diacritics
from ingest.lexicons import rows

# Capital letters that occur in symbols. Letters with a tone mark don't: they belong to words.
_UP = "A-ZĂÂĐÊÔƠƯÐ"
# A token of a symbol: capitals and digits; a small letter only where the next one isn't small
# (TTg, TTr, SNgV, KTr2), so that words ("Sở", "và") are never tokens.
# "Ttg" and "Cty" are common, too.
_TOKEN = rf"(?:T?Ttg|Cty|[{_UP}](?:[{_UP}0-9]|[a-zđ](?=[{_UP}0-9]|[^\w]|$))*)(?![^\W\d_])"
# A line break or one space may stand beside a hyphen ("QĐ- UBND", "NĐ-\nCP").
# What a full stop joins is no numeral of the next heading ("103/2016/NĐ-CP.II. Hồ sơ").
_JOIN = r"(?:\s?[-–—]\s?|\s?&\s?|\.(?=\w)(?![IVX]+\.\s))"

_NUMBER = re.compile(
    rf"""
    (?:(?<=[Ss]ố)|(?<=SỐ)|(?<![\w/.,–-]))                  # "số12094/BNV-CCHC" is written, too
    (?:
      (?P<n>\d{{1,6}}(?:[.-]\d{{1,5}})?[a-zđA-ZĐ]?)        # 12, 0124, 09a, 25-2303
      (?:\s{{0,2}}|\.{{1,12}}\s?)/\s{{0,2}}                  # "3070. /KH-UBND": filled in over dots
      (?:(?P<year>(?:19|20)\d\d)\s?/\s?)?                  # 56/2026/QĐ-UBND
      (?P<symbol>(?:TTLT\s?/\s?)?{_TOKEN}(?:{_JOIN}{_TOKEN}){{0,5}}
        (?:/{_TOKEN}(?:-{_TOKEN})?|-\d{{1,2}}(?![\w/.-]))?)   # 88/2016/TTLT/BTC-BTNMT; 12/YH/KT-TC, 93/CT-05
    |
      (?P<party_n>\d{{1,5}}[a-zđ]?)\s?[-–—]\s?             # Party form: 10-NQ/TU, 1879-CV/BTGVTW
      (?P<party_symbol>[{_UP}][{_UP}a-z]{{0,4}}\s?/\s?{_TOKEN}(?:{_JOIN}{_TOKEN}){{0,3}})
    )
    """,
    re.VERBOSE,
)
_SAID = re.compile(r"s[ốoô]\s*:?\s*$", re.IGNORECASE)
_CONGRESS = re.compile(r"QH\d{0,2}$")

# Whole-string forms, any case, what a person types: "181/kh-sgdđt", "so 181 kh sgddt".
_TYPED = re.compile(
    r"""
    ^\s*(?:s[ốoô]\s*[:.]?\s*)?
    (?P<n>[0-9OolI]{1,6}[a-zđ]?)
    (?:\s*/\s*(?P<year>(?:19|20)\d\d)(?=\s*[/ ]))?
    (?P<first>\s*[/\s–—-]\s*
      |(?=(?:KH|Q[DĐ]|CT|TB|BC|HD|TTr|NQ|KL|CV|CTr|[DĐ]A|PA|GM|TT|N[DĐ]|C[DĐ])\s?[-–/]\s?[^\W\d_]))   # "181KH-SGDĐT"
    (?P<symbol>[^\W\d_][\w&.]*(?:\s*[\s/&–—-]\s*[^\W_][\w&.]*){0,5})
    \s*$
    """,
    re.VERBOSE | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class NumberMatch:
    """A document number in a text. `start`, `end`: offsets of the number as written."""

    start: int
    end: int
    text: str  # as written
    normalised: str  # "12/KH-SGDĐT"
    symbol: str  # "KH-SGDĐT"
    year: int | None = None  # the year inside the number: 56/2026/QĐ-UBND


@cache
def _type_codes() -> dict[str, str]:
    """Bare upper form -> the way the code is written; codes that differ only by đ are left out."""
    codes: dict[str, str] = {}
    clash: set[str] = set()
    for code, _, family, also in rows("document_types"):
        if family == "annex":
            continue
        for form in (code, *filter(None, also.split(";"))):
            bare = strip_diacritics(form).upper()
            if bare in codes and codes[bare] != form:
                clash.add(bare)
            codes[bare] = form
    return {bare: form for bare, form in codes.items() if bare not in clash}


@cache
def _written_codes() -> frozenset[str]:
    written = {code for code, *_ in rows("document_types")}
    return frozenset(written | {form for *_, also in rows("document_types") for form in also.split(";") if form})


@cache
def _organ_symbols() -> dict[str, str]:
    """Bare upper form without "&" -> the way the organ's symbol is written."""
    symbols: dict[str, str] = {}
    for forms, *_ in rows("organs"):
        for form in filter(None, forms.split(";")):
            symbols.setdefault(strip_diacritics(form).upper(), form)
    return symbols


def _repair_token(token: str, first: bool) -> str:
    token = token.replace("Ð", "Đ")
    upper = token.upper()
    if not first and (congress := re.fullmatch(r"(QH|UBTVQH)(\d{1,2})", upper)):
        return congress.group()
    if token in _written_codes() or upper in _written_codes():
        return token if token in _written_codes() else upper
    bare = strip_diacritics(token).upper()
    if first and bare in _type_codes():
        return _type_codes()[bare]
    if not first and token in {"Tg", "TTG", "TTtg", "Ttg"}:
        return "TTg"
    if bare in _organ_symbols() and (len(bare) > 3 or bare == "TTG"):
        return _organ_symbols()[bare]
    if first and bare in {"QD", "ND"}:
        return {"QD": "QĐ", "ND": "NĐ"}[bare]
    if token.islower() or (first and not token.isupper() and bare not in _type_codes()):
        return upper
    return token


def normalize_symbol(symbol: str) -> str:
    """A symbol without stray spaces, its codes spelt as the rules spell them.

    >>> normalize_symbol("KH - SGDDT"), normalize_symbol("QĐ- UBND"), normalize_symbol("CT-TTG")
    ('KH-SGDĐT', 'QĐ-UBND', 'CT-TTg')
    >>> normalize_symbol("SNV-CCHC & VTLTC"), normalize_symbol("NQ /TU"), normalize_symbol("nq-cp")
    ('SNV-CCHC&VTLTC', 'NQ/TU', 'NQ-CP')
    """
    symbol = re.sub(r"\s*[-–—]\s*|(?<=TTLT)\s*/\s*", "-", nfc(symbol).strip())
    symbol = re.sub(r"\s*([/&.])\s*", r"\1", symbol).rstrip(".-&/")
    pieces = re.split(r"([-/&.])", re.sub(r"\s+", "-", symbol))
    if len(pieces) > 1 and strip_diacritics("".join(pieces)).upper().replace("&", "") in _organ_symbols():
        return "".join(pieces)
    return "".join(piece if at % 2 else _repair_token(piece, first=at == 0) for at, piece in enumerate(pieces))


def _compose(n: str, year: str | None, symbol: str, party: bool) -> str:
    n = n.strip()
    joint = "-" if party else "/"
    return f"{n}/{year}/{symbol}" if year else f"{n}{joint}{symbol}"


def _plausible(symbol: str, said: bool) -> bool:
    """A symbol of one token ("QH15", "CV") needs more evidence than its shape."""
    if re.search(r"[-/]", symbol):
        return True
    if _CONGRESS.match(symbol):
        return True
    return said and len(symbol) >= 2


def find_numbers(text: str) -> list[NumberMatch]:
    """Document numbers in running text, left to right. Dates, fractions and units are none.

    >>> [m.normalised for m in find_numbers("Kế hoạch số 12 /KH-SGDĐT ngày 14/01/2021; 76/NQ-CP")]
    ['12/KH-SGDĐT', '76/NQ-CP']
    >>> [m.normalised for m in find_numbers("1368/SNV-CCHC&VTLTC, 10-NQ/TU, 17-CT/TU, 56/2026/QĐ-UBND")]
    ['1368/SNV-CCHC&VTLTC', '10-NQ/TU', '17-CT/TU', '56/2026/QĐ-UBND']
    >>> [m.normalised for m in find_numbers("Luật số 72/2025/QH15, 118/2025/NĐ-\\nCP, 825/SGDDT-VP")]
    ['72/2025/QH15', '118/2025/NĐ-CP', '825/SGDĐT-VP']
    >>> [m.normalised for m in find_numbers("Số: 3070. /KH-UBND, Số: 12...../QĐ-UBND")]
    ['3070/KH-UBND', '12/QĐ-UBND']
    >>> [m.normalised for m in find_numbers("866/QĐ-Tg, 103/2016/NĐ-CP.II. Hồ sơ; 88/2016/TTLT/BTC-BTNMT")]
    ['866/QĐ-TTg', '103/2016/NĐ-CP', '88/2016/TTLT-BTC-BTNMT']
    >>> [m.normalised for m in find_numbers("7514/VPCP-V.I ngày 1/2, 838/CCTKV.XII-VP")]
    ['7514/VPCP-V.I', '838/CCTKV.XII-VP']
    >>> find_numbers("62/63 tỉnh, 24/7, 83,1/100, ngày 15/12/2025, 02 lần/năm, 5/HS, ISO 9001:2015")
    []
    """
    found: list[NumberMatch] = []
    for match in _NUMBER.finditer(text):
        party = match["party_symbol"] is not None
        end = match.end()
        raw = match["party_symbol"] if party else match["symbol"]
        n = match["party_n"] if party else match["n"]
        if not _plausible(raw, bool(_SAID.search(text, max(0, match.start() - 8), match.start()))):
            continue
        if rest := _parted_organ(raw, text, end):
            raw, end = raw + rest, end + 1 + len(rest)
        symbol = normalize_symbol(raw)
        year = None if party else match["year"]
        found.append(
            NumberMatch(
                match.start(),
                end,
                text[match.start() : end],
                _compose(n, year, symbol, party),
                symbol,
                int(year) if year else None,
            )
        )
    return found


# "04/2014/TT-BGD ĐT": a blank, or a line's end, inside the organ's initials.
_PARTED_ORGAN = re.compile(r"[ \n](?P<rest>[A-ZĐ]{1,5})(?![\w&/–-])")


def _parted_organ(symbol: str, text: str, end: int) -> str:
    """The rest of an organ's initials behind a number, "" where the symbol is whole.

    >>> [m.normalised for m in find_numbers("số 04/2014/TT-BGD ĐT ngày 28/02/2014; số 5/KH-UBND TP")]
    ['04/2014/TT-BGDĐT', '5/KH-UBND']
    """
    if (parted := _PARTED_ORGAN.match(text, end)) is None:
        return ""
    organ = re.split(r"[-/–—]", symbol)[-1].strip()
    whole = not organ or is_listed_symbol(organ) or not is_listed_symbol(organ + parted["rest"])
    return "" if whole else parted["rest"]


def _digits(n: str) -> str:
    """Letters that scanning puts for digits, in a token that has a digit."""
    return n.translate(str.maketrans("OolI", "0011")) if any(c.isdigit() for c in n) else n


def normalize_number(text: str) -> str | None:
    """The canonical form of one document number, or None where `text` is none.

    >>> normalize_number("Số: 12 /KH - SGDDT"), normalize_number("181/kh-sgdđt")
    ('12/KH-SGDĐT', '181/KH-SGDĐT')
    >>> normalize_number("so 181 kh sgddt"), normalize_number("10-NQ/TU"), normalize_number("56/2026/QD-UBND")
    ('181/KH-SGDĐT', '10-NQ/TU', '56/2026/QĐ-UBND')
    >>> normalize_number("14/01/2021"), normalize_number("Số:      /KH-SGDĐT"), normalize_number("3/4 năm")
    (None, None, None)
    """
    text = nfc(text).strip()
    found = find_numbers(text)
    rest = _SAID_ALONE.sub("", text)
    if len(found) == 1 and len(found[0].text) >= len(rest.rstrip(" .,;")):
        return found[0].normalised
    match = _TYPED.match(text)
    if not match:
        return found[0].normalised if len(found) == 1 else None
    n = _digits(match["n"])
    if not n[0].isdigit():
        return None
    raw = match["symbol"]
    if match["first"].strip() == "" and not re.match(r"[^\W\d_]", raw):
        return None
    pieces = [p for p in re.split(r"[\s/&–—-]+", raw) if p]
    known = _known_first(pieces[0])
    if len(pieces) < 2 and not _CONGRESS.fullmatch(pieces[0].upper()):
        return None
    if match["first"].strip() == "" and not known:
        return None
    party = match["first"].strip() in {"-", "–", "—"} and "/" in raw
    return _compose(n, match["year"], normalize_symbol(raw), party)


_SAID_ALONE = re.compile(r"^\s*s[ốoô]\s*[:.]?\s*", re.IGNORECASE)


def _known_first(token: str) -> bool:
    bare = strip_diacritics(token).upper()
    codes = {strip_diacritics(code).upper() for code in _written_codes()}
    return bare in codes or bare in _organ_symbols()


@lru_cache(maxsize=65536)
def number_key(text: str) -> str:
    """What two spellings of the same number have in common; "" for a text without digits.

    Folds case, diacritics, spaces, the kind of separator, "&" and leading zeros. A key says that
    two numbers are written for the same thing; issuer and date tell documents of one number apart.

    >>> number_key("181/KH-SGDĐT") == number_key("số 181 /KH - SGDDT") == number_key("181 kh sgddt")
    True
    >>> number_key("181KH-SGDĐT"), number_key("12TTr-UBND"), number_key("09aKH-UBND"), number_key("3A-KH")
    ('181/kh/sgddt', '12/ttr/ubnd', '9a/kh/ubnd', '3a/kh')
    >>> number_key("08/CT-UBND"), number_key("1368/SNV-CCHC&VTLTC"), number_key("10-NQ/TU")
    ('8/ct/ubnd', '1368/snv/cchcvtltc', '10/nq/tu')
    >>> number_key("56/2026/QĐ-UBND"), number_key("KH-SGDĐT")
    ('56/2026/qd/ubnd', '')
    """
    text = nfc(normalize_number(text) or text)
    bare = strip_diacritics(_SAID_ALONE.sub("", text)).lower().replace("ð", "d")
    bare = re.sub(r"\s*&\s*", "", bare)
    tokens = re.findall(r"[a-z0-9]+", bare)
    if not tokens or not tokens[0][0].isdigit():
        return ""
    tokens[0] = tokens[0].lstrip("0") or "0"
    return "/".join(tokens)


def type_code_of(symbol: str | None) -> str | None:
    """The type that a symbol names, None where it names an organ (`SNV-CCHC`, `UBND-NC`) or nothing.

    A first token that is a type's code and an organ's symbol at once ("CT": Chỉ thị and Cục Thuế)
    means the type only in front of an organ.

    >>> type_code_of("KH-SGDĐT"), type_code_of("CT-UBND"), type_code_of("CT-TTg"), type_code_of("NQ/TU")
    ('KH', 'CT', 'CT', 'NQ')
    >>> type_code_of("CT-CS"), type_code_of("SNV-CCHC&VTLT"), type_code_of("QH15"), type_code_of("L-CTN")
    ('CV', 'CV', None, 'LCTN')
    """
    if not symbol:
        return None
    pieces = re.split(r"[-/]", symbol)
    if _CONGRESS.fullmatch(pieces[0]):
        return None
    first = pieces[0]
    if len(pieces) < 2:
        return None
    if first == "L" and pieces[1].startswith("CTN"):
        return "LCTN"
    if first == "NQLT" or first == "TTLT":
        return first
    for code, _, family, also in rows("document_types"):
        if family != "annex" and first in (code, *also.split(";")):
            if first == "CT" and not is_organ_symbol(pieces[1]):
                return "CV"
            if first in {"L", "HP", "BL"}:
                return None
            return code
    return "CV" if is_organ_symbol(first) else None


def is_listed_symbol(token: str) -> bool:
    """True for the symbol of an organ that the list holds.

    >>> is_listed_symbol("SGDĐT"), is_listed_symbol("SG")
    (True, False)
    """
    return strip_diacritics(token).upper() in _organ_symbols()


def is_organ_symbol(token: str) -> bool:
    """True for the symbol of an organ, listed or of the usual shape (S..., B..., UB..., TTP...).

    >>> is_organ_symbol("UBND"), is_organ_symbol("TTg"), is_organ_symbol("SGDĐT"), is_organ_symbol("CS")
    (True, True, True, False)
    """
    bare = strip_diacritics(token).upper().replace("&", "")
    if bare in {form.replace("&", "") for form in _organ_symbols()}:
        return True
    return bool(re.match(r"(?:UBND|HDND|UBTVQH|QH|BCD|TTPV|VP|S[A-Z]{2,}|B[A-Z]{2,}|[A-Z]*(?:TU|TW|DU)$)", bare))
