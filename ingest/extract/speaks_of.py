"""Whether an item speaks of the unit that it stands under, of a part of it, or of somebody else."""

from __future__ import annotations

import re
from dataclasses import replace

from ingest.extract.assignment import Assignment
from ingest.extract.bare_form import bare_form
from ingest.extract.duty_word import begins_work, names_thing
from ingest.extract.unit_list import read_units

_THING_SAID = 80  # characters


def lists_thing(text: str) -> bool:
    """True for an item that begins with people or things and tells no work, also behind its first colon."""
    told = text.find(": ", 0, _THING_SAID) + 1  # "Kết quả giải quyết: Đảm bảo ..."
    return not begins_work(text, told) and (names_thing(text) or begins_noun(text))


def is_part(own: Assignment, owner: Assignment) -> bool:
    """True where an item only says again, in fewer words, who stands above it."""
    words = set(re.findall(r"\w+", " ".join(own.lead).lower())) - {"các"}
    return words < set(re.findall(r"\w+", " ".join(owner.lead).lower())) and bool(words & {"các", "cơ", "đơn"})


def speaks_of(item: str, owner: Assignment) -> bool:
    """True where an item begins with the words of its owner: "Tổ chức, cá nhân ..." under "tổ chức, cá nhân".

    Also with who heads it: "Giám đốc/Thủ trưởng các sở" under "Các sở".
    """
    said = _name_words(item[:_NAME_SPAN])
    for unit in owner.lead:
        name = _name_words(bare_form(unit))
        if said[:_SAME_WORDS] == name[:_SAME_WORDS] or said[: len(name)] == name:
            return True
        if said[:2] == name[:2] == ["doanh", "nghiep"]:
            return True
    return False


def begins_noun(text: str) -> bool:
    """True where an item begins with somebody or with a title of a document."""
    return read_units(text) is not None or _OTHERS_BEGIN.match(bare_form(text[:60])) is not None


_OTHERS_BEGIN = re.compile(
    r"(?:moi|tung|cac|nhung|nguoi|ca\s+nhan|to\s+chuc\s*,|doanh\s+nghiep|can\s+bo|cong\s+chuc|vien\s+chuc|ong|ba|dong\s+chi"
    r"|chu\s+dau\s+tu|nha\s+thau|ho|hoi|to|ban|luat|nghi\s+dinh|thong\s+tu|nghi\s+quyet|quyet\s+dinh\s+so)\s"
)


def _name_words(bare: str) -> list[str]:
    words = re.findall(r"\w+", _HEADS.sub("", bare))
    return words[1:] if words[:1] == ["cac"] else words


_NAME_SPAN = 160


_HEADS = re.compile(
    r"^(?:(?:giam\s+doc|thu\s+truong|chu\s+tich|lanh\s+dao|nguoi\s+dung\s+dau)[\s/,]*(?:va\s+)?)+(?=(?:cac|so|ubnd|uy\s+ban)\b)"
)


_SAME_WORDS = 3


def narrowed_to(item: str, owner: Assignment) -> Assignment:
    """The owner without those of its units that an item does not begin with, if it begins with some."""
    told = tuple(unit for unit in owner.lead if item.startswith(bare_form(unit).removeprefix("cac ") + " "))
    return replace(owner, lead=told) if told else owner


def is_only_units(body: str) -> bool:
    """True for a line of units and nothing else."""
    run = read_units(body)
    return run is not None and not body[run.end :].strip(" .;,:")
