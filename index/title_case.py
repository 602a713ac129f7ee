"""A title in capitals as the document itself writes it in its body, where names keep their letters.

"BAN HÀNH QUY CHẾ XÉT TẶNG DANH HIỆU “CÔNG DÂN ƯU TÚ”" can't be written small without knowing its names; "Điều 1. Ban
hành kèm theo Quyết định này Quy chế xét tặng danh hiệu “Công dân ưu tú”" knows them.
"""

from __future__ import annotations

import re

#: Words of the part that the body must repeat, at least.
LEAST = 5
_LEAD = re.compile(r"(?:VỀ VIỆC |V/V )?(?:(?:BAN HÀNH|PHÊ DUYỆT|CÔNG BỐ|QUY ĐỊNH|THÔNG QUA)(?: VỀ)? )?")


def in_small_letters(title: str, text: str) -> str | None:
    """`title`, which is in capitals, in the letters of `text`; None where the text doesn't repeat it.

    >>> in_small_letters("BAN HÀNH QUY CHẾ LÀM VIỆC CỦA SỞ NỘI VỤ", "Ban hành Quy chế làm việc của Sở Nội vụ.")
    'ban hành Quy chế làm việc của Sở Nội vụ'
    >>> in_small_letters("VỀ VIỆC QUY ĐỊNH MỨC THU PHÍ CHỢ LỚN", "Quy định mức thu phí chợ Lớn.")
    'về việc quy định mức thu phí chợ Lớn'
    >>> in_small_letters("BAN HÀNH QUY CHẾ LÀM VIỆC CỦA SỞ NỘI VỤ", "Quy chế khác.")
    """
    title = " ".join(title.split())
    lead = _LEAD.match(title)
    for at in (len(lead[0]) if lead else 0, 0):
        words = title[at:].split()
        if len(words) < LEAST:
            continue
        pattern = r"\s+".join(map(re.escape, words))
        for found in re.finditer(rf"(?<!\w){pattern}(?!\w)", text, re.IGNORECASE):
            written = " ".join(found[0].split())
            if not written.isupper():
                return title[:at].lower() + written if at else written[0].lower() + written[1:]
    return None
