"""What a document does with a document that it cites, from the words in front of the citation.

All functions take text without diacritics in small letters, white space squeezed to one blank.
"""

from __future__ import annotations

import re

MAX_PREFIX = 600  # characters of a clause in front of a citation that are looked at
# Strongest first; a document cited in several ways has the strongest one.
STRENGTH = ("amends", "replaces", "repeals", "attached_to", "basis", "implements", "refers")

#: Relations that change the force of the cited document.
CHANGES = ("amends", "replaces", "repeals")

# List labels and what may stand in front of a citation without governing it.
_LABEL = re.compile(
    r"^(?:[\s\-–+*•\"“'(]|\[?\d{1,3}\]?[.)]\s|\d+(?:\.\d+)+\.?\s|[a-zđ]\)\s|[ivx]{1,5}\.\s|(?:dieu|khoan)\s+\d+[a-z]?[.:]?\s)+"
)
_ONLY_JOINER = re.compile(r"^(?:[\s,;:\"“(]|va|cung|cac|noi dung|hoac|dong thoi|voi)*$")
_JOINER_TAIL = re.compile(r"(?:,|;|\bva|\bhoac|\bcung(?: voi)?)\s*(?:cac\s*)?(?:[\"“(]\s*)?$")

# Parts of the patterns below; blanks escaped, because they also stand in verbose patterns.
_CHANGE = r"(?:(?:sua\ doi|dieu\ chinh),?\ ?(?:va\ )?bo\ sung|bo\ sung,?\ ?sua\ doi|sua\ doi|dieu\ chinh|bo\ sung)"
_KINDS = r"(?:thong\ tu|quyet\ dinh|nghi\ dinh|nghi\ quyet|ke\ hoach|luat)"
_OWN = (
    r"(?:quyet\ dinh|ke\ hoach|thong\ tu|nghi\ dinh|nghi\ quyet|chi\ thi|van\ ban|quy\ che|quy\ dinh|luat|de\ an"
    r"|chuong\ trinh|thong\ bao|huong\ dan)\ nay"
)
# Procedures and lists are taken out of what another decision published: "bãi bỏ 02 thủ tục hành chính ... kèm theo".
_PUBLISHED_WITH = (
    r"(?:(?:so\ )?\d{1,3}\ )?(?:tthc|thu\ tuc(?:\ hanh\ chinh)?|danh\ muc)\b"
    r"(?:(?!\ tai\ quyet|\ thuc\ hien\b|\bphu\ hop\ voi\b|\ boi\b|\btheo\ quyet)"
    r"(?:[^;:()]|\([^()]{0,80}\))){0,220}?\ kem\ theo"
)
# What is changed in a document, up to its name: "khoản 2 Điều 3 của", never another document's words.
# "Quy định ban hành kèm theo" belongs to it, too.
_REACH = r"(?:(?!(?<!\bkem)(?<!ban\ hanh)\ theo\b|\ tai\ quyet|\ thuc\ hien\b|\ phu\ hop\ voi\b|\ boi\b)[^;:()]){0,140}"
# "các Quyết định sau:"
_LISTED = (
    r"(?:\ (?:cac\ )?(?:quyet\ dinh|van\ ban|thong\ tu|nghi\ dinh|nghi\ quyet|chi\ thi|ke\ hoach)"
    r"(?:\ (?:sau(?:\ day)?|truoc\ day))?)?\s*:?\s*$"
)
_AMENDS = re.compile(
    rf"""
    (?: ^(?:ve\ (?:viec\ )?)?(?:noi\ dung\ )?
      | {_OWN}[^;]{{0,90}}?\b
      | ^(?:[^;:]{{0,80}}\b)?ban\ hanh\ {_KINDS}\ (?:ve\ (?:viec\ )?)?
      | ^{_KINDS}\ (?:ve\ (?:viec\ )?)? )
    (?<!\bduoc\ )(?<!\bbi\ )(?<!sua\ doi,\ )(?<!sua\ doi\ ){_CHANGE}\b{_REACH}$   # no half of "được sửa đổi, bổ sung"
    """,
    re.VERBOSE,
)
# A change that is still to come, or that others make: "Bộ Tài chính chưa ban hành Thông tư sửa đổi ...".
_INTENDED = re.compile(
    r"\b(?:chua|dang|som|tham muu|(?<!chuong )(?<!quy )(?<!cong )trinh|de nghi|kien nghi|nghien cuu"
    r"|xem xet|du thao|cho|sau khi|khi)\b"
)
# "Thay thế cụm từ “A” bằng cụm từ “B” tại Điều 5", "Bỏ cụm từ ... tại khoản 2": words of it are changed.
_WORDS_CHANGED = re.compile(
    r"(?:^|\bquyet dinh nay )(?:(?:\d{1,2}|[a-zđ])[.)] )?(?:thay the|thay|bo|bai bo|bo sung|sua) (?:cac |mot so )?"
    r"(?:cum )?tu\b[^;]{0,400}?\b(?:tai|cua|trong) "
    r"(?:(?:cac |ten )?(?:diem|khoan|dieu|muc|chuong|phu luc|tieu de|quy dinh|quy che)\b[^;:]{0,120})?$"
)
_CHANGED = re.compile(rf"{_CHANGE}\b{_REACH}$")
_REPLACES = re.compile(
    rf"""
    (?: (?:{_OWN}|co\ hieu\ luc|hieu\ luc\ thi\ hanh|ngay\ ky)[^;]{{0,140}}?\b | ^ | ^(?:va\ |(?:va\ )?dong\ thoi\ ) )
    (?<!\bduoc\ )(?<!\bbi\ )(?:thay\ the|thay\ cho)(?:\ cho)?(?:\ toan\ bo)?(?:\ cac)?
    (?:\ (?:noi\ dung|quy\ dinh|quy\ che|de\ an|phu\ luc|danh\ muc)\b{_REACH})?{_LISTED}
    """,
    re.VERBOSE,
)
_REPEALS = re.compile(
    rf"""
    (?: (?:{_OWN}|co\ hieu\ luc|hieu\ luc\ thi\ hanh|ngay\ ky)[^;]{{0,140}}?\b | ^ | ^(?:va\ |(?:va\ )?dong\ thoi\ ) )
    (?<!\bduoc\ )(?<!\bbi\ )(?:bai\ bo|(?:thu\ hoi(?:\ va|,)\ )?huy\ bo|cham\ dut\ hieu\ luc(?:\ cua)?)
    (?:\ toan\ bo|\ mot\ phan)?(?:\ cac)?
    (?:\ (?:noi\ dung|khoan|diem|dieu|muc|quy\ dinh|quy\ che|phu\ luc)\b{_REACH}|\ {_PUBLISHED_WITH})?{_LISTED}
    """,
    re.VERBOSE,
)
_TO_END = (
    r"\b(?:(?<!vb )(?<!ngay )(?<!bo )het hieu luc(?!\s*:)|duoc bai bo|bi bai bo"
    r"|duoc thay the (?:boi|bang) (?:van ban|\w+ \w+) nay)"
)
_ENDS = re.compile(rf"^(?:[^;.\]]|\.(?=\d)){{0,160}}?{_TO_END}")
# The subject of the sentence may have a long title, and documents that amended it, in front of the verb.
_SUBJECT_ENDS = re.compile(rf"^(?:[^;.\]]|\.(?=\d)){{0,700}}?{_TO_END}")
_PUBLISHED = re.compile(
    r"\b(?:thu tuc|danh muc|cong bo)\b.*\bbai bo$|\b(?:van ban|vb)(?: quy pham phap luat| qppl)?(?: da)? het hieu luc$"
)
# "Các Nghị quyết sau đây hết hiệu lực kể từ ngày Nghị quyết này có hiệu lực: số 15/2013/NQ-HĐND".
_ENDING = re.compile(
    r"\b(?:quyet dinh|nghi quyet|van ban|thong tu|chi thi|nghi dinh)\b[^;:.]{0,80}"
    r"\bsau(?: day)?(?: cua [^;:.]{3,60})? het hieu luc\b[^;:.]{0,100}:\s*(?:(?:[a-zđ]|\d{1,2})[.)]|-)?\s*$"
)
_ATTACHED = re.compile(
    r"^(?:duoc )?(?:ban hanh |phe duyet )?kem theo\s*(?:toan van )?$|^phu luc[^;.]{0,60}\(?(?:ban hanh )?kem theo\s*$"
)
_BASIS = re.compile(r"^(?:cac )?can cu\b|(?:,|\bva) can cu (?:cac |vao )?$")
# "Căn cứ kết quả kiểm tra, ... theo Luật A": what is done rests on the result, not on the law.
_LOOSE_BASIS = re.compile(r"\b(?:ket qua|tinh hinh|so lieu|thuc te|muc do)\b.{0,160}\b(?:theo|cua|tai)\s*$")
# "Căn cứ các quy định trên, đối với ...", "Căn cứ kế hoạch, Sở thực hiện Quyết định": the sentence has gone on.
_OWN_CLAUSE = re.compile(
    r"\b(?:quy dinh|noi dung|can cu|van ban|cac) (?:da )?(?:tren|neu tren|noi tren|vien dan|trich dan)\b"
    r"|\bquy dinh nay\b|,\s*(?:hien tai|hien nay|den nay)\b"
    r"|\bdoi voi truong hop\b"
    r"|,[^,]*\b(?:thi|thuc hien|de nghi|yeu cau|(?<!duoc )giao|phai|bao cao|ap dung|ra soat|tham muu|ban hanh"
    r"|trien khai|co trach nhiem)\b"
)
_PROPOSED = re.compile(r"^(?:theo|xet|tren co so) (?:de nghi|de xuat|to trinh|bao cao|ket qua|y kien)")
# "Thực hiện", with adverbs but without a preposition up to the citation.
_IMPLEMENTS = re.compile(
    r"""
    \b(?:trien\ khai,?\ (?:to\ chuc\ )?thuc\ hien|to\ chuc\ (?:trien\ khai\ )?(?:thuc\ hien|thi\ hanh)
      |thuc\ hien|trien\ khai|thi\ hanh|cu\ the\ hoa|chap\ hanh|the\ che\ hoa)
    (?:(?:\s*,\s*|\s+)(?:nghiem|tuc|tot|co|hieu|qua|kip|thoi|day|du|dong|bo|quyet|liet|toan|dien|chat|luong|dung|cac|noi|moi
        |dung|va|thong|nhat|manh|me|triet|de|sau|rong|nhiem|vu|giai|phap|muc|tieu|quy|dinh|thang|loi|tiep|thi|hanh|thuc|hien|tinh|than|chi
        |tiet|mot|so|trong|giai|doan|nam|den|thuong|xuyen|tam|linh|hoat|sang|tao|\d+|-))*
    (?:\s+(?:cua|trong|tai))?\s*,?\s*$                             # "Thực hiện, Luật Địa chất ..."
    """,
    re.VERBOSE,
)
# "Thực hiện các văn bản chỉ đạo của Chính phủ, như:"
_IMPLEMENTS_LIST = re.compile(
    r"^(?:tiep tuc |nghiem tuc )?(?:to chuc |quan triet, )?(?:trien khai )?(?:thuc hien |trien khai )"
    r"(?:nghiem (?:tuc )?|tot |co hieu qua )?(?:cac |nhung )?"
    r"(?:van ban|chi dao|y kien chi dao|chu truong|nghi quyet|quyet dinh|chi thi"
    r"|(?<=cac )(?:ke hoach|chuong trinh|de an|ket luan|cong dien|cong van|thong bao|huong dan|nghi dinh|thong tu"
    r"|luat))\b"
    r"[^:;.]{0,110}:\s*(?:(?:cac )?[a-z ]{2,30}:\s*)?$"
)
# "Thực hiện quy định tại khoản 3 Điều 10 Nghị định", "các nhiệm vụ được giao tại Mục II Kế hoạch": a part of it.
_THROUGH_PART = re.compile(
    r"(?P<what>\b(?:quy dinh|nhiem vu|noi dung|muc tieu|chi tieu|giai phap))(?: (?:da )?(?:duoc )?(?:giao|de ra|neu))? "
    r"(?:tai|cua|trong) (?:(?:diem|khoan|dieu|muc|phan|chuong|phu luc) (?:[\divx]+[a-z]?|[a-zđ])(?:,? va |,? ))*"
    r"(?:cua )?$"
)
# "Thực hiện khoản 2 Điều 12 (của) Nghị định".
_PART_DONE = re.compile(
    r"(?<=\bthuc hien )(?:(?:diem|khoan|dieu|muc|phan|chuong) (?:[\divx]+[a-z]?|[a-zđ])(?:,? va |,? ))+(?:cua )?$"
)
_PART_LAST = re.compile(r"(?:diem|khoan|dieu|muc|phan|chuong|luc) \w+,? $")
# "Tình hình thực hiện Chỉ thị số 5": a heading of the one that carries it out.
_STATE_OF = re.compile(r"^tinh hinh (?:trien khai |to chuc )*(?:thuc hien|thi hanh) $")
# "triển khai có hiệu quả Đề án 06, Nghị quyết số": members of the list that have no number.
_NICKNAMED = re.compile(
    r"(?:duong loi|chu truong|quan diem)\b[^;.:]{1,90},\s+$"
    r"|(?:(?:de an|chien luoc|chuong trinh|nghi quyet|ket luan|luat)\s(?!.{0,40}\b(?:ve|cua|theo)\b)"
    r"[^,;.:]{1,50}(?:,| va)\s+)+$"
    r"|(?:(?:nghi dinh|thong tu|quyet dinh|chi thi|ke hoach) (?:so )?\d+(?:,| va)\s+)+$"
)
# Reports on what was done: "sau 8 năm thực hiện", "kết quả thực hiện", "việc thực hiện ... còn chậm".
_REPORTED = re.compile(
    r"\b(?:viec|kinh phi|nguon luc|hieu luc|huong dan|quy dinh chi tiet"
    r"|ket qua|tinh hinh|qua trinh|nam|thang|khi|so ket|tong ket|danh gia|cong tac|thoi gian|tien do|bao cao"
    r"|kiem tra|duoc|(?:tam )?(?:dung|ngung)|cham dut|dinh chi|khong|chua)"
    r"(?: trien khai| to chuc| viec)? $"
)
# "V/v triển khai thực hiện Nghị quyết": the subject of a letter, the title of a decision.
_ON_DOING = re.compile(r"(?:ve viec|v/v)(?: to chuc| trien khai)? ")
_PREPOSITION = re.compile(
    r"\b(?:theo|tai|boi|cua|trong|voi|bang|tu|quy dinh)\s*(?:cac )?"
    r"(?:diem|khoan|dieu|muc|phu luc|chuong)?[\w\s,]{0,40}$"
)


def bare_prefix(text: str) -> str:
    """White space squeezed, list labels taken off.

    >>> bare_prefix("dieu 1. sua doi,  bo sung mot so dieu cua "), bare_prefix("- "), bare_prefix("a) ")
    ('sua doi, bo sung mot so dieu cua ', '', '')
    """
    squeezed = re.sub(r"\s+", " ", text)
    return _LABEL.sub("", squeezed if squeezed.endswith(" ") else squeezed + " ").lstrip()


def is_joiner(text: str) -> bool:
    """Whether two citations with `text` between them stand in one list."""
    return bool(_ONLY_JOINER.match(re.sub(r"\s+", " ", text)))


_PART_WORD = re.compile(
    r"(?:cac|nhung|toan|bo|quy|dinh|noi|dung|phu|luc|danh|muc|diem|khoan|dieu|chuong|cua|tai|va|\d+[a-z]?|[a-zđ]|[ivx]+)[,;]?"
)


def is_subject(prefix: str) -> bool:
    """Whether nothing but a part of the citation itself stands in front of it in its sentence.

    >>> is_subject(""), is_subject("khoan 2 dieu 5 "), is_subject("theo ")
    (True, True, False)
    """
    words = prefix.split()
    return len(words) < 20 and all(_PART_WORD.fullmatch(word) for word in words)


def ends_in_joiner(text: str) -> bool:
    """Whether `text` ends so that what follows continues a list: ", ", " và ".

    >>> ends_in_joiner("ve phat trien kinh te tu nhan, "), ends_in_joiner("thuc hien ")
    (True, False)
    """
    return bool(_JOINER_TAIL.search(text))


def governing(prefix: str, own_title: bool = False) -> str | None:
    """Relation that the words from the beginning of the clause to the citation give; None if they give none.

    >>> governing("sua doi, bo sung mot so dieu cua "), governing("can cu ")
    ('amends', 'basis')
    >>> governing("quyet dinh nay co hieu luc ke tu ngay ky, thay the "), governing("bai bo cac ")
    ('replaces', 'repeals')
    >>> governing("dong thoi thay the "), governing("va dong thoi bai bo ")
    ('replaces', 'repeals')
    >>> governing("tiep tuc trien khai thuc hien tot "), governing("thuc hien theo quy dinh tai ")
    ('implements', 'refers')
    >>> governing("thuc hien, "), governing("ngung hieu luc thi hanh ")
    ('implements', 'refers')
    >>> governing("thuc hien quy dinh tai diem b khoan 3 dieu 10 "), governing("thuc hien dung quy dinh tai dieu 5 ")
    ('implements', 'refers')
    >>> governing("ve viec trien khai thuc hien "), governing("so noi vu bao cao viec thuc hien ")
    ('implements', 'refers')
    >>> governing("dung thuc hien "), governing("thu hoi va huy bo ")
    ('refers', 'repeals')
    >>> governing("tinh hinh thuc hien "), governing("thuc hien cac ke hoach cua uy ban nhan dan tinh: ")
    ('implements', 'implements')
    >>> governing('thay the cum tu "so ke hoach" bang cum tu "so tai chinh" tai khoan 2 dieu 5 ')
    'amends'
    >>> governing("sau 8 nam trien khai thuc hien "), governing("bo dang xay dung nghi dinh sua doi, bo sung ")
    ('refers', None)
    >>> governing("theo de nghi cua giam doc so noi vu tai "), governing("ban hanh kem theo ")
    ('refers', 'attached_to')
    """
    if not prefix.strip(' ,"“('):
        return None
    if len(prefix) > MAX_PREFIX:  # no sentence; the mark keeps "^" from matching in its middle
        prefix = "~ " + prefix[-MAX_PREFIX:]
    if _PROPOSED.match(prefix):
        return "refers"
    if (
        _BASIS.search(prefix)
        and len(prefix) < 160
        and not _LOOSE_BASIS.search(prefix)
        and not _OWN_CLAUSE.search(prefix)
    ):
        return "basis"
    if _REPLACES.search(prefix):
        return "replaces"
    if _REPEALS.search(prefix) or _ENDING.search(prefix):
        return "repeals"
    amending = _WORDS_CHANGED.search(prefix) or _AMENDS.search(prefix) or (own_title and _CHANGED.search(prefix))
    if amending and not _INTENDED.search(prefix):
        return "amends"
    if _ATTACHED.match(prefix):
        return "attached_to"
    tail = prefix[-260:]
    if _IMPLEMENTS_LIST.match(prefix) or _STATE_OF.match(prefix):
        return "implements"
    words = _NICKNAMED.sub("", tail)
    if words.endswith(("tai ", "cua ", "trong ")) or _PART_LAST.search(words, max(0, len(words) - 16)):
        words = _PART_DONE.sub("", _THROUGH_PART.sub(r"\g<what> cua ", words))
    if found := _IMPLEMENTS.search(words):
        # "chấp hành đúng các quy định tại Luật": to obey is not to carry out.
        # "được chỉ đạo thực hiện tại Công văn": where it was said that it be carried out.
        obeyed = (
            re.search(r"\b(?:thuc hien|trien khai|thi hanh) tai $", found[0])
            or (_REPORTED.search(tail[: found.start()]) and not _ON_DOING.fullmatch(prefix[: -len(found[0])]))
            or re.search(r"(?<!noi )\bdung (?:cac )?quy dinh\b", found[0])
        )
        return "refers" if obeyed else "implements"
    if _PREPOSITION.search(prefix[-80:]):
        return "refers"
    return None


_ATTACHED_CHANGE = re.compile(
    rf"""
    ^(?:noi\ dung\ )?{_CHANGE}\b[^;]{{0,700}}\bkem\ theo\ (?:toan\ van\ )?
    (?:(?:chuong\ trinh|de\ an|ke\ hoach|quy\ che|quy\ dinh)\b[^;:,()]{{0,90}}\ (?:tai|ban\ hanh\ theo)\ )?$
    """,
    re.VERBOSE,
)


def changes_attached(prefix: str) -> bool:
    """Whether what was attached to the cited document is changed, whatever else its title names.

    >>> changes_attached("dieu chinh nhiem vu tai phu luc danh muc nhiem vu thuc hien nghi quyet so 66-nq/tw kem theo "
    ...     "chuong trinh hanh dong cua chinh phu tai ")
    True
    >>> changes_attached("ban hanh phu luc bo sung vao chuong trinh kem theo ")
    False
    """
    return _ATTACHED_CHANGE.match(prefix) is not None and _INTENDED.search(prefix) is None


def said_after(text: str, subject: bool = False) -> str | None:
    """Relation that the words after the citation give: it ends. `subject`: the sentence begins with the citation.

    >>> said_after(" ngay 5/3/2021 het hieu luc ke tu ngay quyet dinh nay co hieu luc"), said_after(" ngay 5/3/2021; ")
    ('repeals', None)
    """
    found = (_SUBJECT_ENDS if subject else _ENDS).match(re.sub(r"\s+", " ", text))
    # "công bố thủ tục hành chính bị bãi bỏ": a title.
    return None if found is None or _PUBLISHED.search(found[0]) else "repeals"


# Who changes must be this document: "các văn bản thay thế sau:" introduces the new ones.
_BY_THIS = rf"(?:^|{_OWN}[^.;]{{0,120}}|\bhieu luc[^.;]{{0,120}}|\bdong thoi )"
_LEADS = (
    ("replaces", re.compile(rf"{_BY_THIS}(?:thay the|thay cho)\b[^.;]{{0,120}}:\s*$")),
    (
        "repeals",
        re.compile(
            rf"{_BY_THIS}(?:bai bo|huy bo)\b[^.;]{{0,120}}:\s*$"
            r"|\bsau(?: day)?(?: cua [^;:.]{3,60})? het hieu luc\b[^.;]{0,100}:\s*$"
            r"|^bai bo (?:toan bo )?(?:mot so |cac )?"
            r"(?:van ban|quyet dinh|thong tu|nghi quyet|chi thi|nghi dinh)\b[^.;:]{0,120}$"
        ),
    ),
    ("amends", re.compile(rf"^{_CHANGE}\b[^.;]{{0,80}}:\s*$")),
    (
        "basis",
        re.compile(
            r"^(?:cac )?(?:can cu|co so phap ly)(?: phap ly| chung| xay dung ke hoach| ban hanh)?\s*:?\s*$"
            r"|\b(?:can cu|co so phap ly)(?: phap ly)?\s*:\s*$"
        ),
    ),
    # "đã thực hiện các báo cáo:": it made them
    (
        "implements",
        re.compile(r"^(?:tiep tuc )?(?:trien khai )?(?:to chuc )?thuc hien\b(?! (?:cac )?bao cao\b)[^.;]{0,60}:\s*$"),
    ),
)


def introduced(text: str) -> str | None:
    """Relation of the items of a list from the line that introduces it.

    >>> introduced("2. bai bo cac quyet dinh sau:"), introduced("i. can cu phap ly"), introduced("noi nhan:")
    ('repeals', 'basis', None)
    >>> introduced("da ban hanh cac van ban thay the sau:"), introduced("quyet dinh nay thay the cac quyet dinh:")
    (None, 'replaces')
    """
    bare = bare_prefix(text).rstrip()
    if len(bare) > MAX_PREFIX:
        bare = "~ " + bare[-MAX_PREFIX:]
    return next((relation for relation, pattern in _LEADS if pattern.search(bare)), None)


def stronger(first: str, second: str) -> str:
    """The stronger one of two relations.

    >>> stronger("refers", "basis"), stronger("amends", "basis")
    ('basis', 'amends')
    """
    return min(first, second, key=STRENGTH.index)
