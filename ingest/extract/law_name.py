"""Laws, codes and ordinances cited by name: where the name begins and, harder, where it ends."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ingest.clean.fold import has_diacritics, strip_diacritics
from ingest.lexicons import rows

# Capitals tell "Luật Đất đai" from "pháp luật đất đai"; a text without diacritics has them, too.
_HEAD = re.compile(
    r"""
    (?<![^\W\d_])
    (?P<kind>(?<!đồng\ )(?<!toàn\ )[Bb]ộ[ \n][Ll]uật|BỘ[ \n]LUẬT|Bo[ \n][Ll]uat|BO[ \n]LUAT
      |(?<!pháp\ )(?<!Pháp\ )(?<!PHÁP\ )(?<!PHAP\ )(?:Luật|LUẬT|Luat|LUAT)
      |Pháp[ \n]lệnh|PHÁP[ \n]LỆNH|Phap[ \n]lenh|PHAP[ \n]LENH)
    (?![^\W\d_])
    """,
    re.VERBOSE,
)
_WORD = re.compile(r"[^\W_]+")
# Between two words of a name: a space, a comma or a dash, one line break.
_INSIDE = re.compile(r"[ \t]*[,–-]?[ \t]*\n?[ \t]*$")
_AMENDING = re.compile(
    r"\s+(?:sua\s+doi\s*,?\s*(?:va\s+)?bo\s+sung|sua\s+doi|bo\s+sung)\s+(?:mot\s+so\s+|cac\s+)?(?:noi\s+dung\s+|dieu\s+(?:\d+[a-z]?\s*(?:,|va)?\s*)*)?"
    r"(?:tai\s+)?(?:cua\s+)?(?:cac\s+|\d+\s+)?"
)
_JOINER = re.compile(r"\s*(?:,\s*(?:va\s+)?|;\s*|va\s+)(?:cua\s+)?")
_DRAFT = re.compile(r"(?:du\s+thao|du\s+an|xay\s+dung|hoi|doan|dai\s+hoc|khoa|cu\s+nhan|nganh|hoc)\s+$")
_LAW_JOINED = re.compile(r"\s*(?:,\s*(?:va\s+)?|va\s+)(?:cua\s+)?(?:bo\s+luat|luat|phap\s+lenh)\s")
# What closes a name that isn't listed: its number or its date.
# The name goes on neither over the next law ("Luật A, Luật B số 90/2025/QH15") nor over a paragraph.
_NEXT_LAW = (
    r"(?:,\s*(?:va\s+)?|;\s*|\s+va\s+)(?:cua\s+)?"
    r"(?:bo\s+luat|luat|phap\s+lenh|nghi\s+dinh|thong\s+tu|quyet\s+dinh|nghi\s+quyet|chi\s+thi|cong\s+van)\s"
)
_NAME = rf"(?P<name>(?:(?!{_NEXT_LAW})(?:[^;.:()/|\n\"“”]|\n(?!\n)|\(hiv/aids\))){{3,140}}?)"
_NUMBER = r"(?:so\s*:?\s+\d{1,3}/(?:19|20)\d\d/|(?:so\s+)?\d{1,3}/(?:19|20)\d\d/qh)"
_CLOSED = re.compile(rf"\s+{_NAME}\s*,?(?:\s+(?:duoc\s+)?(?:ban\s+hanh|thong\s+qua))?\s+(?:{_NUMBER}|ngay\s+\d)")
# Inside the title of an amending law the next law closes a name, too.
_CLOSED_INNER = re.compile(rf"\s+{_NAME}(?:\s*,?\s+(?:{_NUMBER}|ngay\s+\d)|(?={_NEXT_LAW}))")
# "Luật An ninh dữ liệu năm 2026; Luật Trí tuệ nhân tạo, Luật Quản lý thuế": what closes a name that has neither number
# nor date. A comma closes it only in front of the next document, for names hold commas, too.
_CLOSED_BARE = re.compile(
    rf"""
    \s+(?P<name>[^\W\d_]+(?:[\ \n](?!(?:va|hoac)\s+(?:cac|luat|nghi)\b)[^\W\d_]+){{1,10}}?)
    (?= \s+(?:(?<!viet\s)nam\s+|\()?(?:19|20)\d\d\b           # "Luật Dự trữ quốc gia 2012", no "Việt Nam 2019"
      | \s*(?:;|\)|\.(?:\s|$)|\||\n\s*[-+\n]|$) | \.\.|… | {_NEXT_LAW} | \s+va\s+cac\s)
    """,
    re.VERBOSE,
)
# In front of "Luật", where it is no law's name that follows: a firm, a school, a subject.
_NO_LAW = re.compile(
    r"(?:cong\s+ty|van\s+phong|hang|nganh|chuyen\s+nganh|truong|vien|tap\s+chi|tien\s+si|thac\s+si|mon|ban|bo\s+mon|phong|to"
    r"|de\s+cuong|ho\s+so|de\s+an|chinh\s+sach)\s+$"
)
_FIELDS = frozenset(("viet nam", "quoc te", "ha noi", "so huu tri tue quoc te", "kinh te", "hien hanh", "quy dinh"))
# What an amending law's title may end with: number or date behind words that no list of laws explains.
_TITLE_CLOSED = re.compile(
    rf"(?P<rest>(?:[^;.:()/|\n\"“”\d]|\(hiv/aids\)|\n(?!\n)|(?<=\s)\d{{1,2}}(?=\s+luat\b)){{3,600}}?)\s*,?\s+(?:{_NUMBER}|ngay\s+\d)"
)


# A sentence about a law, not its name: "Luật X có hiệu lực từ ngày 01/10/2025". As written, because without marks
# "từ" is "đầu tư", "đã" is "đa dạng", "kể" is "thống kê".
_SENTENCE = re.compile(
    r"\b(?:hiệu lực|được|này|đã|sẽ|kể từ|vừa|khi|thì|căn cứ|theo(?! phương thức| hợp đồng| hình thức))\b"
    r"|\b(?:từ|trước|sau|đến|vào|trong)$",
    re.IGNORECASE,
)
_SENTENCE_PLAIN = re.compile(
    r"\b(?:hieu luc|duoc|nay|se|ke tu|vua|thi|can cu|theo(?! phuong thuc| hop dong| hinh thuc))\b"
    r"|\b(?:tu|truoc|sau|den|vao|trong)$"
)


# A title line in front of the law's name in the text: "LUẬT ĐẤT ĐAI Luật Đất đai số ...".
_TWO_LAWS = re.compile(r"(?<=[^\W_])\s(?:Luật|LUẬT|Bộ luật|BỘ LUẬT)\s")


@dataclass(frozen=True, slots=True)
class LawName:
    """A law's name in a text: `title` as written ("Luật Đất đai"), `key` what spellings share."""

    start: int
    end: int
    kind: str  # "Luật" | "Bộ luật" | "Pháp lệnh"
    title: str
    key: str
    inner: bool = False  # named inside the title of an amending law


@cache
def _names() -> tuple[dict[tuple[str, tuple[str, ...]], str], int]:
    """(bare kind, bare words of a name) -> key; the greatest number of words."""
    names: dict[tuple[str, tuple[str, ...]], str] = {}
    for kind, name, also in rows("laws"):
        bare_kind = strip_diacritics(kind).lower()
        for form in (name, *filter(None, also.split(";"))):
            words = tuple(_WORD.findall(strip_diacritics(form).lower()))
            names[bare_kind, words] = law_key(kind, name)
    return names, max(len(words) for _, words in names)


def law_key(kind: str, name: str) -> str:
    """What spellings of a law's name have in common.

    >>> law_key("Luật", "Thi đua, khen thưởng") == law_key("LUẬT", "THI ĐUA KHEN THƯỞNG")
    True
    """
    return " ".join(_WORD.findall(strip_diacritics(f"{kind} {name}").lower()))


def _listed(text: str, bare: str, at: int, kind: str) -> tuple[int, str] | None:
    """End and key of the longest listed name that begins after `at`."""
    names, longest = _names()
    words: list[str] = []
    found: tuple[int, str] | None = None
    end = at
    for word in _WORD.finditer(bare, at, at + 160):
        if not _INSIDE.match(bare[end : word.start()]) or len(words) == longest:
            break
        words.append(word.group())
        end = word.end()
        # "CÁC LUẬT ĐƯỢC QUỐC HỘI THÔNG QUA": no "Luật Dược".
        if (key := names.get((kind, tuple(words)))) and text[at:end].strip().lower() != "được":
            found = (end, key)
    return found


_CALLED = re.compile(r"luat")
_ORDINANCE = re.compile(r"phap[ \n]lenh")


def _heads(text: str, bare: str) -> Iterator[re.Match[str]]:
    """All matches of `_HEAD`, left to right: sought where the bare text has such a word, five times as fast."""
    begun = [found.start() for found in _ORDINANCE.finditer(bare)]
    for found in _CALLED.finditer(bare):
        at = found.start()
        if bare[max(0, at - 3) : at] in ("bo ", "bo\n"):
            begun.append(at - 3)
        begun.append(at)
    after = 0
    for at in sorted(begun):
        if at >= after and (head := _HEAD.match(text, at)):
            after = head.end()
            yield head


def find_laws(text: str, bare: str) -> list[LawName]:
    """Laws cited by name, left to right; `bare` is `text` without diacritics in small letters.

    An amending law comes first, then the laws that its title names (`inner`).

    >>> def laws(text):
    ...     return [law.title for law in find_laws(text, strip_diacritics(text).lower())]
    >>> laws("theo Luật Ngân sách nhà nước và các quy định; Luật Cán bộ, công chức; pháp luật về đất đai")
    ['Luật Ngân sách nhà nước', 'Luật Cán bộ, công chức']
    >>> laws("Luật sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và Luật Đất đai ngày 22/11/2019")[1:]
    ['Luật Tổ chức Chính phủ', 'Luật Đất đai']
    >>> laws("trình độ đại học Luật; Hội Luật gia; Luật này; dự thảo Luật Đất đai; tại các Luật liên quan")
    []
    >>> laws("Căn cứ Luật Tình trạng khẩn cấp ngày 03 tháng 12 năm 2025;"), laws("CAN CU LUAT DAT DAI")
    (['Luật Tình trạng khẩn cấp'], ['LUAT DAT DAI'])
    >>> laws("(Luật An ninh dữ liệu, Luật Định danh và xác thực điện tử...); Luật Ghép mô năm 2026 và các nghị định")
    ['Luật An ninh dữ liệu', 'Luật Định danh và xác thực điện tử', 'Luật Ghép mô']
    >>> laws("Công ty Luật Minh Khuê; ngành Luật Kinh tế; Luật Giao dịch thì cần sửa; Luật Cạnh tranh mới;")
    ['Luật Cạnh tranh']
    """
    found: list[LawName] = []
    after = 0
    for head in _heads(text, bare):
        if head.start() < after or _DRAFT.search(bare, max(0, head.start() - 14), head.start()):
            continue
        kind = " ".join(bare[head.start() : head.end()].split())
        if amending := _AMENDING.match(bare, head.end()):
            inner = _inner_laws(text, bare, amending.end())
            if inner and (listed := _numbered_list(text, bare, amending.end(), inner[-1].end)):
                after = listed[-1].end
                title = " ".join(text[head.start() : after].split())
                found.append(LawName(head.start(), after, _KINDS[kind], title, law_key("", title)))
                found += listed
                continue
            whole = _amending_end(text, bare, inner[-1].end if inner else amending.end(), bool(inner))
            if whole and (not inner or whole > inner[-1].end):
                title = " ".join(text[head.start() : whole].split())
                found.append(LawName(head.start(), whole, _KINDS[kind], title, law_key("", title)))
                found += inner
                after = whole
                continue
            if inner:
                title = " ".join(text[head.start() : inner[-1].end].split())
                found.append(LawName(head.start(), inner[-1].end, _KINDS[kind], title, law_key("", title)))
                found += inner
                after = inner[-1].end
            continue
        if one := _one(text, bare, head.start(), head.end(), kind):
            found.append(one)
            after = one.end
    return found


# "... của Luật A số 31/2024/QH15, Luật B số 27/2023/QH15 và Luật C số 32/2024/QH15": the numbers of those amended.
_QH = r"\s+so\s*:?\s*\d{1,3}/(?:19|20)\d\d/qh\d{1,2}"
_MEMBER = rf"(?:bo\s+luat|luat)\s(?:(?!{_NEXT_LAW})[^;.:()/\n\d]|\n(?!\n)){{3,110}}?{_QH}"
_NUMBERED_LIST = re.compile(rf"(?:{_MEMBER})(?:\s*(?:,\s*(?:va\s+)?|\s+va\s+){_MEMBER})+")


def _numbered_list(text: str, bare: str, at: int, known: int) -> list[LawName]:
    """The laws, each with its number, that an amending law's title lists; empty where it doesn't.

    `at`: behind "một số điều của"; `known`: where the first law's name ends.
    """
    listed = _NUMBERED_LIST.match(bare, at)
    if listed is None or not re.match(_QH, bare[known:]):
        return []
    laws: list[LawName] = []
    for member in re.finditer(_MEMBER, bare[at : listed.end()]):
        start, stop = at + member.start(), at + member.end()
        kind = "bo luat" if bare.startswith("bo", start) else "luat"
        name = re.sub(_QH + "$", "", bare[start:stop])
        title = " ".join(text[start : start + len(name)].split())
        key = law_key(kind, name.split(maxsplit=len(kind.split()))[-1])
        laws.append(LawName(start, stop, _KINDS[kind], title, key, inner=True))
    return laws


_KINDS = {"luat": "Luật", "bo luat": "Bộ luật", "phap lenh": "Pháp lệnh"}


def _amending_end(text: str, bare: str, at: int, listed: bool) -> int | None:
    """Where an amending law's title ends whose laws are not all understood; None if nothing closes it.

    `at`: behind the laws that are understood, if `listed`.
    """
    if listed and not _JOINER.match(bare, at):
        return None
    closed = _TITLE_CLOSED.match(bare, at)
    if closed is None or _is_sentence(text[slice(*closed.span("rest"))]):
        return None
    # Behind understood laws only further ones; else another document of the list would be swallowed.
    if listed and not re.match(
        r"\s*(?:,\s*(?:va\s+)?|va\s+)(?:cua\s+)?(?:bo\s+luat|luat|phap\s+lenh)\s", closed["rest"]
    ):
        return None
    return closed.end("rest")


def _is_sentence(written: str) -> bool:
    if has_diacritics(written):
        return _SENTENCE.search(written) is not None
    return _SENTENCE_PLAIN.search(written.lower()) is not None


def _one(text: str, bare: str, start: int, at: int, kind: str, inner: bool = False) -> LawName | None:
    listed = _listed(text, bare, at, kind)
    closed = (_CLOSED_INNER if inner else _CLOSED).match(bare, at)
    if closed:
        written = text[slice(*closed.span("name"))]
        small = not written[0].isupper() and (
            _NO_NAME.match(closed["name"]) is not None or _LOOSE.search(written) is not None
        )
        if small or _is_sentence(written) or _TWO_LAWS.search(written) or re.search(r"(?:19|20)\d\d", written):
            closed = None
    if closed is None and listed is None:
        closed = _bare(text, bare, start, at, inner)
    # "Luật Đầu tư" is listed, "Luật Đầu tư mạo hiểm số 12/2026/QH15" has a name of its own.
    if closed and (listed is None or _goes_on(bare[listed[0] : closed.end("name")])):
        end, key = closed.end("name"), law_key(kind, closed["name"])
    elif listed:
        end, key = listed
    else:
        return None
    return LawName(start, end, _KINDS[kind], " ".join(text[start:end].split()), key, inner)


def _bare(text: str, bare: str, start: int, at: int, inner: bool) -> re.Match[str] | None:
    """A name that isn't listed and that neither number nor date closes, where its capital and its end show it.

    `inner`: an amending law's title, which names a law in small letters, too: "... của Luật X và Luật đê điều."
    """
    closed = _CLOSED_BARE.match(bare, at, at + 120)
    if closed is None or _NO_LAW.search(bare, max(0, start - 16), start):
        return None
    written = text[slice(*closed.span("name"))]
    words = written.split()
    if written.isupper() or len(words) < 2 or _is_sentence(written):
        return None
    if inner and not written[0].isupper():
        if _NO_NAME.match(closed["name"]) and not written.startswith("đê "):  # no "để"
            return None
    elif not written[0].isupper():  # as before about 2015: "Luật các công cụ chuyển nhượng, Pháp lệnh Ngoại hối"
        next_law = re.match(rf"{_NEXT_LAW}|\s+nam\s+(?:19|20)\d\d", bare[closed.end("name") :])
        if next_law is None or len(words) < 3 or _NO_NAME.match(closed["name"]):
            return None
    if " ".join(closed["name"].split()) in _FIELDS or _LOOSE.search(written) or _LOOSE_END.search(closed["name"]):
        return None
    return closed


# What no name in small letters begins with: "Luật này", "Luật số 5", "Luật được Quốc hội thông qua".
_NO_NAME = re.compile(
    r"(?:nay|so|tren|do|duoc|co|cua|va|hoac|la|nam|ngay|hien|moi|cu|goc|chuyen|lien|tuong|ve|theo|tai|khi|thi|da|se|chua|khong"
    r"|phai|nhu|voi|de|khac|gia|su|dinh|phap|hoc|trong|quoc\s+hoi|nuoc|dan|ban|sua|bo\s+sung|neu|cho|quy\s+dinh|tuc)\b"
)
# Words that no law's name holds, or ends with.
_LOOSE = re.compile(
    r"\b(?:là|phải|cần|cho|như|còn|có hiệu|quy định|sửa đổi|bổ sung|mới|hiện|chưa|không|đối với|tại|trên|do|để"
    r"|nhằm|khác)\b"
)
_LOOSE_END = re.compile(r"\b(?:va|hoac|cua|ve|voi|theo|do|de|trong|so|nam|ngay|tren|tai|cac|nay|do)$")


def _goes_on(rest: str) -> bool:
    """Whether words behind a listed name belong to the name: no joiner, no year, no verb ("ban hành ngày")."""
    return re.fullmatch(r"(?:\s+[^\W\d_]+){1,8}", rest) is not None and not re.match(
        r"\s+(?:va|hoac|so|nam|ngay|cua|cac|hien|do|tai|ban|thong|sua|bo\s+sung|quoc|moi|ky|cu|nhu|quy|lan|khoa)\b",
        rest,
    )


def _inner_laws(text: str, bare: str, at: int) -> list[LawName]:
    laws: list[LawName] = []
    while head := _HEAD.match(text, at):
        kind = " ".join(bare[head.start() : head.end()].split())
        law = _one(text, bare, head.start(), head.end(), kind, inner=True)
        if law is None:
            break
        laws.append(law)
        joiner = _JOINER.match(bare, law.end)
        # "...; Luật B" after a semicolon is the next item of the list, not a part of the title.
        if not joiner or ";" in joiner.group():
            break
        at = joiner.end()
    return laws
