"""Texts without paragraphs: a crawler has run "... thực hiện: 1. Giao Sở A ... a) ... b) ..." together, or hard
line breaks are all that is left.

Such a text is laid out again in lines before tasks are looked for, but only at marks that number on: "1.", "2.",
"3." in order, each behind the end of a sentence and none of them twice; inside an item "a)", "b)", and dashes
behind such an end. Where the marks don't prove themselves the text stays one, and only what a sentence says by
itself may become a task.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from ingest.clean.fold import strip_diacritics
from ingest.clean.letters import LOWER, UPPER
from ingest.extract.duty_word import begins_at_once, begins_work
from ingest.extract.no_duty import is_closing
from ingest.extract.owner import read_owner
from ingest.extract.unit_head import is_organ, starts_unit
from ingest.extract.unit_list import all_units
from ingest.models import Block, BlockKind, Document
from ingest.parse.label import read_label

_LABELLED = 0.08  # of the blocks of a text that still has its lines more begin with a label (0.3 and more are usual)
_GIANT = 700  # characters of a paragraph, on the average, that no text with its lines has
_MARKS_INSIDE = 2  # marks that number on inside lines
_SPAN = 700  # characters; a shorter text has no list to lose

# Behind the end of a sentence or of an opening line; never "mục 2. ", "Điều 1. ", "tháng 5. "
_END = r"(?:^|(?<=[.;:!?”\")])\s+|(?<=\./\.)\s+)"
_NUMBERED = re.compile(rf"{_END}(?P<number>\d{{1,2}})\.\s+(?=[A-ZĐ\"“])")
_ROMAN = re.compile(rf"{_END}(?P<number>I{{1,3}}|IV|VI{{0,3}}|IX|X)\.\s+(?=[A-ZĐ])")
_LETTERED = re.compile(r"(?:^|(?<=[^(\s]))\s+(?P<number>[a-zđ])\)\s+(?=[A-ZĐ\"“])")
_ARTICLE = re.compile(rf"{_END}(?:Dieu|DIEU)\s+(?P<number>\d{{1,2}})\.\s+(?=[A-ZĐ])")
_DECIMAL = re.compile(r"(?:^|\s)(?P<outer>\d{1,2})\.(?P<number>\d{1,2})\.?\s+(?=[A-ZĐ\"“])")
_DASH = re.compile(r"(?<=[.;:])\s+[-–•+]\s*(?=[A-ZĐ\"“])")
_ANY_MARK = re.compile(r"\s(?:\d{1,2}(?:\.\d{1,2})*\.|[a-zđ]\)|[IVX]+\.|[-–+•])\s+(?=[A-ZĐ\"“])")
_RESTART = re.compile(
    r"(?<!\bmuc)(?<!\bkhoan)(?<!\bdieu)(?<!\bDieu)(?<!\bdiem)(?<!\bso)(?<!\bthang)(?<!\bluc)(?<!\bquy)(?<!\bdot)(?<!\blan)(?<!\bnam)"
    r"\s\d{1,2}\.\s+(?=[A-ZĐ])"
)
# "CỘNG HÒA XÃ HỘI ... Độc lập - Tự do - Hạnh phúc ------- Số: 12/TB-BXD Hà Nội, ngày ...": a letterhead in one line
_RUN_TOGETHER = re.compile(r"CHU NGHIA VIET NAM\s.{0,8}Doc lap - Tu do - Hanh phuc\s?[-_*\s]{3,40}So\s?:")
_LETTERHEAD = 700  # characters
_FIRST = {_NUMBERED: re.compile(_RESTART.pattern.replace(r"\d{1,2}", "1")), _ROMAN: re.compile(r"\sI\.\s+(?=[A-ZĐ])")}
_NEXT_MARK = re.compile(
    r"(?<!\bmuc)(?<!\bmục)(?<!\bkhoản)(?<!\bđiểm)\s+(?:\d{1,2}(?:\.\d{1,2})*\.|[a-zđ]\)|[IVX]+\.|[-–+•])$"
)
_ANY_DASH = re.compile(r"\s[-–]\s+(?=[A-ZĐ])")
_LETTERS = "abcdđeghiklmnopqrstuvxy"
_ROMANS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
# What follows is no item: who passes it on, whom it is sent to, who signs.
_TAIL = re.compile(
    r"(?:(?<=[.;/])|(?<=[.;/]\s))\s*(?:Thua\s+(?:lenh|uy\s+quyen)\b|(?:(?:Van\s+phong|Vu|Cuc|So)\b[^.;:]{0,60}\s)?thong\s+bao\s+(?:de|toi|den)\b|Noi\s+nhan\s*:)"
    r"|\bNoi\s+nhan\s*:|\bKinh\s+gui\s*:|(?<=\.)/\."
)
# "1. Mục đích", "3. Kết quả đạt được": nothing below it is told to anybody
_NO_DUTIES = re.compile(
    r"(?:\W|\d|[ivx]+\.|dieu\s+\d+\.)*(?:muc\s+(?:dich|tieu)|quan\s+diem|ket\s+qua|tinh\s+hinh|danh\s+gia|ton\s+tai|nguyen\s+nhan|han\s+che|uu\s+diem|thuan\s+loi"
    r"|kho\s+khan|yeu\s+cau\s*(?:[-–:,]|1\.|a\)|$|va\s+muc)|chi\s+tieu|can\s+cu|ghi\s+nhan|ve\s+(?:tinh\s+hinh|ket\s+qua)|thanh\s+phan)\b"
)
_LABEL = re.compile(r"^(?:\d{1,2}(?:\.\d{1,2})*\.|[IVX]+\.|[a-z]\)|Dieu\s+\d+\.)\s+")
_REQUIREMENT = re.compile(
    r"(?:Yeu cau|YEU CAU)(?:\s+(?:chung|CHUNG))?\s*"
    r"(?:[-–:+]|1\.|a\)|$|(?=\s?(?:Cac|Nhung|Viec|Cong tac|Moi|Tat ca|Qua trinh)\s))"
)
_WORK_TOO = re.compile(r"\b(?:nhiem\s+vu|giai\s+phap|noi\s+dung|to\s+chuc\s+thuc|phan\s+cong)\b")
_PARTS = re.compile(r"\s(?:II|III|IV|V|VI)\.\s+[A-Z]")
_SECOND = 2
_NAMED = 160  # characters in which a heading names its units
_JOINED = re.compile(r"(?:,|\bvà|-|–|&)\s*$")
_COMMITTEES = re.compile(r"^(?:Các\s|UBND\s|Ủy ban nhân dân\s)|(?:liên quan|đoàn thể)$")
# Below these an item says what is judged or paid.
_STANDARDS = re.compile(r"\b(?:tieu\s+(?:chi|chuan)|doi\s+tuong|dieu\s+kien|khen\s+thuong|hieu\s+luc|giai\s+thich)\b")
_HEAD = 80  # characters of an item that tell what stands below it
_SENTENCE = re.compile(rf"(?<=[.;:])\s+(?=[{UPPER}\"“])")


@dataclass(slots=True, frozen=True)
class Unfolded:
    """Lines of a text laid out again, and where those begin that inherit nothing from a line above."""

    lines: list[Block]
    alone: frozenset[int]


def is_flat(document: Document) -> bool:
    """True where a text's list marks stand inside its lines and hardly a line begins with one."""
    blocks = [b for b in document.blocks if b.table is None and b.text.strip()]
    length = sum(len(b.text) for b in blocks)
    if length < _SPAN or any(b.table is not None and not b.table.layout for b in document.blocks):
        return False
    begins = _body_begins(_plain(document.text[:_LETTERHEAD]))
    most = max(1, _LABELLED * len(blocks)) if length < _GIANT * len(blocks) else len(blocks)
    labelled = 0
    for block in blocks:
        labelled += block.start >= begins and read_label(block.text) is not None
        if labelled > most:
            return False
    plain = _plain(document.text)
    if _RUN_TOGETHER.search(plain[:_LETTERHEAD]):
        return True
    starts = {b.start + len(b.text) - len(b.text.lstrip()) for b in blocks}
    inside = sum(
        _word(plain, mark.start()) not in starts
        for shape in (_ARTICLE, _ROMAN, _NUMBERED, _LETTERED, _DASH)
        for mark in shape.finditer(plain, begins)
    )
    return inside >= _MARKS_INSIDE + 2 * labelled


def unfold(document: Document) -> Unfolded | None:
    """A flat text in lines, its head and what follows its last item left out; None for a text with lines."""
    if not is_flat(document):
        return None
    text = document.text.replace("\n", " ")
    plain = _plain(document.text)
    begins = _body_begins(plain)
    tail = _TAIL.search(plain, begins)
    stop = tail.start() if tail else len(plain)
    spans = _split(text, plain, begins, stop, (_ARTICLE, _ROMAN, _NUMBERED))
    if spans is None:
        spans = [
            (start, end, True) for start, end in _sentences(text, begins, stop) if not _holds_mark(plain, start, end)
        ]
    elif spans and plain.startswith("./.", stop - 1):
        spans = _without_formula(plain, spans)
    told = [(_line(document, text, start, end), alone) for start, end, alone in spans]
    lines = [line for line, _ in told if line.text]
    return Unfolded(lines, frozenset(line.start for line, alone in told if alone))


def _without_formula(plain: str, spans: list[_Span]) -> list[_Span]:
    """The last item without the sentence that closes the text: "Yêu cầu các đơn vị nghiêm túc thực hiện./."."""
    start, end, alone = spans[-1]
    last = [m.end() for m in _SENTENCE.finditer(plain, start, end)]
    if last and is_closing(plain[last[-1] : end] + "/."):
        return [*spans[:-1], (start, last[-1], alone)]
    return spans


def _plain(text: str) -> str:
    """Without marks, capitals kept, line breaks as spaces: same offsets."""
    plain = strip_diacritics(text)
    return (plain if len(plain) == len(text) else text).replace("\n", " ")


def _body_begins(plain: str) -> int:
    """Behind the letterhead."""
    head = re.search(r"Hanh\s+phuc[\s*_-]*", plain[:600])
    return head.end() if head else 0


def _value(shape: re.Pattern[str], number: str) -> int:
    if shape is _LETTERED:
        return _LETTERS.find(number) + 1
    if shape is _ROMAN:
        return _ROMANS.index(number) + 1 if number in _ROMANS else 0
    return int(number)


def _in_order(text: str, plain: str, start: int, stop: int, shape: re.Pattern[str]) -> list[int]:
    """Where marks 1, 2, 3 ... stand, in order; [] where any mark stands out of order, which then proves nothing."""
    found = [
        (
            _value(shape, text[slice(*m.span("number"))]),
            m.start("number") if shape is not _ARTICLE else _word(plain, m.start()),
        )
        for m in shape.finditer(plain, start, stop)
    ]
    if shape in _FIRST and found and found[0][0] == _SECOND:
        # "II. NHIỆM VỤ 1. Rà soát ...": the first one may stand behind a heading
        first = [m.start() + 1 for m in _FIRST[shape].finditer(plain, start, found[0][1])]
        found = [(1, first[0]), *found] if len(first) == 1 else found
    marks: list[int] = []
    for value, at in found:
        if value == len(marks) + 1:
            marks.append(at)
    return marks if len(marks) == len(found) else []


def _word(plain: str, at: int) -> int:
    while at < len(plain) and plain[at].isspace():
        at += 1
    return at


_Span = tuple[int, int, bool]  # start, end, whether it inherits nothing


def _split(text: str, plain: str, start: int, stop: int, shapes: tuple[re.Pattern[str], ...]) -> list[_Span] | None:
    """The lines of a text by its outermost marks, each split further; None where no marks prove themselves."""
    for n, shape in enumerate(shapes):
        marks = _in_order(text, plain, start, stop, shape)
        if len(marks) < 2:
            if shape is _ROMAN and _PARTS.search(plain, start, stop):
                return None  # parts that can't be told: what is asked for in general might stand beside duties
            continue
        spans: list[_Span] = []  # what stands before the first item hands nothing down: items name others
        aims = False
        for begin, end in pairwise([*marks, stop]):
            head = plain[begin : begin + _HEAD]
            if _is_aim(head, aims) or (shape is not _NUMBERED and _STANDARDS.search(head.lower())):
                aims = True
                continue
            aims = False
            inner = _split(text, plain, begin, end, shapes[n + 1 :]) if shape is not _NUMBERED else None
            if inner and _is_owner(text[begin : inner[0][0]]):
                spans.append((begin, inner[0][0], False))
            spans += inner if inner is not None else _items(text, plain, begin, end)
        return [span for span in spans if span[1] > span[0]]
    return None


def _is_aim(head: str, behind_aim: bool) -> bool:
    """True for an item on purposes, requirements, results: "II. YÊU CẦU 1. Các sở ...", "2. Yêu cầu Các sở ...".

    `behind_aim`: so is the item before ("1. Mục đích ..."), so that "2. Yêu cầu" asks nobody in particular.
    """
    heading = re.split(r"\s(?:1\.|a\)|[-–+])\s", _LABEL.sub("", head), maxsplit=1)[0].lower()
    if _NO_DUTIES.match(head.lower()):
        return _WORK_TOO.search(heading) is None
    return _REQUIREMENT.match(_LABEL.sub("", head)) is not None or (behind_aim and heading.startswith("yeu cau"))


def _is_owner(heading: str) -> bool:
    """True for "Điều 5. Trách nhiệm của Sở A" in front of the items of that unit."""
    label = read_label(heading)
    return read_owner(heading[label.end if label is not None else 0 :].strip(" .:;")) is not None


def _items(text: str, plain: str, start: int, stop: int) -> list[_Span]:
    """An item by its decimals or letters, else by its dashes; none where it holds marks that prove nothing."""
    label = read_label(text[start:stop])
    if _RESTART.search(plain, start + (label.end if label else 0), stop):
        return []
    for shape in (_DECIMAL, _LETTERED):
        marks = _in_order(text, plain, start, stop, shape)
        if len(marks) >= 2:
            spans = _headed(text, start, marks[0])
            for begin, end in zip(marks, [*marks[1:], stop], strict=True):
                spans += _items(text, plain, begin, end) if shape is _DECIMAL else _dashes(text, plain, begin, end)
            return spans
        if any(m["number"] in ("a", "1") for m in shape.finditer(plain, start, stop)):
            return []
    return _dashes(text, plain, start, stop)


def _headed(text: str, start: int, stop: int) -> list[_Span]:
    """A piece, parted behind the units that are its heading: "1. Sở Nội vụ Chủ trì rà soát ..."."""
    label = read_label(text[start:stop])
    at = start + (label.end if label else 0)
    for word in re.finditer(rf"(?<=\w)\s+(?=[{UPPER}][{LOWER}]*\s+[{LOWER}])", text[at : min(stop, at + _NAMED)]):
        before = text[at : at + word.start()]
        named = [] if _JOINED.search(before) else all_units(before)
        if not named or not begins_at_once(text[at + word.end() : stop]):
            continue
        if is_organ(named[-1]) or _COMMITTEES.search(named[-1]):
            return [(start, at + word.start(), False), (at + word.end(), stop, False)]
            return []  # where the name ends can't be told: "Phòng Thương mại Tuyên truyền, hướng dẫn ..."
    return [(start, stop, False)]


def _holds_mark(plain: str, start: int, stop: int) -> bool:
    """True for a sentence that runs into an item behind it, or begins inside one."""
    return _ANY_MARK.search(plain, start + 1, stop) is not None or plain[:stop].rstrip()[-1:] == ":"


def _dashes(text: str, plain: str, start: int, stop: int) -> list[_Span]:
    """An item by its dashes; where the first of them can't be told the others inherit nothing."""
    marks = [_word(plain, m.start()) for m in _DASH.finditer(plain, start, stop)]
    label = read_label(text[start:stop])
    first = _ANY_DASH.search(plain, start + (label.end if label else 0), marks[0] if marks else stop)
    alone = False
    if first is not None:
        if _opens(text, start, first.start(), first.end(), bool(marks)):
            marks.insert(0, _word(plain, first.start()))  # "4. Giao Cục A - Theo dõi ...; - Phối hợp ..."
        else:
            alone = not marks or plain[: marks[0]].rstrip()[-1:] != ":"
    if not marks and not alone:
        return _headed(text, start, stop)
    bounds = [start, *marks, stop]
    return [(begin, end, alone) for begin, end in pairwise(bounds)]


def _opens(text: str, start: int, end: int, behind: int, more: bool) -> bool:
    """True where what stands before a dash names who is told, and work begins behind it or somebody in particular.

    `more`: further dashes prove that it is no part of a name ("Vụ Kế hoạch - Đầu tư").
    """
    label = read_label(text[start:end])
    said = text[start + (label.end if label else 0) : end].strip(" :;")
    named = read_owner(said) if ". " not in said else None
    if named is None or not (more or is_organ(named.lead[-1]) or _COMMITTEES.search(named.lead[-1])):
        return False
    return begins_work(text[behind : behind + 200]) or starts_unit(text[behind : behind + 60])


def _sentences(text: str, start: int, stop: int) -> list[tuple[int, int]]:
    bounds = [start, *(m.end() for m in _SENTENCE.finditer(text, start, stop)), stop]
    return list(pairwise(bounds))


def _line(document: Document, text: str, start: int, end: int) -> Block:
    while start < end and text[start].isspace():
        start += 1
    said = _NEXT_MARK.sub("", text[start:end].rstrip())  # the mark of the item behind it
    return Block(BlockKind.PARAGRAPH, said, page=document.page_at(start), start=start, end=start + len(said))
