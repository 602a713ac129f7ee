"""Phrases by which units are told to do something, matched against text without marks in small letters."""

from __future__ import annotations

import re

NAMED_ORGAN = re.compile(
    r"(?:so|uy\s+ban|ubnd|cong\s+an|van\s+phong|thanh\s+tra|chu\s+tich|bo(?!\s+phan)|chanh|giam\s+doc)\s"
)


# "phối hợp chặt chẽ, hiệu quả với ..."
HOW = (
    r"(?:(?:\s*,\s*|\s+va\s+|\s+)(?:co\s+hieu\s+qua|chat\s+che|hieu\s+qua|thong\s+nhat|dong\s+bo|kip\s+thoi|thuong\s+xuyen|nhip\s+nhang|tich\s+cuc"
    r"|chu\s+dong)(?=[\s,]))*"
)


WITH = rf"phoi\s+hop{HOW}(?:\s+(?:voi|cung(?:\s+voi)?))?\s+"


LEADS = re.compile(
    rf"\s*(?:[,;–-]\s*)?(?:\([^()]{{0,80}}\)\s*)?(?:la\s+(?:don\s+vi|co\s+quan"
    rf"|dau\s+moi)[^,;:.]{{0,40}}?\s)?(?:chiu\s+trach\s+nhiem\s+)?"
    rf"chu\s+tri(?:\s+(?:va|tham\s+muu))?(?:\s*,\s*lam\s+dau\s+moi)?\s*(?:,\s*)?(?:(?:{WITH}|cung(?:\s+voi)?\s+)(?P<with>))?"
)


# "Bộ Nội vụ theo chức năng, nhiệm vụ được giao khẩn trương ..."
WITHIN = re.compile(
    r"\s*,?\s*(?:theo|can\s+cu|tren\s+co\s+so|trong\s+pham\s+vi)\s*,?\s+(?:cac\s+)?(?:chuc\s+nang|nhiem\s+vu|tham\s+quyen|quyen\s+han)"
    r"(?:[\s,]+(?:chuc\s+nang|nhiem\s+vu|linh\s+vuc|va|tham\s+quyen|quyen\s+han|duoc\s+giao|cua\s+(?:minh|don\s+vi)"
    r"|duoc\s+phan\s+cong|quan\s+ly))*(?:\s+(?:tai|theo|trong)\s+(?:\w+\s+){1,5}?nay\b)?\s*,?"
)


COOPERATES = re.compile(rf"\s*(?:,\s*)?(?:chu\s+dong\s+|tich\s+cuc\s+|co\s+trach\s+nhiem\s+)?{WITH}(?P<with>)")


FIRST_WITH = re.compile(
    rf"(?:co\s+trach\s+nhiem\s+)?"
    rf"(?:(?:chu\s+tri\s*,?\s*(?:va\s+)?)?(?:chu\s+dong\s+|tich\s+cuc\s+)?{WITH}|chu\s+tri\s*,?\s*cung(?:\s+voi)?\s+)(?P<with>)"
)


# Where a clause stops saying who: "... được giao quản lý tài sản khi có sự cố"
SAYS_WHEN = re.compile(
    r"\s*,?\s(?:(?:sau\s+|truoc\s+)?khi|trong\s+(?:pham\s+vi|qua\s+trinh|truong\s+hop)|theo\s+chuc\s+nang)\s"
)


INTRODUCES = re.compile(
    r"\s*,?\s*(?:(?:co\s+trach\s+nhiem|tham\s+muu|to\s+chuc|trien\s+khai|thuc\s+hien|tap\s+trung|chi\s+dao"
    r"|khan\s+truong|nghiem\s+tuc|chu\s+dong"
    r"|va|,|tot|cac|mot\s+so|nhung|noi\s+dung|nhiem\s+vu|cong\s+viec|giai\s+phap|trong\s+tam|sau|sau\s+day"
    r"|cu\s+the|nhu|theo|duoc\s+giao"
    r"|can)\s*)*[:.]?\s*$"
)


ANYONE = re.compile(
    r"(?:(?:co\s+quan|don\s+vi),\s+(?:to\s+chuc|don\s+vi|ca\s+nhan)|to\s+chuc|ca\s+nhan|doanh\s+nghiep|nguoi|chu(?!\s+(?:tri|dong)\b)|ho|co\s+so|hop\s+tac\s+xa|nha)\s"
)
