"""Labels at the start of a line: what tells a new paragraph from the rest of a wrapped one."""

from __future__ import annotations

import re

from ingest.models import BlockKind

# "Điều 5.", "Chương II", "PHỤ LỤC 1", "Phần thứ nhất", "Mục 3"
NAMED_LABEL = re.compile(
    r"""
    (?: Điều \s+ \d+ [a-zđ]? \s* [.:]              # "Điều 5." but not "Điều 5 Luật Đầu tư" in mid-sentence
      | (?: Chương | Phần | CHƯƠNG | PHẦN ) \s+ (?: [IVXLC]+ | \d+ | thứ\s+\w+ | THỨ\s+\w+ ) \b
      | (?: Mục | MỤC | Tiểu\s+mục ) \s+ (?: \d+ | [IVXLC]+ ) \b \s* (?: [.:] | $ )
      | (?: PHỤ\ LỤC | BIỂU\ MẪU | MẪU\ SỐ | Mẫu\ số ) \b
      | Phụ\ lục \s+ (?: số \s+ )? (?: \d+ | [IVXLC]+ ) \b \s* (?: [.:] | $ )
    )
    """,
    re.VERBOSE,
)

# "I.", "IV -", "1.", "1.2.3", "12)", "(3)", "a)", "đ.", "(b)"
NUMBER_LABEL = re.compile(
    r"""
    (?: [IVX]{1,6} \s? [.)\-–:/] (?= \s | [A-ZÀ-ỸĐ] )          # "V/v" is no label
      | \d{1,2} (?: \. \d{1,2} ){1,5} (?: [.)] (?=\s|[^\W\d_]) | (?= \s+ [^\W\d_]) )   # "1.2." "1.2 Mục tiêu"
      | \d{1,3} [.)] (?= \s | [^\W\d_] )                          # "1. " "1)" but not "1.500"
      | \( (?: \d{1,2} | [a-zđ] | [ivx]{1,5} ) \) (?= \s )
      | [a-zđ] [.)] (?= \s | [^\W\d_] )
      | [A-H] \s? [.)\-–/] \s+ (?= [A-ZÀ-ỸĐ]{2} )               # "A. TÌNH HÌNH", "B- QUAN ĐIỂM"
    )
    """,
    re.VERBOSE,
)

BULLET = re.compile(r"[-–—−+*•●○▪■□◦‣⁃·➢➤►✓✔✦❖Ø](?=\s|[^\W\d_]|\d)|[\uf000-\uf0ff]\s?")

_YEAR_RANGE = re.compile(r"[-–]\s*\d{4}\b")
_BASIS = re.compile(r"(?:Căn cứ|Thực hiện|Theo đề nghị|Xét đề nghị|Xét) (?=\S)")


def has_label(line: str) -> bool:
    """True where a line opens with an outline label or a bullet.

    >>> all(map(has_label, ("1. Mục tiêu", "1.1 Mục tiêu", "II. NHIỆM VỤ", "a) Rà soát", "- Chủ trì", "Điều 5. Tên")))
    True
    >>> any(map(has_label, ("1.500 hồ sơ", "Điều 5 Luật Đầu tư", "- 2030 và", "12/2025", "I đến V", "V/v góp ý")))
    False
    """
    if _YEAR_RANGE.match(line):
        return False
    return bool(NUMBER_LABEL.match(line) or BULLET.match(line) or NAMED_LABEL.match(line))


def kind_of(text: str) -> BlockKind:
    """Kind of a paragraph by its words alone, for formats that carry no styles.

    >>> kind_of("- Chủ trì rà soát"), kind_of("II. NHIỆM VỤ")
    (<BlockKind.LIST_ITEM: 'list_item'>, <BlockKind.HEADING: 'heading'>)
    """
    if BULLET.match(text) and not _YEAR_RANGE.match(text):
        return BlockKind.LIST_ITEM
    short = len(text) <= 200
    if short and NAMED_LABEL.match(text):
        return BlockKind.HEADING
    if NUMBER_LABEL.match(text):
        ends_sentence = text.rstrip()[-1:] in ".;:,"
        return BlockKind.HEADING if short and not ends_sentence else BlockKind.LIST_ITEM
    letters = [c for c in text if c.isalpha()]
    if short and len(letters) >= 4 and all(c.isupper() for c in letters):
        return BlockKind.HEADING
    return BlockKind.PARAGRAPH


def opens_basis(line: str) -> bool:
    """True for the openings of a legal-basis line ("Căn cứ Luật ...")."""
    return bool(_BASIS.match(line))
