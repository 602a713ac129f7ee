"""Labels in front of headings and list items: "II.", "1.1.", "a)", "Điều 3.", "PHỤ LỤC 1".

Patterns are matched against text without diacritics (same length), so a label survives lost or
damaged marks.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum

from ingest.clean.fold import strip_diacritics


class Style(IntEnum):
    """Label styles, outermost first: the order in which offices nest them."""

    APPENDIX = 0
    PART = 1
    CHAPTER = 2
    MUC = 3
    ARTICLE = 4
    UPPER = 5
    ROMAN = 6
    ROMAN_DECIMAL = 7
    ARABIC = 8
    ARABIC_PAREN = 9
    DECIMAL_2 = 10
    DECIMAL_3 = 11
    DECIMAL_4 = 12
    LOWER = 13
    LOWER_DECIMAL = 14
    PARENTHESES = 15
    BULLET = 16


DECIMALS = (Style.DECIMAL_2, Style.DECIMAL_3, Style.DECIMAL_4)
BIG = (Style.APPENDIX, Style.PART, Style.CHAPTER, Style.MUC)


@dataclass(slots=True, frozen=True)
class Label:
    """A label read at the start of a text.

    `text` is the label as written ("1.1."), `end` the offset where the heading starts,
    `numbers` its values from the outermost: (1, 1) for "1.1.", (2,) for "II.", () for "PHỤ LỤC".
    """

    style: Style
    text: str
    numbers: tuple[int, ...]
    end: int

    @property
    def value(self) -> int:
        """The innermost number; 1 for a label without one."""
        return self.numbers[-1] if self.numbers else 1


# Letters as Vietnamese lists use them; f, j, w, z come from Word's own numbering.
_LETTERS = "abcdđefghijklmnopqrstuvwxyz"
_VIETNAMESE_LETTERS = "abcdđeghiklmnopqrstuvxy"
_ORDINALS = {
    "nhat": 1, "mot": 1, "hai": 2, "ba": 3, "tu": 4, "bon": 4, "nam": 5, "sau": 6, "bay": 7, "tam": 8, "chin": 9,
}  # fmt: skip
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50}

_ROMAN = r"(?:X{1,3}(?:IX|IV|V?I{0,3})|IX|IV|VI{0,3}|I{1,3})"

# Every alternative is anchored at the start of a block without diacritics.
_LABEL = re.compile(
    rf"""
    (?P<appendix>
        (?:PHU\ ?LUC|Phu\ luc|phu\ luc|PL)               # PHỤ LỤC, Phụ lục
        (?:[ ]?(?:[Ss]o[ ]|SO[ ])?[ ]?(?P<appendix_number>\d{{1,3}}[A-Za-z]?|{_ROMAN}|[A-Z])(?![\w/]))?
        (?=[\s.:,)(/-]|$)
      | (?:(?:BIEU|Bieu)(?:[ ]MAU|[ ]mau)?|MAU|Mau)      # Biểu mẫu số 01, Mẫu số 02, Biểu số 3
        [ ](?:(?:[Ss]o|SO)[ ])?(?P<form_number>\d{{1,3}}[A-Za-z]?)(?![\w/])
    )
  | (?P<part>(?:PHAN|Phan)[ ]
        (?:(?:THU|thu)[ ](?P<part_word>\w+)|(?P<part_number>{_ROMAN}|\d{{1,2}}|[A-H]))(?!\w))
  | (?P<chapter>(?:CHUONG|Chuong)[ ](?P<chapter_number>{_ROMAN}|\d{{1,2}})(?!\w))
  | (?P<muc>(?:TIEU\ MUC|Tieu\ muc|MUC|Muc)[ ](?P<muc_number>{_ROMAN}|\d{{1,2}})(?!\w))
  | (?P<article>(?:DIEU|Dieu)[ ]?(?P<article_number>\d{{1,3}})[a-z]?(?=\s*[.:]|$))
  | (?P<decimal>(?P<decimal_numbers>\d{{1,2}}(?:\.\d{{1,2}}){{1,3}})(?:\.|\)|\.\)|(?=\s)|(?=-\s)|:))
  | (?P<roman_decimal>(?P<roman_outer>{_ROMAN})(?P<roman_inner>(?:\.\d{{1,2}}){{1,3}})(?:\.|\)|(?=\s)))
  | (?P<roman>{_ROMAN})(?:[.)]|/(?=\s)|:(?=\s)|(?=\s[-–]\s)|[-–](?=\s[A-Z]))
  | (?P<arabic>\d{{1,2}})(?:\.(?!\d)|/(?=\s)|:(?=\s)|[-–](?=\s[A-Z])|(?=\s[-–]\s[A-Z]))
  | (?P<arabic_paren>\d{{1,2}})\)
  | (?P<lower_decimal>[a-z]\.?\d{{1,2}})(?:[.)](?!\d))
  | (?P<lower>[a-z])(?:\)|\.(?=\s)|/(?=\s))
  | (?P<upper>[A-Z](?:[.)]|/(?=\s))(?=\s)|[A-H](?:[-–]\s|\s[-–]\s)(?=[A-Z]{{2}}))   # "A. ", Party documents: "A- "
  | \((?P<parentheses>\d{{1,2}}|[a-z]|[ivx]{{1,4}})\)
  | (?P<bullet>[-–—•▪◦○●■□➢►✓✔⇒→·*+])(?=[\s\w“"(])
    """,
    re.VERBOSE,
)
_LEAD = re.compile(r"[\s*_#>]*")
_AFTER = re.compile(r"[\s.:)/–*_-]*")
# "Mục 1 Chương II Luật ..." and "Phụ lục kèm theo ..." at the start of a sentence are citations.
_CITES = re.compile(
    r"\s*(?:,|và\b|đến\b|của\b|ban hành\b|kèm theo\b|tại\b|Chương\b|Điều\b|Luật\b|Nghị định\b|Thông tư\b"
    r"|này\b|được\b|là\b|gồm\b|quy định\b|nêu\b|Quyết định\b|thuộc\b|có\b)"
)


def read_label(text: str) -> Label | None:
    """The label that `text` starts with, or None.

    >>> read_label("II. NHIỆM VỤ")
    Label(style=<Style.ROMAN: 6>, text='II.', numbers=(2,), end=4)
    >>> read_label("1.1. Mục tiêu").numbers, read_label("a) Nội dung").style.name, read_label("đ) Khác").value
    ((1, 1), 'LOWER', 5)
    >>> read_label("Điều 3. Hiệu lực").text, read_label("PHỤ LỤC II").numbers, read_label("PHẦN THỨ HAI").value
    ('Điều 3.', (2,), 2)
    >>> [read_label(t) for t in ("12/KH-SGDĐT ngày", "1.000 hồ sơ", "99.5 điểm", "01/3/2023")]
    [None, None, None, None]
    >>> [read_label(t) for t in ("Mục 1 Chương II Luật này", "Phụ lục kèm theo Quyết định", "Điều 8 Luật Thủ đô")]
    [None, None, None]
    >>> read_label("Phần mềm"), read_label("TP. Đà Lạt"), read_label("E-learning"), read_label("A - Z")
    (None, None, None, None)
    >>> read_label("B- QUAN ĐIỂM").text, read_label("2- Hạn chế").text
    ('B-', '2-')
    """
    lead = _LEAD.match(text)
    start = lead.end() if lead else 0
    if start and "*" in text[:start] and text[start - 1] == " ":
        start = text.index("*")  # "* Nội dung" is a bullet, "**1. Nội dung**" is not
    head = text[start : start + 60]
    match = _LABEL.match(strip_diacritics(head))
    if match is None or match.lastgroup is None:
        return None
    groups = match.groupdict()
    name = next(n for n in _READERS if groups.get(n) is not None)
    end = match.end()
    style, numbers = _READERS[name](groups, head)
    rest = text[start + end :]
    if style is None or not _plausible(style, head[:end], rest, text):
        return None
    after = _AFTER.match(rest)
    tail = after.end() if after else 0
    written = head[:end] + ("." if style in (*BIG, Style.ARTICLE) and rest.startswith(".") else "")
    if style is Style.ARTICLE and rest.lstrip().startswith((".", ":")):
        written = head[:end] + rest.lstrip()[0]
    return Label(style, written.strip(" *_"), numbers, start + end + tail)


def _plausible(style: Style, label: str, rest: str, text: str) -> bool:
    if style is Style.APPENDIX:
        if _CITES.match(rest):
            return False
        return label.isupper() or len(text.split()) <= 30
    if style in (Style.PART, Style.CHAPTER, Style.MUC):
        after = rest.lstrip(" *_")
        return not after or after[0] in ".:-–" or (not _CITES.match(rest) and after[:1].isupper())
    if style in DECIMALS or style is Style.ROMAN_DECIMAL:
        after = rest.lstrip(" *_.")
        if not after or after[0].isdigit():
            return False
        return label.endswith((".", ")")) or not after[0].isalpha() or after[0].isupper()
    if style in (Style.ARABIC, Style.ROMAN, Style.UPPER):
        after = rest.lstrip(" *_")
        return bool(after) or style is not Style.ARABIC
    return True


_Groups = dict[str, str | None]
_Read = Callable[[_Groups, str], tuple[Style | None, tuple[int, ...]]]


def _number(written: str | None) -> tuple[int, ...]:
    """Value of an arabic, roman or letter number.

    >>> _number("IX"), _number("07"), _number("2a"), _number("B"), _number(None)
    ((9,), (7,), (2,), (2,), ())
    """
    if not written:
        return ()
    digits = re.match(r"\d+", written)
    if digits:
        return (int(digits.group()),)
    if set(written) <= set(_ROMAN_VALUES):
        values = [_ROMAN_VALUES[c] for c in written]
        return (sum(-v if any(w > v for w in values[i + 1 :]) else v for i, v in enumerate(values)),)
    return (ord(written[0].upper()) - ord("A") + 1,)


def _letter(written: str) -> int:
    letters = _VIETNAMESE_LETTERS if written in _VIETNAMESE_LETTERS else _LETTERS
    return letters.index(written) + 1


def _big(style: Style, *names: str) -> _Read:
    def read(groups: _Groups, head: str) -> tuple[Style | None, tuple[int, ...]]:
        written = next((groups[name] for name in names if groups.get(name)), None)
        return style, _number(written)

    return read


def _part(groups: _Groups, head: str) -> tuple[Style | None, tuple[int, ...]]:
    word = groups["part_word"]
    if word is None:
        return Style.PART, _number(groups["part_number"])
    value = _ORDINALS.get(word.lower())
    return (Style.PART, (value,)) if value else (None, ())


def _decimal(groups: _Groups, head: str) -> tuple[Style | None, tuple[int, ...]]:
    numbers = tuple(int(n) for n in (groups["decimal_numbers"] or "").split("."))
    return DECIMALS[len(numbers) - 2], numbers


def _roman_decimal(groups: _Groups, head: str) -> tuple[Style | None, tuple[int, ...]]:
    inner = tuple(int(n) for n in (groups["roman_inner"] or "").strip(".").split("."))
    return Style.ROMAN_DECIMAL, _number(groups["roman_outer"]) + inner


def _lower(groups: _Groups, head: str) -> tuple[Style | None, tuple[int, ...]]:
    return Style.LOWER, (_letter(head[0]),) if head[0] in _LETTERS else ()


def _lower_decimal(groups: _Groups, head: str) -> tuple[Style | None, tuple[int, ...]]:
    digits = re.search(r"\d+", groups["lower_decimal"] or "")
    return Style.LOWER_DECIMAL, (_letter(head[0]) if head[0] in _LETTERS else 0, int(digits.group()) if digits else 1)


def _parentheses(groups: _Groups, head: str) -> tuple[Style | None, tuple[int, ...]]:
    written = groups["parentheses"] or ""
    if written.isdigit():
        return Style.PARENTHESES, (int(written),)
    if set(written) <= set("ivx"):
        return Style.PARENTHESES, _number(written.upper())
    return Style.PARENTHESES, (_letter(written),)


_READERS: dict[str, _Read] = {
    "appendix": _big(Style.APPENDIX, "appendix_number", "form_number"),
    "part": _part,
    "chapter": _big(Style.CHAPTER, "chapter_number"),
    "muc": _big(Style.MUC, "muc_number"),
    "article": _big(Style.ARTICLE, "article_number"),
    "decimal": _decimal,
    "roman_decimal": _roman_decimal,
    "roman": _big(Style.ROMAN, "roman"),
    "arabic": _big(Style.ARABIC, "arabic"),
    "arabic_paren": _big(Style.ARABIC_PAREN, "arabic_paren"),
    "lower_decimal": _lower_decimal,
    "lower": _lower,
    "upper": _big(Style.UPPER, "upper"),
    "parentheses": _parentheses,
    "bullet": lambda groups, head: (Style.BULLET, ()),
}
