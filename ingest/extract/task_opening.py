"""Lines that say whose duty the lines below them are, or that they are nobody's."""

from __future__ import annotations

import re
from dataclasses import replace

from ingest.clean.letters import UPPER
from ingest.extract.asked_unit import asked_at_end, asked_of
from ingest.extract.assign import read_assignment
from ingest.extract.assignment import Assignment
from ingest.extract.bare_form import bare_form
from ingest.extract.coordination import read_partners
from ingest.extract.duty_word import begins_at_once
from ingest.extract.find_assign import find_assignment
from ingest.extract.list_line import line_label
from ingest.extract.no_task import MIN_WORDS
from ingest.extract.owner import read_owner
from ingest.extract.speaks_of import is_only_units, speaks_of
from ingest.extract.task_line import Line
from ingest.extract.task_owner import FORCES, NO_DUTIES, NOBODY, Owners, heads_articles, of_another_organ
from ingest.extract.task_part import ASSIGNING, Parts
from ingest.extract.task_told import deadline_in, handed_down
from ingest.parse.label import Style

_RIGHTS_FOLLOW = re.compile(
    r"^(?![^:]*\b(?:nghia\s+vu|trach\s+nhiem|nhiem\s+vu)\b)[^:]*\b(?:co\s+(?:cac\s+)?|cac\s+)(?:quyen(?:\s+han)?|tham\s+quyen)"
    r"(?:\s+sau(?:\s+day)?)?\s*:$"
)
# "Quỹ được hình thành từ các nguồn sau:", "Hồ sơ gồm:": things stand below, no work
_THINGS_FOLLOW = re.compile(
    r"""
    \b(?:nguon(?:\s+(?:thu|von|kinh\s+phi))?|loai\s[^:;.,]{2,40}?|tai\s+lieu|ho\s+so|giay\s+to|tieu\s+(?:chi|chuan)|dieu\s+kien
      |truong\s+hop|doi\s+tuong|thong\s+tin|nguyen\s+tac|khoan\s+(?:thu|chi)|thanh\s+phan)
    \s+(?:sau(?:\s+day)?|(?:bao\s+)?gom(?:\s+co)?)\s*:$
    |\b(?:de\s+an|bao\s+cao|phuong\s+an|to\s+trinh|ho\s+so|van\s+ban|don|bien\s+ban)\b[^:;.]{0,60}?\b(?:bao\s+)?gom\s+(?:co\s+)?
     (?:(?:cac|nhung)\s+)?(?:noi\s+dung|thong\s+tin|tai\s+lieu|phan)\b[^:;.]{0,30}:$
    """,
    re.VERBOSE,
)
# "... ban hành. Điều 39. Hồ sơ giải quyết": an article begins inside a line
_ARTICLE_INSIDE = re.compile(rf"[.;:]\s+(?:Điều|Dieu)\s+\d{{1,3}}\.\s+[{UPPER}]")
# "..., đề nghị các tổ chức, cá nhân liên hệ tới các địa chỉ sau:": people and telephones
_WHERE_TO_ASK = re.compile(r"\blien\s+(?:he|lac)\b[^;.]{0,120}:$")
_TO_BE_SIGNED = re.compile(r"\(\s*(?:ky\s*(?:,|ten|va|ghi|dong)|chu\s+ky|dong\s+dau)")
_ALONE = re.compile(r"(?:Riêng|Rieng)\s")  # "... Riêng UBND phường A chỉ đạo các cơ sở giáo dục:"


def _no_duties_follow(line: str) -> bool:
    """True for a line that opens a list of rights, of things or of whom to ask."""
    bare = bare_form(line)
    if _WHERE_TO_ASK.search(bare):
        return True
    return _RIGHTS_FOLLOW.search(bare) is not None or _THINGS_FOLLOW.search(bare, max(0, len(bare) - 80)) is not None


def breaks_off(line: Line, owners: Owners) -> bool:
    """True for a line from which on nobody is told to do anything."""
    inside = line.path and not line.opens and ("iều " in line.body or "ieu " in line.body)
    # of a model form: who stands above it signs it
    signed = line.body.startswith("(") and _TO_BE_SIGNED.match(bare_form(line.body[:40]))
    if not signed and not (inside and _ARTICLE_INSIDE.search(line.body)):
        return False
    owners.local = []
    owners.sections |= {section.start: NOBODY for section in line.path}
    return True


def opens_no_duties(line: Line, owners: Owners) -> bool:
    """True for a line below which rights or things stand, or articles with units of their own."""
    if line.opens and heads_articles(line.path[-1]):
        owners.sections[line.section] = None
        return True
    if not line.body.endswith(":") or not _no_duties_follow(line.body):
        return False
    if line.opens:
        owners.sections[line.section] = NOBODY
    else:
        owners.put(line, NOBODY)
    return True


def describes(line: Line, parts: Parts) -> bool:
    """True for a line that says of whom a body or a force is made up."""
    if line.path and parts.describes_body(line.path[-1], line.path[-1].heading.strip(" *_")):
        return True
    return parts.rules and FORCES.match(bare_form(line.body[:60])) is not None


def heads_section(line: Line, owners: Owners, described: bool) -> bool:
    """True for the first line of a section that names whose duties stand in it."""
    if not line.opens or described or line.kind in NO_DUTIES or len(line.body) >= 400 or line.is_title:
        return False
    named = read_owner(line.body)
    if named is None:
        return False
    owners.sections[line.section] = replace(named, said_by=line.body)
    return True


def owner_above(line: Line, owners: Owners) -> Assignment | None:
    """Whose duty a line is by what stands above it."""
    owner = owners.of_item(line.path, line.block.start if line.opens else -1)
    if line.kind in NO_DUTIES and owner is not None and owners.is_handed_into(line.path[-1], owner):
        return None
    return owner


def names_owner(line: Line, owners: Owners, described: bool) -> bool:
    """True for a line that says no more than whose duties stand below; a heading before more is cut off."""
    heading = line.path[-1].heading if line.opens else ""
    if heading and line.body.startswith((heading + ";", heading + ",")):
        owners.sections[line.section] = None  # "3. Báo tỉnh; Đài tỉnh tăng thời lượng ...": cut inside a list
    if heading and (unit := owners.of_section(line.path[-1])) is not None:
        rest = line.body[len(heading) :].strip(" .:") if line.body.startswith(heading) else ""
        if len(rest.split()) < MIN_WORDS:
            return True
        cut = line.at + line.text[line.at :].find(heading) + len(heading)
        lead = len(line.text[cut:]) - len(line.text[cut:].lstrip(" .:;–-"))
        line.owner = unit
        line.begin_at(cut + lead)
        return False
    short = line.body.endswith(":") or len(line.body) < 120 or is_only_units(line.body)
    if not short or (line.opens and described) or line.is_title or line.kind in NO_DUTIES:
        return False
    named = read_owner(line.body)
    if named is None:
        return False
    if line.body.endswith(":") or line.heads_deeper or _heads_paragraph(line):
        owners.put(line, replace(named, said_by=line.body))
        owners.below = line.rank > 0
    return True


def _heads_paragraph(line: Line) -> bool:
    """ "3. Các khu phố" in a list, and its work in a paragraph of its own below."""
    following = line.following
    if line.label is None or line.label.style is Style.BULLET or line.kind not in ASSIGNING:
        return False
    if line.body.endswith((".", ";", ",")) or following is None or following.table is not None:
        return False
    return line_label(following.text) is None and begins_at_once(following.text)


def names_partners(line: Line, owners: Owners) -> bool:
    """ "1. Sở A / a) Chủ trì, phối hợp với Sở B: / - ...": the items below are done with those units."""
    if line.owner is None or line.kind in NO_DUTIES:
        return False
    deeper = line.text.rstrip(" *_").endswith(":") or line.heads_deeper
    owner = owners.of_item(line.path, line.section if line.opens else -1)
    if owner is None or not deeper or not (partners := read_partners(line.text, line.at)):
        return False
    handed = replace(owner, coordinate=partners, deadline=deadline_in(line.text[line.at :]) or owner.deadline)
    if line.opens:
        owners.sections[line.section] = handed
    else:
        owners.put(line, handed)
    return True


_ASKS = re.compile(r"(?:Đề nghị|De nghi|Yêu cầu|Yeu cau|Giao)\s")
# The list holds texts to be read, no duties.
_LISTS_TEXTS = re.compile(
    r"(?:Luật|Luat|Nghị định|Nghi dinh|Nghị quyết|Nghi quyet|Thông tư|Thong tu|Chỉ thị|Chi thi"
    r"|Quyết định|Quyet dinh|Kế hoạch|Ke hoach"
    r"|Công văn|Cong van)\s[^;]{0,60}?\b(?:số|so|ngày|ngay)\s+\d"
)


def asks_before_list(line: Line) -> Line | None:
    """The sentences of a line that ask units to do something, in front of the one that opens a list.

    "Đề nghị UBND các xã rà soát ... . Riêng Sở A thực hiện các nội dung sau:". The whole line, where texts are listed.
    """
    text, at = line.text, line.at
    if not _ASKS.match(text, at):
        return None
    following = line.following.text if line.following is not None else ""
    label = line_label(following)
    if _LISTS_TEXTS.match(following, label.end if label is not None else 0):
        end = len(text.rstrip(" *_:"))
    else:
        end = text.rfind(". ", at) + 1
    told = read_assignment(text, at) if end > at else None
    if told is None or not told.ordered or told.whole or told.end >= end:
        return None
    block = replace(line.block, text=text[:end], end=line.block.start + end)
    return replace(line, block=block, body=text[at:end].strip(" *_"), following=None, owner=None)


def introduces_list(line: Line, owners: Owners) -> None:
    """Whose duties stand below a line that ends with a colon, which opens no section."""
    text, at, owner = line.text, line.at, line.owner
    sentence = text.rfind(". ", at) + 2
    alone = read_assignment(text, sentence) if sentence > 2 and _ALONE.match(text, sentence) else None
    own = replace(alone, ordered=True) if alone else find_assignment(text, at, owner is not None)
    if owner is None and (own is None or not own.ordered):
        own = asked_of(text, at) or asked_at_end(text, at) or own
    if line.kind in NO_DUTIES:
        return
    if own is not None and (own.ordered or line.kind in ASSIGNING):
        owners.put(line, replace(own, deadline=deadline_in(text[at:]), said_by=line.body))
    elif own is None and owner is not None:
        # "Khi ..., ban tổ chức cuộc thi có trách nhiệm:": somebody else, who can't be read
        told = line.body.endswith(("có trách nhiệm:", "co trach nhiem:")) and not begins_at_once(line.body)
        other = told and not speaks_of(bare_form(line.body), owner)
        owners.put(line, NOBODY if other else handed_down(owner, text, at))


def introduces_section(line: Line, owners: Owners) -> bool:
    """True for the first line of a section, ending with a colon, that says whose duties stand in it."""
    text, at, owner = line.text, line.at, line.owner
    if not line.opens or not line.body.endswith(":") or line.kind in NO_DUTIES:
        return False
    asked = asked_of(text, at)
    opening = asked or find_assignment(text, at, owner is not None)
    if opening is None:
        if owner is not None:
            owners.sections[line.section] = of_another_organ(text, at, line.body, owner) or handed_down(owner, text, at)
        return owner is not None
    deadline = deadline_in(text[at:])
    # a line that names a unit alone may list things ("cập nhật dữ liệu sau:"), no duties
    told = line.body.endswith(("trách nhiệm:", "trach nhiem:"))
    if not asked and not (opening.ordered and (opening.coordinate or deadline or told)):
        return False
    owners.sections[line.section] = replace(opening, deadline=deadline, said_by=line.body)
    return True
