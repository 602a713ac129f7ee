"""Numbers of cited documents: what `parse.number` finds, plus the damaged and shared forms that
only make sense inside a citation."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from ingest.parse.number import find_numbers, normalize_symbol, type_code_of

# Characters of other alphabets that look like ours ("NQ-СР" with Cyrillic С and Р).
_LOOKALIKE = str.maketrans("АВЕКМНОРСТХаеорсхÐð", "ABEKMHOPCTXaeopcxĐđ")
_FOREIGN = re.compile(r"[\u0410-\u0445Ðð]")
# "l2/KH-UBND", "3O/2020/NĐ-CP", "15/O7/2021": a token of digits with a letter that scanning put
# for one, beside a slash.
_CONFUSED = re.compile(
    r"""
    (?<![^\W_])(?=[OolI]*\d)(?=\d*[OolI])[\dOolI]{1,6}(?=\s?/)
    | (?<=/)(?=[OolI]*\d)(?=\d*[OolI])[\dOolI]{1,4}(?![^\W_])
    """,
    re.VERBOSE,
)
# "1593/QĐ UBND ngày": a blank where the hyphen belongs.
_UNJOINED = re.compile(
    r"/(?<=\d/)(QĐ|QD|KH|NQ|CT|TB|BC|TTr)[ ](?=(?:UBND|HĐND|HDND|TTg|CP)\b(?!\s+(?:tỉnh|thành|huyện|xã|phường)))"
)
# "175/2024/NĐ-CPngày 30": the blank goes in front of the word.
_GLUED_DAY = re.compile(r"(ng[àa]y)(?<=[A-ZĐ\d]\w{4})\s(?=\d)")
_MIXED = re.compile(r"\d(?:[OolI]|(?<=[OolI]\d))")
# Where a number may begin: one pass over the text for all patterns below.
_HEAD = re.compile(r"(?<![\w/.,–-])\d{1,6}[a-z]?\s?(?=[/–A-ZĐ-])")
_DIGIT = str.maketrans("OolI", "0011")

_CODES = r"NQ|QĐ|QD|CTr|CT|KH|KL|TB|HD|BC|CV|TTr|NĐ|ND|TT|QC|QyĐ|ĐA|PA|CĐ|HĐ|VBHN"
_UP = r"[A-ZĂÂĐÊÔƠƯ]"
# A slash where a hyphen belongs: "57/NQ/TW", "180/KH/UBND", "12/2021/NQ/HĐND".
_SLASHED = re.compile(
    rf"""
    (?<![\w/.,–-])(?P<n>\d{{1,6}}[a-z]?)\s?/\s?(?:(?P<year>(?:19|20)\d\d)\s?/\s?)?
    (?P<code>{_CODES})\s?/\s?
    (?P<organ>{_UP}(?:{_UP}|[0-9]|[a-zđ](?={_UP}|[^\w]|$))+(?:-{_UP}+)?)(?![\w])
    """,
    re.VERBOSE,
)
# No hyphen at all: "27/CTTg", "76/NQCP", "12/KHUBND"; only after a type's name or "số".
_GLUED = re.compile(
    r"""
    (?<![\w/.,–-])(?P<n>\d{1,6})\s?/\s?(?:(?P<year>(?:19|20)\d\d)\s?/\s?)?
    (?:(?P<code>NQ|QĐ|QD|CT|KH|KL|TB|BC|NĐ|ND|TTr|TT|CĐ)(?P<organ>CP|TTg|UBND|HĐND|TW|TU|VPCP)
      |(?P<command>CTTg))
    (?![\w-])
    """,
    re.VERBOSE,
)
# Before about 1993, and in Party organs: "457-QĐ", "75-CP", "66-HĐBT"; "722QĐ/BVHTT" and "666 VH/QĐ", a mark lost. Only
# behind a type's name.
_OLD = re.compile(
    rf"""
    (?<![\w/.,–-])(?P<n>\d{{1,5}}[a-z]?)
    (?: \s?[-–]\s?(?P<alone>{_CODES}|CP|HĐBT|TTg|UB|VP|BT)(?![\w/–-]|\s?[-–/]\s?[A-ZĐ])
      | \s?(?P<code>QĐ|QD|KH|TB|CT|NQ|CV|TTr)\s?/\s?(?P<organ>{_UP}{{2,8}})(?![\w/-])
      | \s(?P<front>{_UP}{{2,6}})\s?/\s?(?P<last>QĐ|QD|TT|CT|NQ|TB|KH)(?![\w/-]) )
    """,
    re.VERBOSE,
)
_NAMED = re.compile(
    r"\b(?:quyet\s+dinh|nghi\s+quyet|nghi\s+dinh|chi\s+thi|thong\s+tu|thong\s+bao|ket\s+luan|huong\s+dan|cong\s+van|ke\s+hoach"
    r"|to\s+trinh)\s+(?:so\s*:?\s*)?$"
)
# Bodies of the Party: their numbers read "57-NQ/TW", also where somebody typed "57/NQ-TW".
_PARTY = {"TW", "TU", "ĐU", "ĐUK", "HU", "QU", "ThU", "BTGTW", "BTCTW", "UBKTTW", "ĐUBTVTU"}
# "Mẫu số 01/TK-SDDPNN", "Biểu 02/BC-HCC": forms; "mã số 1.004082/..." codes.
_FORM = re.compile(
    r"\b(?:mau|bieu|bieu\s+mau|mau\s+bieu|phieu|phu\s+luc|ma|to\s+khai|mau\s+(?:quyet\s+dinh|to\s+trinh|thong\s+bao|giay\s+moi)"
    r"|mau\s+(?:ban\s+ke|to\s+khai|don|phieu|bien\s+ban)(?:\s+[a-z]+){0,2})"
    r"\s*(?:so)?\s*[:.]?\s*$"
)
# Numbers that share the symbol of the last one: "số 12, 13 và 15/KH-UBND".
_SHARED = re.compile(
    r"(?:(?P<kind>\b(?:nghi\s+quyet|quyet\s+dinh|ke\s+hoach|cong\s+van|thong\s+bao|chi\s+thi|ket\s+luan)\s+(?:so\s*:?\s*)?)"
    r"|\bso\s*:?\s+)(?P<list>(?:(?!(?:19|20)\d\d\b)\d{1,6}[a-z]?(?:/(?:19|20)\d\d)?\s*(?:,|va|;)\s*(?:so\s+)?)+)$"
)
_PLURAL = re.compile(r"\b(?:cac|hai|ba|bon|nam|0?[2-9])\s+(?:[a-z]+\s+){1,5}(?:so|so\s*:)\s*[\d\s,;/va]*$")


# Branches of an office carry a number: "4814/CCTKV.05-TTKT3", "838/CCTKV.XII-NVDTPC", "7514/VPCP-V.I"; never the full
# stop of a sentence or the numeral of the next heading ("NĐ-CP.II. Hồ sơ").
_BRANCH = re.compile(
    r"(?<=[A-ZĐ])\.(?:\d{1,3}-[A-ZĐ][A-ZĐ0-9&]*|[IVX]{1,4}(?:-[A-ZĐ][A-ZĐ0-9&]*(?:\.[A-ZĐ]+)?)?)(?!\w)(?!\.\s)"
)


# "20-KH/BCĐ 57 ngày": the steering committee's own number; "04/2009/TT T -B": letters torn apart.
_BODY_COUNT = re.compile(r"\s(\d{2,3})(?=\s+(?:ngay|cua)\b)")
_TORN = re.compile(r"\s?-?\s?[A-ZĐ]{1,2}\s?-\s?[A-ZĐ]")


# "số 1 5/KH-UBND": a number whose digits a scan parted; never the members of a list.
_TORN_DIGITS = re.compile(r"(?<![^\W\d_])so\s?:?\s(?P<digits>(?:\d\s){1,3})$")


@dataclass(frozen=True, slots=True)
class CitedNumber:
    """A number as cited; offsets of what is written."""

    start: int
    end: int
    normalised: str
    symbol: str
    year: int | None = None


def repair(text: str) -> str:
    """`text` with look-alike letters and digits put right; the same length.

    >>> repair("số l2/KH-UBND ngày 15/O7/2021; 76/NQ-\u0421\u0420; 3O/2020/NĐ-CP")
    'số 12/KH-UBND ngày 15/07/2021; 76/NQ-CP; 30/2020/NĐ-CP'
    >>> repair("Mục I/II, 12/10, loại I")
    'Mục I/II, 12/10, loại I'
    >>> repair("1593/QĐ UBND ngày 18/3/2025; 15/QĐ UBND tỉnh")
    '1593/QĐ-UBND ngày 18/3/2025; 15/QĐ UBND tỉnh'
    >>> repair("175/2024/NĐ-CPngày 30/12/2024")
    '175/2024/NĐ-CP ngày30/12/2024'
    """
    if _FOREIGN.search(text):
        text = text.translate(_LOOKALIKE)
    text = _GLUED_DAY.sub(r" \1", text)
    text = _UNJOINED.sub(r"/\1-", text)
    if not _MIXED.search(text):
        return text
    return _CONFUSED.sub(lambda m: m.group().translate(_DIGIT), text)


def _compose(n: str, year: str | None, code: str, organ: str) -> tuple[str, str]:
    symbol = normalize_symbol(f"{code}-{organ}")
    code, _, organ = symbol.partition("-")
    if organ in _PARTY and not year:
        return f"{n}-{code}/{organ}", f"{code}/{organ}"
    return (f"{n}/{year}/{symbol}" if year else f"{n}/{symbol}"), symbol


def find_cited_numbers(text: str, bare: str) -> list[CitedNumber]:
    """Numbers in repaired `text`; `bare` is the same without diacritics in small letters.

    >>> from ingest.clean.fold import strip_diacritics
    >>> def numbers(text):
    ...     return [n.normalised for n in find_cited_numbers(text, strip_diacritics(text).lower())]
    >>> numbers("Nghị quyết số 57/NQ/TW, Kế hoạch số 180/KH/UBND; số 27/NQ- TW; Chỉ thị số 27/CTTg")
    ['57-NQ/TW', '180/KH-UBND', '27-NQ/TW', '27/CT-TTg']
    >>> numbers("Mẫu số 01/TK-SDD; các Kế hoạch số 12, 13 và 15/KH-UBND; Nghị quyết 1211/2016/UBTVQH13")
    ['12/KH-UBND', '13/KH-UBND', '15/KH-UBND', '1211/2016/UBTVQH13']
    >>> numbers("Quyết định số 468/QĐ-TT của Thủ tướng Chính phủ; Quyết định số 5/QĐ-TT của Trung tâm")
    ['468/QĐ-TTg', '5/QĐ-TT']
    >>> numbers("công văn số 48/CCTKV.05-TTKT3 ngày 30/6/2025; Kế hoạch số 5/KH-UBND.2. Nhiệm vụ")
    ['48/CCTKV.05-TTKT3', '5/KH-UBND']
    >>> numbers("Công văn số 838/CCTKV.XII-NVDTPC.HUE, số 7514/VPCP-V.I năm 2025; Nghị định 103/2016/NĐ-CP.II. Hồ sơ")
    ['838/CCTKV.XII-NVDTPC.HUE', '7514/VPCP-V.I', '103/2016/NĐ-CP']
    >>> numbers("Quyết định số 457-QĐ, Nghị định số 75-CP; Quyết định 722QĐ/BVHTT, Quyết định số 666 VH/QĐ; Điều 5-CT")
    ['457-QĐ', '75-CP', '722/QĐ-BVHTT', '666/VH-QĐ']
    >>> numbers("Nghị quyết 01, 02/NQ-CP"), numbers("Kế hoạch 2025, 15/KH-UBND"), numbers("mục 3, 15/KH-UBND")
    (['01/NQ-CP', '02/NQ-CP'], ['15/KH-UBND'], ['15/KH-UBND'])
    >>> numbers("Kế hoạch số 1 5/KH-UBND ngày 5/3/2025"), numbers("Mục 1 5/KH-UBND")
    (['15/KH-UBND'], ['5/KH-UBND'])
    >>> numbers("Nghị định số 64/2015/NDD-CP của Chính phủ")
    ['64/2015/NĐ-CP']
    """
    found: list[CitedNumber] = []
    starts: set[int] = set()  # two patterns that see one number begin at its first digit
    begun = [(head.start(), text[head.end()]) for head in _HEAD.finditer(text)]
    heads = [start for start, mark in begun if mark == "/"]
    for pattern in (_SLASHED, _GLUED):
        for head in heads:
            match = pattern.match(text, head)
            if match is None:
                continue
            if pattern is _GLUED and not _SAID.search(bare, max(0, match.start() - 16), match.start()):
                continue
            groups = match.groupdict()
            code, organ = (groups["code"], groups["organ"]) if not groups.get("command") else ("CT", "TTg")
            normalised, symbol = _compose(match["n"], match["year"], code, organ)
            year = int(match["year"]) if match["year"] else None
            found.append(CitedNumber(match.start(), match.end(), normalised, symbol, year))
            starts.add(match.start())
    for number in find_numbers(text):
        if number.start in starts:
            continue
        normalised, symbol = number.normalised, number.symbol
        if not re.search(r"[-/]", symbol) and not _stands_alone(symbol, bare[max(0, number.start - 24) : number.start]):
            continue
        if symbol.startswith("NDD-"):  # the keys of "Đ" typed twice
            normalised, symbol = normalised.replace("NDD-", "NĐ-"), symbol.replace("NDD-", "NĐ-")
        code, _, organ = symbol.partition("-")
        if organ in _PARTY and not number.year and "/" in normalised:
            normalised, symbol = _compose(normalised.partition("/")[0], None, code, organ)
        elif organ == "TT" and "thu tuong" in bare[number.end : number.end + 60]:
            normalised, symbol = f"{normalised}g", f"{symbol}g"
        end = number.end
        if symbol == "TT" and _TORN.match(text, end):  # letters lost in the PDF: nobody knows which circular
            continue
        if symbol.endswith(("BCĐ", "BCD")) and (body := _BODY_COUNT.match(bare, end)):
            normalised, symbol, end = normalised + body[1], symbol + body[1], body.end()
        if branch := _BRANCH.match(text, end):
            normalised, symbol, end = normalised + branch[0], symbol + branch[0], branch.end()
        found.append(CitedNumber(number.start, end, normalised, symbol, number.year))
    starts.update(n.start for n in found)
    found += _old_numbers(text, bare, [start for start, mark in begun if mark != "/" and start not in starts])
    for head in heads:
        if head not in starts and (congress := _CONGRESS.match(text, head)):
            symbol = congress["symbol"]
            number_text = "".join(congress.group().split())
            found.append(CitedNumber(*congress.span(), number_text, symbol, int(congress["year"])))
    found.sort(key=lambda n: n.start)
    kept: list[CitedNumber] = []
    for one in found:
        before = bare[max(0, one.start - 60) : one.start]
        if _FORM.search(before):
            continue
        if torn := _TORN_DIGITS.search(before):
            digits = "".join(torn["digits"].split())
            one = replace(one, start=one.start - len(torn["digits"]), normalised=digits + one.normalised)
            before = before[: torn.start("digits")]
        kept += _sharing(one, before, bare)
        kept.append(one)
    return kept


def _old_numbers(text: str, bare: str, heads: list[int]) -> list[CitedNumber]:
    found: list[CitedNumber] = []
    for head in heads:
        if not _NAMED.search(bare, max(0, head - 24), head):
            continue
        match = _OLD.match(text, head)
        if match is None:
            continue
        if match["alone"]:
            symbol = normalize_symbol(match["alone"])
            number = f"{match['n']}-{symbol}"
        else:
            parts = match["code"] or match["front"], match["organ"] or match["last"]
            number, symbol = _compose(match["n"], None, *parts)
        found.append(CitedNumber(match.start(), match.end(), number, symbol))
    return found


_SAID = re.compile(r"(?:\bso|thi|quyet|dinh|hoach|bao|cao|tu)\s*:?\s*$")


def _stands_alone(symbol: str, before: str) -> bool:
    """One token: the National Assembly's, a type's ("123/CV"), or an organ's as in "công văn số 6084/TCT"."""
    if "QH" in symbol or type_code_of(f"{symbol}-UBND") == symbol:
        return True
    return len(symbol) > 2 and _OFFICIAL.search(before) is not None


_OFFICIAL = re.compile(
    r"\b(?:cong\s+van|van\s+ban|quyet\s+dinh|ke\s+hoach|bao\s+cao|thong\s+bao|to\s+trinh|giay\s+moi)\s+so\s*:?\s*$"
)
_CONGRESS = re.compile(
    r"(?<![\w/.,–-])\d{1,4}\s?/\s?(?P<year>(?:19|20)\d\d)\s?/\s?(?P<symbol>(?:UBTV)?QH\d{1,2})(?!\w)"
)


def _sharing(last: CitedNumber, before: str, bare: str) -> list[CitedNumber]:
    """Numbers in front of `last` that borrow its symbol."""
    if not before.rstrip(" \n").endswith((",", ";", "va", "so", ":")):
        return []
    shared = _SHARED.search(before)
    if not shared or (not shared["kind"] and not _PLURAL.search(before)):
        return []
    base = last.start - len(before) + shared.start("list")
    numbers: list[CitedNumber] = []
    for match in re.finditer(r"(\d{1,6}[a-z]?)(?:/((?:19|20)\d\d))?", shared["list"]):
        n, year = match.groups()
        if (year is None) != (last.year is None):
            return []
        joint = "-" if re.match(r"\d+[a-z]?-", last.normalised) else "/"
        normalised = f"{n}/{year}/{last.symbol}" if year else f"{n}{joint}{last.symbol}"
        numbers.append(
            CitedNumber(base + match.start(), base + match.end(), normalised, last.symbol, int(year) if year else None)
        )
    return numbers
