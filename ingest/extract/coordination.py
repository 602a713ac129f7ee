"""Units with which something is to be done: "Phối hợp với X ..."."""

from __future__ import annotations

import re

from ingest.extract.assignment import short_names
from ingest.extract.bare_form import bare_form
from ingest.extract.duty_phrase import FIRST_WITH, HOW, INTRODUCES
from ingest.extract.unit_list import read_units
from ingest.extract.unit_stop import starts_duty
from ingest.extract.whole_name import whole_names

_ANY_WITH = re.compile(
    r"(?<!quy che )(?<!co che )(?<!cong tac )(?<!su )(?<!viec )(?<!chuong trinh )(?<![\w])"
    rf"phoi\s+hop{HOW}(?:\s*,\s*(?:cung\s+cap|trao\s+doi|chia\s+se)\s+thong\s+tin(?=\s+voi))?\s+(?P<voi>(?:voi|cung(?:\s+voi)?)\s+)?(?P<with>)"
)


# "phối hợp các sở", but not "phối hợp kiểm tra"
_PLAIN_PARTNER = re.compile(
    r"(?:to\s+chuc\s+(?:chinh\s+tri|xa\s+hoi)|cac|nhung|chinh\s+quyen|luc\s+luong|dia\s+phuong)\s"
)


def read_partners(text: str, start: int = 0) -> tuple[str, ...]:
    """Units with which the items below a line are to be done, where the line begins with them and ends the same.

    A line that ends with ":" may go on behind the names ("... tham mưu UBND tỉnh:").

    >>> read_partners("Chủ trì, phối hợp với các sở, ngành và Công an tỉnh"), read_partners("Phối hợp với Sở Y tế:")
    (('các sở, ngành', 'Công an tỉnh'), ('Sở Y tế',))
    >>> read_partners("Chủ trì, phối hợp với Sở Y tế rà soát kế hoạch")
    ()
    """
    bare = bare_form(text)
    direct = FIRST_WITH.match(bare, start)
    if direct is None or (run := read_units(text, direct.end(), anyone=True)) is None:
        return ()
    if not text.rstrip().endswith(":") and not INTRODUCES.match(bare, run.end):
        return ()
    return short_names(whole_names(text, run))


def find_coordination(text: str, start: int = 0, stop: int = 600) -> tuple[str, ...]:
    """Units that an item is to be done with: "Phối hợp với X ...", "...; phối hợp với X".

    >>> find_coordination("Chủ trì, phối hợp với Sở Tài chính rà soát"), find_coordination("Phối hợp Sở Y tế tổ chức")
    (('Sở Tài chính',), ('Sở Y tế',))
    >>> find_coordination("Ban hành quy chế phối hợp với Công an tỉnh"), find_coordination("Phối hợp triển khai")
    ((), ())
    """
    bare = bare_form(text)
    direct = FIRST_WITH.match(bare, start)
    if direct is not None and (run := read_units(text, direct.end(), anyone=bare[: direct.end()].endswith("voi "))):
        return short_names(whole_names(text, run))
    if "phoi" not in bare:
        return ()
    for found in _ANY_WITH.finditer(bare, start, start + stop):
        plain = _PLAIN_PARTNER.match(bare, found.end()) is not None
        named = plain or text[found.end() : found.end() + 1].isupper()
        if not named and (found["voi"] is None or bare.endswith("tang cuong ", 0, found.start())):
            continue
        if _SOMEONE_LEADS.search(bare, start, found.start()) or _of_another(text, bare, start, found.start()):
            continue  # "chỉ đạo lực lượng Công an chủ trì, phối hợp với ...": a partner of theirs
        if run := read_units(text, found.end(), anyone=plain or found["voi"] is not None):
            return short_names(whole_names(text, run))
        others = bare.endswith("phoi hop co trach nhiem ", start, found.start())
        if found["voi"] is not None and not others and (partner := partner_by_part(text, bare, found.end())):
            also = _ALSO.match(bare, found.end() + len(partner))
            return (partner, text[slice(*also.span("who"))]) if also else (partner,)
    return ()


# "cơ quan soạn thảo, cơ quan có liên quan"
_ALSO = re.compile(
    r"(?:\s*,|\s+va)\s+(?P<who>(?:cac\s+)?(?:co\s+quan|don\s+vi)(?:,\s+don\s+vi)?\s+(?:co\s+)?lien\s+quan)\b"
)


def _of_another(text: str, bare: str, start: int, at: int) -> bool:
    """True where a later sentence begins with those who are to help: "... . Cơ quan kiểm dịch phối hợp".

    Also in a clause of its own: "cơ sở dữ liệu do Cục A phối hợp với Vụ B xây dựng".
    """
    for done in _DONE_BY.finditer(bare, max(start, at - 120), at):
        told = read_units(text, done.end()) if text[done.start() : done.start() + 2].lower() == "do" else None
        if (
            told is not None
            and told.end <= at
            and text[told.start].isupper()
            and not _DOES_MORE.search(bare, told.end, at)
        ):
            return True
    begins = max(bare.rfind(". ", start, at), bare.rfind("; ", start, at)) + 2
    if begins <= start + 2 or not text[begins : begins + 1].isupper():
        return False
    run = read_units(text, begins)
    return run is not None and bare[run.end : at].strip(" ,") in ("", "chu dong", "tich cuc", "co trach nhiem")


_DONE_BY = re.compile(r"\bdo\s+")


_DOES_MORE = re.compile(
    r"[,;.:]|\b(?:ban\s+hanh|to\s+chuc|chu\s+tri|trinh|quan\s+ly\s|lam\b|thuc\s+hien|trach\s+nhiem)"
)


_SOMEONE_LEADS = re.compile(
    r"\b(?:giao|yeu\s+cau|de\s+nghi|don\s+doc|huong\s+dan|(?:gui|chuyen|bao\s+cao)(?:\s+(?:ve|cho|den|toi|qua))?)"
    r"\s[^,;.:]{3,80}\schu\s+tri\s*,?\s*(?:va\s+)?$"
)


# Those whom only their part names: "phối hợp với cơ quan chủ trì", "... đơn vị vận hành hệ thống".
_PARTNER = re.compile(
    r"(?:(?P<part>(?:co\s+quan|don\s+vi|to\s+chuc|co\s+so|bo\s+phan|ben|nguoi)(?!\s*,))"
    r"|cap\s+uy|doanh\s+nghiep|to\s+chuc\s*,\s*ca\s+nhan|ho\s+gia\s+dinh|chu\s+rung)(?=[\s,])"
)


_PARTNER_WORDS = 12


_PARTNER_ENDS = re.compile(
    r"[.;:(\n]|\s(?:trong|de|nham|tai|khi|theo|va)\s|,(?!\s*(?:ca\s+nhan|don\s+vi|chinh\s+quyen)\b)"
)


def partner_by_part(text: str, bare: str, start: int) -> str | None:
    """ "cơ quan chủ trì" before "giải quyết ...": a partner without a name, up to the word with which the duty begins.

    >>> partner_by_part("cơ quan chủ trì giải quyết khó khăn", "co quan chu tri giai quyet kho khan", 0)
    'cơ quan chủ trì'
    """
    head = _PARTNER.match(bare, start)
    if head is None:
        return None
    closed = _PARTNER_ENDS.search(bare, head.end())
    stop = closed.start() if closed else len(text)
    words = [head.end() + word.start() for word in re.finditer(r"(?<=\s)\S", bare[head.end() : stop])]
    skip = 0
    if head["part"] and words and starts_duty(text, words[0]):
        skip = 2  # "đơn vị cung cấp dịch vụ ..."
    for at in words[skip:_PARTNER_WORDS]:
        if starts_duty(text, at):
            stop = at
            break
    else:
        if len(words) > _PARTNER_WORDS:
            return None
    name = text[start:stop].strip(" ,")
    if bare_form(name).endswith(("dich vu", "thuc hien")):
        return None  # "cơ sở thực hiện dịch vụ thu gom, vận chuyển rác ...": of what is not told apart from the duty
    return name if len(name.split()) > 2 or head["part"] is None else None
