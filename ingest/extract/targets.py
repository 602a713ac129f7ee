"""Targets (chỉ tiêu): what a document sets for the future, with the evidence.

A number counts as a target only where the document speaks of goals. How much proof a sentence must
give depends on where it stands (`target_place.Mode`): under a heading of goals a share is enough; in a task
it needs a word of obligation or "100%" at the head; in a regulation or a report it needs the
word for goal itself. Sections of results, awards and scoring give none.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace

from ingest.extract.indicator_words import unbulleted, unshared
from ingest.extract.models import Target
from ingest.extract.quantity import bare
from ingest.extract.target_list import Introduced, Stage, bullet_of, find_stage, introduce
from ingest.extract.target_name import prove_name
from ingest.extract.target_place import Mode, Places
from ingest.extract.target_proof import GOAL_WRITTEN
from ingest.extract.target_sentence import DIGIT, Found, opening_year, read_paragraph
from ingest.extract.target_table import read_table
from ingest.models import Block, BlockKind, Document


def find_targets(document: Document) -> list[Target]:
    """All targets of a parsed document, in reading order; `[start, end)` is the sentence (or the
    table cell) that sets the target, as an exact span of `document.text`."""
    places = Places(document)
    locate = _Locator(document)
    targets: list[Target] = []
    lists: list[Introduced] = []  # the lists that are open, the innermost last
    stage: Stage | None = None
    carried: tuple[int, int, str] | None = None  # year, section and bullet of a paragraph that opens with the year
    above = ""  # the line before
    unit = ""  # "Đơn vị tính: %" above a table
    for number, block in enumerate(document.blocks):
        if block.kind in (BlockKind.PAGE_HEADER, BlockKind.PAGE_FOOTER, BlockKind.FOOTNOTE):
            continue
        text, caption = block.text, above
        above = text if block.table is None else ""
        if block.table is None and len(text) < 60 and (given := _GIVEN_UNIT.fullmatch(bare(text))):
            unit, above = (
                text[given.start("unit") : given.end("unit")],
                caption,
            )  # the title stands above the line of the unit
            continue
        if block.table is None:
            unit = ""
        introduces = text.endswith(":") or text.rstrip().endswith(":")
        silent = block.table is None and not introduces and not DIGIT.search(text)
        if carried is not None and (block.table is not None or (silent and carried[2] == "")):
            carried = None
        if silent and stage is None and not lists:
            continue
        frame, where = places.at(block.start)
        begun = find_stage(text, where) if block.table is None and not silent else None
        if begun is not None:
            stage, lists = begun, []
            continue
        if stage is not None and not stage.holds(text, where):
            stage = None
        if stage is not None:
            frame = stage.apply(frame)
        if block.table is not None:
            if frame.mode == Mode.CUED and len(caption) < 300 and _TITLED_GOALS.match(bare(caption)):
                frame = replace(frame, mode=Mode.OPEN)
            if not block.table.layout and frame.mode > Mode.NONE:
                for found, start, end in read_table(block, frame, unit):
                    targets.extend(_target(document, locate, found, start, end))
            lists, unit = [], ""
            continue
        if locate.furniture(block.start):
            continue
        while lists and not lists[-1].holds(text, where, silent):
            lists.pop()
        if silent or frame.mode == Mode.NONE or (frame.mode == Mode.STRICT and not GOAL_WRITTEN.search(text)):
            continue
        folded = bare(text)
        begun_above = text[:1].islower() and caption != "" and not bullet_of(text) and not _ENDED.search(caption)
        if lists:
            above_items = lists[-1].frame
            closed = above_items.mode == Mode.NONE
            frame = replace(
                frame,
                mode=Mode.NONE if closed else max(frame.mode, above_items.mode),
                year=above_items.year or (None if above_items.staged else frame.year),
                period=above_items.period or frame.period,
                staged=above_items.staged or frame.staged,
                goal=above_items.goal or frame.goal,
                base=above_items.base,
                group=above_items.group,
            )
        year = opening_year(folded) if "20" in text else None
        bullet = bullet_of(text)
        if carried is not None and not _goes_below(carried, where, bullet):
            carried = None
        if carried is not None and not lists and not introduces and "20" not in text:
            if bullet:
                frame = replace(frame, year=carried[0], period=None, dated=True)
            elif frame.year is None and frame.plan_year is None:
                frame = replace(frame, year=carried[0], goal=True, mode=max(frame.mode, Mode.OPEN))
        elif carried is not None and (introduces or not bullet):
            carried = None
        last: Found | None = None
        if frame.mode > Mode.NONE:
            torn: bool | None = None
            for start, end, found in read_paragraph(text, folded, frame):
                if _reaches_end(found.indicator, text):
                    torn = _goes_on(document.blocks, number) if torn is None else torn
                    if torn:
                        continue  # "... sản phẩm và dịch vụ công | nghệ số": the page cuts the name
                if begun_above and _begins_with(found.indicator, text):
                    continue  # "... được khám sức khỏe | định kỳ đạt 10%": the line above holds its first words
                last = found
                targets.extend(_target(document, locate, found, block.start + start, block.start + end))
        if year is not None and last is not None and last.year == year and not introduces:
            # "Đến năm 2025, ...": the paragraphs behind it that tell no time go on with it, the items below "- Đến ..."
            carried = (year, where, bullet)
        if introduces:
            opened = introduce(text, folded, frame)
            if opened.base is None and last is not None and _PARTS_BELOW.search(folded):
                opened = replace(opened, base=unshared(last.indicator))
            timed = opened.goal and (opened.year, opened.period) != (frame.year, frame.period)
            lists.append(Introduced(opened, bullet_of(text), where, timed))
    return targets


def _goes_below(carried: tuple[int, int, str], where: int, bullet: str) -> bool:
    """Whether a paragraph may go on with the year of the one that opened with it: both without bullets, or an item
    of another kind below an item."""
    return carried[1] == where and (bullet == "" if carried[2] == "" else bullet not in ("", carried[2]))


# "CÁC CHỈ TIÊU CHỦ YẾU NĂM 2026", "Biểu 2. Mục tiêu tăng trưởng": the title of a table of goals.
_TITLED_GOALS = re.compile(
    r"""\W*(?:(?:[ivx]+|\d+(?:\.\d+)*)[.)]\s*)?
    (?:(?:phu\ luc|bieu|bang)(?:\ so)?(?:\ [\divx.]+)?\W*)?(?:cac|danh\ muc|he\ thong|mot\ so|bang|bieu|giao
    |tong\ hop|\s)*(?:muc\ tieu|chi\ tieu)\b(?!.*\b(?:ket\ qua|thuc\ hien\ nam|cham\ diem|bien\ che|tuyen))""",
    re.VERBOSE,
)


_GIVEN_UNIT = re.compile(r"[\s(*]*(?:don\s+vi(?:\s+tinh)?|dvt)\s*:\s*(?P<unit>[^\s.;:()*][^.;:()*]{0,24}?)[\s.)*]*")
_ENDED = re.compile(r"[.;:!?)\]”\"…]\s*$")
# "Tăng trưởng GRDP đạt 10%, trong đó:": the lines below are its parts.
_PARTS_BELOW = re.compile(r"\b(?:trong (?:so )?do|bao gom|gom|chia ra)\s*:\s*$")
_FURNITURE = re.compile(r"(?:trang\s)?[\d\s/-]{1,9}|.{0,20}công báo.{0,60}", re.IGNORECASE)


def _reaches_end(name: str, text: str) -> bool:
    """Whether a name ends with the last words of a paragraph that no mark ends."""
    return _ENDED.search(text) is None and " ".join(text.split()[-3:]).endswith(" ".join(name.split()[-3:]))


def _begins_with(name: str, text: str) -> bool:
    """Whether a name begins with the first words of a paragraph."""
    return text.split()[:2] == name.split()[:2]


def _goes_on(blocks: list[Block], number: int) -> bool:
    """Whether the next paragraph, over a page's furniture, begins in the middle of a sentence."""
    for block in blocks[number + 1 : number + 6]:
        if block.kind in (BlockKind.PAGE_HEADER, BlockKind.PAGE_FOOTER, BlockKind.FOOTNOTE):
            continue
        if block.table is not None:
            return False
        if not _FURNITURE.fullmatch(block.text.strip()):
            return block.text.lstrip()[:1].islower()
    return False


_MOVED = re.compile(
    r"(?P<verb>giảm|cắt giảm|rút ngắn|tăng)\s(?:việc\s)?(?=\S+\s\S)(?!(?:cường|trưởng|tốc|thêm)\b)", re.IGNORECASE
)


_MOVES = re.compile(
    r"(?<!tốc độ)(?<!nhịp độ)(?<!mức)(?<!tỷ lệ)(?<!tỉ lệ)\s(?P<verb>giảm|tăng)(?:\s(?:bình quân|trung bình))?"
    r"(?:\s?/\s?năm|\s(?:mỗi|hằng|hàng)\snăm)?$",
    re.IGNORECASE,
)


_BEFORE_MOVE = re.compile(
    r"^(?:cắt giảm, đơn giản hóa|hoàn thành|thực hiện|tiếp tục|phấn đấu|bảo đảm|đảm bảo)\s(?=\S+\s\S)", re.IGNORECASE
)


class _Locator:
    """Passage, section path and page of a position."""

    def __init__(self, document: Document) -> None:
        self._passages = sorted(document.passages, key=lambda p: p.start)
        self._starts = [p.start for p in self._passages]
        self._page_at = document.page_at

    def passage(self, position: int) -> int | None:
        index = bisect_right(self._starts, position) - 1
        return index if index >= 0 else None

    def furniture(self, position: int) -> bool:
        index = self.passage(position)
        return index is not None and self._passages[index].furniture and position < self._passages[index].end

    def describe(self, position: int) -> tuple[int | None, list[str], int]:
        index = self.passage(position)
        page = self._page_at(position)
        if index is None:
            return None, [], page
        passage = self._passages[index]
        return passage.ordinal, list(passage.section_path), page


def _target(document: Document, locate: _Locator, found: Found, start: int, end: int) -> Iterator[Target]:
    """The target, if its indicator's name is whole."""
    name = prove_name(unbulleted(found.indicator))
    if name is None:
        return
    quantity = found.quantity
    moved = _MOVED.match(name) if quantity.kind == "share" and quantity.change is None else None
    falls = _MOVES.search(name) if quantity.kind == "share" and quantity.change is None else None
    if falls:  # "Tỷ lệ hộ nghèo giảm bình quân/năm: trên 2%"
        change = "increase" if falls.group("verb") == "tăng" else "decrease"
        quantity, name = replace(quantity, change=change), name[: falls.start()]
    elif (
        moved and not name.isascii() and ": " not in name
    ):  # "giảm việc tiêu hao năng lượng": the verb is the direction
        change = "increase" if moved.group("verb").lower() == "tăng" else "decrease"
        quantity, name = replace(quantity, change=change), name[moved.end() :]
    if quantity.change is not None:
        name = _BEFORE_MOVE.sub("", name)  # "hoàn thành cắt giảm 50% thời gian"
    passage, path, page = locate.describe(start)
    yield Target(
        indicator=name,
        comparator=quantity.comparator,
        value=quantity.value,
        value_to=quantity.value_to,
        unit=quantity.unit,
        change=quantity.change,
        baseline=found.baseline,
        year=found.year,
        period=found.period,
        maintain_until=found.maintain_until,
        text=document.text[start:end],
        section_path=path,
        page=page,
        start=start,
        end=end,
        passage=passage,
    )
