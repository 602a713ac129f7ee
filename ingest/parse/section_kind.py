"""The kind of a section, from its own words, else from its ancestors."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.clean.fold import strip_diacritics
from ingest.models import Section, SectionKind

K = SectionKind

# What headings say, without diacritics in lower case. The earliest match in a heading decides
# ("KẾT QUẢ THỰC HIỆN NHIỆM VỤ" tells of results, "NHIỆM VỤ VÀ KẾT QUẢ CẦN ĐẠT" of tasks), the longest
# of two at one place.
_WORDINGS: tuple[tuple[SectionKind, str], ...] = (
    (K.LEGAL_BASIS, r"(?:cac )?(?:can cu(?: phap ly| phap luat| xay dung| ban hanh| lap| chinh tri)|co so phap ly)"),
    (K.SITUATION, r"tinh hinh|thuc trang|hien trang|boi canh|dac diem|khai quat|dat van de|mo dau"),
    (K.SITUATION, r"(?<!tra )ket qua(?! can dat| phai dat| du kien)|danh gia|nhan xet|tu danh gia|tong ket|so ket"),
    (K.SITUATION, r"ton tai|han che|yeu kem|kho khan|vuong mac|nguyen nhan|bai hoc|uu diem|mat tich cuc|mat dat duoc"),
    (K.SITUATION, r"nhung viec da|da dat duoc|thuan loi|thanh tuu|su can thiet"),
    (K.PURPOSE, r"muc dich|quan diem|muc tieu (?:chung|tong quat)|y nghia|muc tieu,? (?:va )?yeu cau|tu tuong chi dao"),
    (K.REQUIREMENT, r"yeu cau|nguyen tac"),
    (K.TARGET, r"(?:cac )?chi tieu|muc tieu|ket qua (?:can dat|phai dat|du kien)"),
    (K.TASK, r"nhiem vu|giai phap|bien phap|phuong huong|chuong trinh cong tac|cong viec|trong tam"),
    (K.TASK, r"noi dung(?! quan ly)|hoat dong(?! cua)|hinh thuc|cach thuc"),
    (K.RESPONSIBILITY, r"to chuc (?:trien khai )?thuc hien|to chuc (?:trien khai|thi hanh)|trach nhiem|phan cong"),
    (K.RESPONSIBILITY, r"phoi hop thuc hien|don vi (?:chu tri|thuc hien|phoi hop)|bo phan (?:chu tri|thuc hien)"),
    (K.SCHEDULE, r"tien do|thoi gian|lo trinh|thoi han|lich (?:trinh|kiem tra|lam viec|hop)|ke hoach thoi gian|thoi diem"),
    (K.FUNDING, r"kinh phi|nguon (?:luc|von|kinh phi|tai chinh)|du toan|dam bao tai chinh"),
    (K.RECIPIENTS, r"noi nhan"),
    (K.OTHER, r"pham vi|doi tuong|giai thich tu ngu|quy dinh chung|kien nghi|de xuat|hieu luc thi hanh|dieu khoan thi hanh"),
    (K.OTHER, r"dieu khoan chuyen tiep|che do bao cao|khen thuong|ho so|trinh tu|thu tuc(?! hanh chinh)"),
)  # fmt: skip
_WORDING = [(kind, re.compile(rf"\b(?:{pattern})\b")) for kind, pattern in _WORDINGS]
_APPENDIX = re.compile(r"phu ?luc|(?:bieu )?mau (?:so )?\d|bieu (?:so )?\d|pl ?\d")
# A plan's sections of work often open with the verb.
_VERB = re.compile(
    r"(?:tiep tuc|day manh|tang cuong|nang cao|khac phuc|cai thien|hoan thien|xay dung|trien khai|ra soat|doi moi|thuc hien"
    r"|to chuc|chu dong|phat huy|quan triet|kien toan|sap xep|ung dung|phat trien|cong khai|tuyen truyen|kiem tra|tham muu"
    r"|duy tri|bao dam|dam bao|day nhanh|dao tao|cai cach|don doc|theo doi|huy dong|thuc day|khai thac|tap trung|chi dao)\b"
)
_UNIT = re.compile(
    r"(?:cac |van phong|so |phong |ban |uy ban|ubnd|cong an|thanh tra|chi cuc|cuc |bo |trung tam|bao |dai |thu truong"
    r"|giam doc|chu tich|truong |de nghi |don vi|hoi |lien doan|mat tran|thue |bao hiem|kho bac|giao |vien |toa an|doan )"
)
_LOOK_AT = 70  # characters of a heading: what comes later is the sentence, not the heading
_EARLY, _EARLY_ALONE = 14, 45  # characters before a wording that counts, with and without kin
_REPORTING = (K.SITUATION,)


def section_kind(label: str | None, heading: str, ancestors: Sequence[Section]) -> SectionKind:
    """Kind by the label (appendix) or the heading's own words, else the nearest ancestor's.

    `ancestors` from the outermost. A heading that names two kinds ("MỤC ĐÍCH, YÊU CẦU") gets the
    first; its children say which is which. Inside results of the past ("situation") tasks and
    targets named in a heading stay results, plans for what comes ("phương hướng") excepted.

    >>> [str(section_kind(None, h, [])) for h in ("MỤC ĐÍCH, YÊU CẦU", "Chi tieu cu the", "Kinh phí thực hiện")]
    ['purpose', 'target', 'funding']
    >>> [str(section_kind(None, h, [])) for h in ("Kết quả thực hiện nhiệm vụ", "Sở Nội vụ", "Giải thích từ ngữ")]
    ['situation', 'responsibility', 'other']
    """
    if label and _APPENDIX.match(_plain(label)):
        return K.APPENDIX
    text = _plain(heading)[:_LOOK_AT]
    above = next((a.kind for a in reversed(ancestors) if a.kind is not K.OTHER), K.OTHER)
    if text == "can cu":
        return K.LEGAL_BASIS
    found = _by_words(text, above is not K.OTHER)
    if found is K.TARGET and _beside_requirements(text, ancestors):
        found = K.PURPOSE
    if (
        found is not None
        and above in _REPORTING
        and found in (K.TASK, K.TARGET, K.SCHEDULE, K.FUNDING, K.RESPONSIBILITY)
    ):
        found = K.TASK if text.startswith(("phuong huong", "nhiem vu trong tam", "nhiem vu, giai phap")) else None
    if found is not None:
        return found
    if above is not K.OTHER:
        return above
    if _UNIT.match(text):
        return K.RESPONSIBILITY
    return K.TASK if _VERB.match(text) else K.OTHER


def _plain(text: str) -> str:
    return " ".join(strip_diacritics(text).lower().replace("*", " ").split())


def _by_words(text: str, inherits: bool) -> SectionKind | None:
    """Kind of the earliest wording; `other` only where no wording of another kind is there.

    A wording late in a heading ("Hướng dẫn lập hồ sơ và hẹn trả kết quả") says little: with kin to
    inherit from it is not heard.
    """
    matches = [(m.start(), -len(m.group()), kind) for kind, p in _WORDING if (m := p.search(text)) is not None]
    reach = _EARLY if inherits else _EARLY_ALONE
    matches = [m for m in matches if m[0] <= reach]
    if not matches:
        return None
    concrete = [m for m in matches if m[2] is not K.OTHER]
    start, _, found = min(concrete or matches)
    if start > 0 and _VERB.match(text) and found in (K.SITUATION, K.REQUIREMENT, K.OTHER):
        return None  # "Nâng cao kết quả ...", "Khắc phục tồn tại ...": a task, told by its verb
    return found


def _beside_requirements(text: str, ancestors: Sequence[Section]) -> bool:
    """True for a bare "Mục tiêu" that stands with "Yêu cầu": it says what for, not how much."""
    if text.strip(" .:") not in ("muc tieu", "muc tieu, yeu cau", "muc tieu va yeu cau"):
        return False
    return bool(ancestors) and "yeu cau" in _plain(ancestors[-1].heading)
