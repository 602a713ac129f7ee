"""The kind of a section, from its own words, else from its ancestors.

Measured on sections of 121 real documents of all types (`python -m evaluation.passage_stats`, labels in
`evaluation/labels/section_kinds.json`): 91 of 104 held-out sections right (.88) when they were drawn and
labelled, 97 (.93) after the rules that their errors suggested; 224 of the 232 looked at while the
wordings were written (.97); of 89 more, labelled before the program's kinds were seen, 74 (.83) then and
86 (.97) after the rules for reports, rewards and units. Most errors are in regulations, where "biện
pháp" is no task.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.clean.fold import has_diacritics, match_form, strip_diacritics
from ingest.models import Section, SectionKind

K = SectionKind

# What headings say. The earliest match in a heading decides ("KẾT QUẢ THỰC HIỆN NHIỆM VỤ" tells of
# results, "NHIỆM VỤ VÀ KẾT QUẢ CẦN ĐẠT" of tasks), the longest of two at one place. A heading that has
# lost its diacritics is matched against the patterns without theirs; one that has them is not, or
# "KHAI QUẬT" would read as "khái quát".
_WORDINGS: tuple[tuple[SectionKind, str], ...] = (
    (K.LEGAL_BASIS, r"(?:các )?(?:căn cứ(?: pháp lý| pháp luật| xây dựng| ban hành| lập| chính trị)|cơ sở pháp lý)"),
    (K.SITUATION, r"tình hình|thực trạng|hiện trạng|bối cảnh|đặc điểm|khái quát|đặt vấn đề|mở đầu|sự cần thiết"),
    (K.SITUATION, r"(?<!trả )kết quả(?! cần đạt| phải đạt| dự kiến)|đánh giá|nhận xét|tự đánh giá|tổng kết|sơ kết"),
    (K.SITUATION, r"tồn tại|hạn chế(?! thấp| tối đa| đến mức| việc| tình trạng)"),
    (K.SITUATION, r"yếu kém|khó khăn|vướng mắc|nguyên nhân|bài học|ưu điểm|mặt tích cực|mặt đạt được"),
    (K.SITUATION, r"những việc đã|đã đạt được|thuận lợi|thành tựu"),
    (K.PURPOSE, r"mục đích|quan điểm|mục tiêu (?:chung|tổng quát)|ý nghĩa|mục tiêu,? (?:và )?yêu cầu|tư tưởng chỉ đạo"),
    (K.REQUIREMENT, r"yêu cầu|nguyên tắc"),
    (K.TARGET, r"(?:các )?chỉ tiêu|mục tiêu|kết quả (?:cần đạt|phải đạt|dự kiến)"),
    (K.TASK, r"nhiệm vụ|giải pháp|biện pháp|phương hướng|chương trình công tác|công việc|trọng tâm"),
    (K.TASK, r"nội dung(?! quản lý| cụ thể của| phương án| kiến nghị| (?:của )?quy trình| thủ tục| (?:cuộc )?họp)"),
    (K.TASK, r"hoạt động(?! của)|hình thức"),
    (K.RESPONSIBILITY, r"tổ chức (?:triển khai )?thực hiện|tổ chức (?:triển khai|thi hành)|trách nhiệm|phân công"),
    (K.TASK, r"cách thức(?!.{0,30} hồ sơ)"),
    (K.TASK, r"việc (?:phải|cần|sẽ) làm|việc làm thường xuyên|cách làm"),
    (K.RESPONSIBILITY, r"chế độ (?:thông tin,? )?(?:và )?báo cáo"),
    (K.RESPONSIBILITY, r"phối hợp thực hiện|đơn vị (?:chủ trì|thực hiện|phối hợp)|bộ phận (?:chủ trì|thực hiện)"),
    (K.SCHEDULE, r"tiến độ|thời gian|lộ trình|thời hạn|thời điểm"),
    (K.SCHEDULE, r"(?<!du )lịch (?:trình|kiểm tra|làm việc|họp|phát sóng|công tác)|kế hoạch thời gian"),
    (K.FUNDING, r"kinh phí|nguồn (?:lực|vốn|kinh phí|tài chính)|dự toán|(?:bảo|đảm) đảm tài chính"),
    (K.RECIPIENTS, r"nơi nhận"),
    (K.OTHER, r"phạm vi|đối tượng|giải thích từ ngữ|quy định chung|kiến nghị|đề xuất|hiệu lực thi hành"),
    (K.OTHER, r"điều khoản (?:thi hành|chuyển tiếp)|quy định chuyển tiếp|khen thưởng|hồ sơ|trình tự"),
)  # fmt: skip
# What rewards are given for and how is told by no other word of the heading ("HÌNH THỨC KHEN THƯỞNG").
_REWARDS = (
    r"(?:tiêu chuẩn|hình thức|hồ sơ|thủ tục|trình tự|điều kiện|mức|đối tượng)\b.{0,40}"
    r"(?:khen thưởng|bằng khen|giấy khen)"
)
# In a report, what is still to be done.
_PLANNED = re.compile(
    r"phuong huong|(?:thoi gian|nam|thang|quy|giai doan) (?:toi|sau|tiep theo)|ke hoach (?:thang|quy|nam|cong tac)"
    r"|de xuat,? (?:mot so |cac )?(?:nhiem vu|giai phap)"
    r"|(?:\w\w?[.)] )?(?:mot so |cac |nhung |dinh huong |muc tieu,? )*(?:nhiem vu|giai phap)(?:,| va)?"
    r" (?:nhiem vu|giai phap|trong tam|chu yeu|cong tac|nam|thang|quy|thoi gian|cu the|chung|can)\b"
)
_ASSIGNS = re.compile(r"to chuc (?:trien khai )?thuc hien|phan cong|trach nhiem")
# A plan's sections of work often open with the verb.
_VERBS = (
    r"(?:tiếp tục|đẩy mạnh|tăng cường|nâng cao|khắc phục|cải thiện|hoàn thiện|xây dựng|triển khai|rà soát|đổi mới"
    r"|thực hiện|tổ chức|chủ động|phát huy|quán triệt|kiện toàn|sắp xếp|ứng dụng|phát triển|công khai|tuyên truyền"
    r"|kiểm tra|tham mưu|duy trì|bảo đảm|đảm bảo|đẩy nhanh|đào tạo|cải cách|đôn đốc|theo dõi|huy động|thúc đẩy"
    r"|khai thác|tập trung|chỉ đạo|tháo gỡ|giải quyết|xử lý|tạo|hỗ trợ|chấn chỉnh|phòng ngừa|giảm thiểu)\b"
)
# Units whose duties a section lists ("1. Văn phòng Sở"). Without diacritics too many words look so.
_UNIT = re.compile(
    r"(?:các |giao |đề nghị |đối với |thủ trưởng |giám đốc |chủ tịch |người đứng đầu |phó |chánh )*"
    r"(?:văn phòng|sở|phòng|ban|ủy ban|uỷ ban|ubnd|công an|thanh tra|chi cục|cục|bộ|trung tâm|báo|đài"
    r"|đơn vị|hội|liên đoàn|bệnh viện|ngân hàng|huyện|quận|thị xã|tổ công tác"
    r"|mặt trận|thuế|bảo hiểm|kho bạc|tòa án|đoàn|trường|vụ|cơ quan|bộ trưởng|vụ trưởng"
    r"|cục trưởng|tổng cục|địa phương|xã|phường)(?= |$|,|;)"
    r"(?! vệ| tàng| hành| sao| hợp| tiêu| chỉ (?:số|tiêu)| cáo| máy| luật| hội| nghị| thảo| ngừa|,? chống| cháy| phận"
    r"| mẫu| kết\b| thu nhập| giá trị| thông minh| nông thôn mới| việc| nhập\b| thi\b| thao)"
    r"(?!.*\bnhư sau)"
)
_LEAD = re.compile(r"(?:(?:một số|những|các|về|mot so|nhung|cac|ve) )*")


def _compiled(strip: bool) -> tuple[list[tuple[SectionKind, re.Pattern[str]]], re.Pattern[str]]:
    change = strip_diacritics if strip else str
    return [(kind, re.compile(rf"\b(?:{change(words)})\b")) for kind, words in _WORDINGS], re.compile(change(_VERBS))


_ACCENTED, _BARE = _compiled(False), _compiled(True)
_REWARDS_ACCENTED, _REWARDS_BARE = re.compile(_REWARDS), re.compile(strip_diacritics(_REWARDS))
_REGULATION = re.compile(r"dieu \d")
_APPENDIX = re.compile(r"phu ?luc|(?:bieu )?mau (?:so )?\d|bieu (?:so )?\d|pl ?\d")
_LOOK_AT = 70  # characters of a heading: what comes later is the sentence, not the heading
_EARLY, _EARLY_ALONE = 14, 45  # characters before a wording that counts, with and without kin
_REPORTING = (K.SITUATION,)


def section_kind(label: str | None, heading: str, ancestors: Sequence[Section], report: bool = False) -> SectionKind:
    """Kind by the label (appendix) or the heading's own words, else the nearest ancestor's.

    `ancestors` from the outermost. A heading that names two kinds ("MỤC ĐÍCH, YÊU CẦU") gets the
    first; its children say which is which. Inside results of the past ("situation") tasks and
    targets named in a heading stay results, plans for what comes ("phương hướng") excepted; the body
    of a report (`report`) is such results where no ancestor says otherwise. What stands under a
    heading that says `other` itself ("Đối tượng") is `other` too.

    >>> [str(section_kind(None, h, [])) for h in ("MỤC ĐÍCH, YÊU CẦU", "Chi tieu cu the", "Kinh phí thực hiện")]
    ['purpose', 'target', 'funding']
    >>> [str(section_kind(None, h, [])) for h in ("Kết quả thực hiện nhiệm vụ", "Sở Nội vụ", "Giải thích từ ngữ")]
    ['situation', 'responsibility', 'other']
    """
    if label and _APPENDIX.match(_plain(label)):
        return K.APPENDIX
    text = " ".join(match_form(heading).replace("*", " ").split())[:_LOOK_AT]
    above, firm = _inherited(ancestors)
    if report and above is K.OTHER and not firm:
        above = K.SITUATION
    if text in ("căn cứ", "can cu"):
        return K.LEGAL_BASIS
    found = _by_words(text, above is not K.OTHER)
    if found is K.TARGET and _beside_requirements(text, ancestors):
        found = K.PURPOSE
    if (
        found is not None
        and above in _REPORTING
        and found in (K.TASK, K.TARGET, K.SCHEDULE, K.FUNDING, K.RESPONSIBILITY)
    ):
        planned = _PLANNED.match(_plain(text)) or (
            report and found is K.RESPONSIBILITY and _ASSIGNS.match(_plain(text))
        )
        found = found if planned else None
    if _in_regulation(label, ancestors) and found not in (K.RESPONSIBILITY, K.REQUIREMENT, K.FUNDING, K.LEGAL_BASIS):
        # Articles rule, they don't plan: "Điều 5. Nội dung hợp đồng" is no task.
        if found is K.TASK and text.startswith(("nhiệm vụ", "nhiem vu")):
            return found
        if above in (K.RESPONSIBILITY, K.APPENDIX):
            return above if found is None else K.OTHER
        return K.RESPONSIBILITY if found is not K.OTHER and _UNIT.match(text) else K.OTHER
    if found is not None:
        return found
    if firm:
        return K.OTHER
    if above is not K.OTHER:
        return K.TASK if above in (K.TARGET, K.PURPOSE) and _names_tasks_too(above, ancestors) else above
    if _UNIT.match(text):
        return K.RESPONSIBILITY
    return K.TASK if _patterns(text)[1].match(text) else K.OTHER


def _inherited(ancestors: Sequence[Section]) -> tuple[SectionKind, bool]:
    """Kind of the nearest ancestor that has one; `other` and True where it says `other` itself."""
    for ancestor in reversed(ancestors):
        if ancestor.kind is not K.OTHER:
            return ancestor.kind, False
        text = " ".join(match_form(ancestor.heading).replace("*", " ").split())[:_LOOK_AT]
        if ancestor.label and not _REGULATION.match(_plain(ancestor.label)) and _by_words(text, True) is K.OTHER:
            appended = any(a.kind is K.APPENDIX for a in ancestors)
            return (K.APPENDIX, False) if appended else (K.OTHER, True)
    return K.OTHER, False


def names_unit(heading: str) -> bool:
    """True for a heading that is a unit, whose duties follow.

    >>> [names_unit(h) for h in ("Giao Sở Nội vụ", "Các sở, ban, ngành", "Phòng, chống tham nhũng", "Bộ máy")]
    [True, True, False, False]
    """
    return bool(_UNIT.match(" ".join(match_form(heading).replace("*", " ").split())))


def _names_tasks_too(above: SectionKind, ancestors: Sequence[Section]) -> bool:
    """True under "MỤC TIÊU, NHIỆM VỤ": what doesn't call itself a target there is work to do."""
    source = next((a for a in reversed(ancestors) if a.kind is not K.OTHER), None)
    text = "" if source is None else match_form(source.heading)
    return "nhiệm vụ" in text or "giải pháp" in text or (not has_diacritics(text) and "nhiem vu" in text)


def _in_regulation(label: str | None, ancestors: Sequence[Section]) -> bool:
    labels = [label, *(a.label for a in ancestors)]
    return any(written and _REGULATION.match(_plain(written)) for written in labels)


def _plain(text: str) -> str:
    return " ".join(strip_diacritics(text).lower().replace("*", " ").split())


def _patterns(text: str) -> tuple[list[tuple[SectionKind, re.Pattern[str]]], re.Pattern[str]]:
    return _ACCENTED if has_diacritics(text) else _BARE


def _by_words(text: str, inherits: bool) -> SectionKind | None:
    """Kind of the earliest wording; `other` only where no wording of another kind is there.

    A wording late in a heading ("Hướng dẫn lập hồ sơ và hẹn trả kết quả") says little: with kin to
    inherit from it is not heard.
    """
    wordings, verb = _patterns(text)
    matches = [(m.start(), -len(m.group()), kind) for kind, p in wordings if (m := p.search(text)) is not None]
    reach = _EARLY if inherits else _EARLY_ALONE
    lead = _LEAD.match(text)
    first = lead.end() if lead else 0
    matches = [m for m in matches if m[0] <= (first if inherits and m[2] is K.OTHER else reach)]
    concrete = [m for m in matches if m[2] is not K.OTHER]
    rewards = (_REWARDS_ACCENTED if has_diacritics(text) else _REWARDS_BARE).search(text)
    if rewards and all(m[0] >= rewards.start() for m in concrete):
        return K.OTHER
    if not matches:
        return None
    start, _, found = min(concrete or matches)
    if start > 0 and found is K.TASK and _UNIT.match(text):
        return None  # "Các sở theo chức năng, nhiệm vụ được giao": duties of a unit
    if start > 0 and verb.match(text) and found in (K.SITUATION, K.REQUIREMENT, K.OTHER):
        return None  # "Nâng cao kết quả ...", "Khắc phục tồn tại ...": a task, told by its verb
    return found


def _beside_requirements(text: str, ancestors: Sequence[Section]) -> bool:
    """True for a bare "Mục tiêu" that stands with "Yêu cầu": it says what for, not how much."""
    if _plain(text).strip(" .:") not in ("muc tieu", "muc tieu, yeu cau", "muc tieu va yeu cau"):
        return False
    return bool(ancestors) and "yeu cau" in _plain(ancestors[-1].heading)
