"""Words of a text as a name: without the marks, horizons and connectives at their ends."""

from __future__ import annotations

import re

_MARKS = re.compile(r"(?:^|(?<=: ))(?:\s*[-+*•–—▪➢·○●❖✓](?=\s|[^\W\d_]))+\s*")


def unbulleted(name: str) -> str:
    """A name without the bullets of the lines that it was put together from.

    >>> unbulleted("- Số lớp bồi dưỡng"), unbulleted("Đào tạo: –Số lớp"), unbulleted("Hà Nội - Hải Phòng")
    ('Số lớp bồi dưỡng', 'Đào tạo: Số lớp', 'Hà Nội - Hải Phòng')
    """
    return _MARKS.sub("", name).strip()


LEVEL = r"đại học|cao đẳng|trung cấp|thạc sĩ|phổ thông|phòng|cấp \w+|tuổi|\d|hạng \w+|khá|tốt|nhiệm vụ|sao|bậc|mức \w+"


def phrase(text: str, start: int, end: int) -> str:
    """The words of `[start, end)` without the marks, horizons and connectives at their ends."""
    words = " ".join(text[start:end].replace("*", " ").split()).strip(' …,;:.-–—"“”(').lstrip("/ ")
    words = re.sub(
        r"\s+so với\s(?!G(?:R)?DP\b).*$|,?\s+trong (?:số )?đó,?$|,?\s+và tiếp tục\s.*$|,?\s+(?:và )?không còn\s.*$",
        "",
        words,
    )
    words = re.sub(r"\s+(?:đến|vào|trong) (?:hết |cuối )?năm 20\d\d(?= bình quân$)", "", words)
    if words.count(")") > words.count("("):
        words = words[: words.rindex(")")] + words[words.rindex(")") + 1 :]
    if words.count("(") > words.count(")"):
        words = words[: words.rindex("(")].rstrip(" ,;:")
    words = re.sub(
        r"[\s:,]+(?:(?:qua )?các năm 20[\d, ]+(?:và (?:năm )?20\d\d)?)?(?:,?\s*(?:lần lượt|tương ứng)(?: là)?)?$",
        "",
        words,
    )
    words = re.sub(r"\s*:\s*(?:(?:đến|vào|trong)\s)?(?:hết\s|cuối\s)?năm\s20\d\d$", "", words, flags=re.IGNORECASE)
    words = re.sub(r",?\s+(?:phấn đấu|dự kiến|hướng tới|tiến tới)(?: sẽ)?$", "", words)
    words = re.sub(
        r"\s+(?:vào|trong|đến|trước)\s(?:cuối\s|hết\s)?(?:năm|quý [\dIVX]+/|(?:ngày )?[\d/]+/)\s?20\d\d$", "", words
    )
    words = re.sub(
        r"(?<![\d/])(?<!-\w\w)(?<!kế hoạch)(?<!dự toán)(?<!kế hoạch vốn)(?<!được giao) (?:trong )?năm 20\d\d$",
        "",
        words,
    )
    words = re.sub(r"(?:,\s*|\s+)(?:và )?(?:hoàn thành|xong)(?: trong)?$", "", words) if ", " in words else words
    words = re.sub(r"\s+(?:phấn đấu|dự kiến)$", "", words).rstrip(" ,;:")
    words = re.sub(r"\s+trong (?:thời hạn|thời gian|vòng)$", "", words)
    words = re.sub(r"\s+trở lên\s?/\s?năm$", "", words)
    words = re.sub(r",\s*đạt(?: điểm)?\s[\d,/]+(?:\s*điểm)?.*$", "", words)
    words = re.sub(r"^(?:(?:toàn|cả) \w+\s+)?đã (?:có|đạt)\s+", "", words)
    if words.isascii():  # typed without marks
        words = re.sub(r"\s+so voi (?:nam|giai doan|cung ky|thang|quy dinh)\b.*$", "", words)
        words = re.sub(r"\s+(?:vao|trong|den|truoc)\s(?:cuoi\s|het\s)?nam\s20\d\d$", "", words)
    # "đại học trở lên" is a level; "chi phí trở lên" belongs to the number.
    if re.search(rf"\b(?:{LEVEL}|\d+ (?:ngày|giờ|tháng|năm|người|hộ)) trở lên$", words, re.IGNORECASE):
        return words
    return re.sub(
        r"(?<!bên)(?<!văn bản)\s+(?:trở lên|trở xuống|và|đối với|với|vào|trong|đến|cho|của|để|về)$", "", words
    )


_BEHIND_MEASURE = re.compile(
    r"""(?:vào|trong|đến|tới|trước|so|trên|của|tại|ở|cho|với|từ|trở|chiếm|tăng|giảm|gấp|và|mỗi|hằng|hàng|năm|theo|bằng|để|đạt
    |là|nhằm)\b""",
    re.VERBOSE,
)


def follows_measure(words: str) -> bool:
    """Whether the words behind a measure name nothing that is measured: "500 ha vào năm 2030", "2 tỷ USD chiếm ..."."""
    return _BEHIND_MEASURE.match(words.lower()) is not None


def unshared(name: str) -> str:
    """A name without what it is a share of."""
    return re.sub(r" [(]%[^)]*[)]$", "", name)


def placed(text: str, start: int, end: int) -> str:
    """Words of place without the horizon behind them."""
    return re.sub(r"\s(?:vào|trong|đến)\s(?:cuối\s|hết\s)?năm\s20\d\d.*$", "", phrase(text, start, end))
