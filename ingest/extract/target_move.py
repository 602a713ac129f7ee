"""The direction that a verb gives a number: what is to rise, what is to fall."""

from __future__ import annotations

import re

from ingest.extract.named import Named
from ingest.extract.quantity import Quantity
from ingest.extract.target_proof import written

_MOVE = re.compile(r"(?P<word>cat giam|giam|rut ngan|tang)\b(?! cuong| truong)")


_NEW_GOAL = re.compile(r":|[,;]\s*(?:va\s+)?(?:bao dam|dam bao|phan dau|de|trong do)\b")


_MOVE_LEAD = re.compile(
    r"(?:[\s\-+*•:,;(]|\d+(?:\.\d+)*[.)]|[a-z]\)|phan dau|dam bao|bao dam|den (?:het |cuoi )?nam 20\d\d"
    r"|nam 20\d\d|moi nam|hang nam|tiep tuc|va|va giam"
    r"|(?:[a-z]+ ){1,4}?phan dau(?= (?:cat giam|giam|rut ngan) ))*"  # "năm 2026 tỉnh phấn đấu giảm ..."
)


_LAST_MOVE = re.compile(r"[,;]\s+(?=(?:cat giam|giam|rut ngan)\s+$)")


def _at_head(text: str, folded: str, begin: int, quantity: Quantity, name: int) -> str | None:
    """The change that the verb at the head of the clause says: "Giảm số cuộc họp ít nhất 20%", or the verb in front of
    `name`, where the name begins: "không dàn trải, giảm số lượng dự án"."""
    if begin < name < quantity.start and (last := _LAST_MOVE.search(folded, begin, name)):
        begin = last.end()
    lead = _MOVE_LEAD.match(folded, begin, quantity.start)
    match = _MOVE.match(folded, lead.end() if lead else begin, quantity.start)
    if match is None and begin < name < quantity.start and quantity.kind == "count":
        match = _MOVE.match(
            folded, name, quantity.start
        )  # "Nghị quyết đặt mục tiêu đến năm 2030, tăng chiều cao thêm 1,5cm"
    if match is None or _NEW_GOAL.search(folded, match.end(), quantity.start):
        return None
    offset = match.group("word").find("giam")
    if offset >= 0 and not written(text, match.start("word") + offset, "giảm"):
        return None
    if match.group("word") == "tang" and not written(text, match.start(), "tăng"):
        return None
    return "increase" if match.group("word") == "tang" else "decrease"


# "đặt mục tiêu giảm tỷ lệ hộ nghèo 0,6%": the verb straight in front of the name
_VERB_BEFORE = re.compile(r"\b(?:cat |keo )?(?P<way>giam|tang)\s+$")


# "Tỷ lệ hộ nghèo giảm còn 0,8%", "tăng lên trên 90%"
_TO_LEVEL = re.compile(
    r"\b(?:(?P<way>tang|giam|rut ngan)\s+(?:xuong|con|len)|(?P<down>xuong))(?:\s+(?:con|den|toi|muc|o muc))*\s*$"
)
_WRITTEN = {"tang": "tăng", "giam": "giảm", "rut ngan": "rút ngắn", "xuong": "xuống"}


def direction_of(text: str, folded: str, begin: int, quantity: Quantity, named: Named) -> str | None:
    """The change ("increase", "decrease") that a verb of the clause gives a number: at its head, straight in front of
    the name ("đặt mục tiêu giảm tỷ lệ hộ nghèo 0,6%"), or in front of the level ("giảm còn 0,8%"); None without one."""
    if quantity.kind != "rank" and (change := _at_head(text, folded, begin, quantity, named.start)):
        return change
    if named.shape == "trailing" and begin < named.start < quantity.start:
        verb = _VERB_BEFORE.search(folded, begin, named.start)
        if verb and written(text, verb.start("way"), _WRITTEN[verb.group("way")]):
            return "increase" if verb.group("way") == "tang" else "decrease"
    level = _TO_LEVEL.search(folded, begin, quantity.start)
    if level is None:
        return None
    group = "way" if level.group("way") else "down"
    word = level.group(group)
    if not written(text, level.start(group), _WRITTEN[word]):
        return None
    return "increase" if word == "tang" else "decrease"
