"""The document's own number: labelled, alone on its line, stamped, or a blank that gives its symbol."""

from __future__ import annotations

import re

from ingest.models import Header, Reading
from ingest.parse.document_type import type_code_of_name
from ingest.parse.head import Head, line_before
from ingest.parse.number import find_numbers, is_listed_symbol, normalize_number, normalize_symbol, type_code_of
from ingest.parse.plain import MASK, is_upper
from ingest.parse.site_record import RecordField
from ingest.parse.stamp import read_stamps

# The label of the number: at the start of a line, after something masked, or with a colon.
_NUMBER_LABEL = re.compile(
    r"(?P<edge>^|[\x00\n.]|(?<=\s))\s*(?P<said>s[o0ố6])\s*(?P<colon>[:;.]?)[\s\x00]*", re.MULTILINE
)
_BLANK_NUMBER = re.compile(
    r"""
    (?P<dots>[\s.…_\x00]*)(?P<party>[-–]?)/?\s*(?:(?P<year>(?:19|20)\d\d)\s*/\s*)?
    (?P<symbol>[A-ZĂÂĐÊÔƠƯ][A-Za-zĐđĂÂÊÔƠƯ0-9]*(?:\s?[-–&./]\s?[A-ZĂÂĐÊÔƠƯ][A-Za-zĐđĂÂÊÔƠƯ0-9]*){0,5})
    """,
    re.VERBOSE,
)


def read_number(head: Head) -> None:
    """The number in the header: labelled, else alone on its line; a blank one gives its symbol."""
    view = head.view
    limit = head.body
    for label in _NUMBER_LABEL.finditer(view.bare, head.start, limit):
        written = view.text[label.start("said") : label.end("said")]
        own_line = view.text[: label.start("said")].rstrip(" ")[-1:] in ("", "\n", MASK)
        after_capitals = written[0] == "S" and is_upper(line_before(view, label.start("said")))
        if not (label["colon"] or (own_line and not written.isupper()) or (after_capitals and not written.isupper())):
            continue
        end = label.end()
        typed = _typed_number(view.text[end : end + 80])
        numbers = find_numbers(typed)
        if numbers and numbers[0].start <= 2:
            number = numbers[0]
            head.number = number
            head.symbol = number.symbol
            moved = number.start == 1 and view.text[end] != " "  # the blank between digits stands in front now
            head.number_at = (end if moved else end + number.start, end + number.end)
            head.note("number", *head.number_at)
            _mask_label(head, label.start("said"), head.number_at[1])
            return
        blank = _BLANK_NUMBER.match(view.text, end, min(end + 80, len(view.text)))
        if blank and ("/" in view.text[end : blank.end()] or "-" in blank["symbol"]):
            symbol = normalize_symbol(blank["symbol"])
            if not re.search(r"[-/]", symbol) and type_code_of(symbol) is None and len(symbol) < 2:
                continue
            head.symbol = symbol
            head.blank = True
            head.number_at = (label.start("said"), blank.end())
            head.note("symbol", blank.start("symbol"), blank.end("symbol"))
            _mask_label(head, *head.number_at)
            return
        if label["colon"] and (digits := re.compile(r"(\d{0,6})[\s.…_\x00]*(?=\n|$)").match(view.text, end)):
            # "Số: 12" or "Số:" alone: the symbol is lost.
            head.blank = not digits.group(1)
            head.number_at = (label.start("said"), digits.end())
            if head.blank:
                view.mask(label.start("said"), label.end())
                continue
    for line in view.lines:
        if head.start <= line.start < limit:
            text = view.line_text(line)
            numbers = find_numbers(text)
            if len(numbers) == 1 and len(numbers[0].text) >= len(text.strip(" .,;:()")) and len(text) > 4:
                at = view.text.index(numbers[0].text[0], line.start)
                head.number, head.symbol = numbers[0], numbers[0].symbol
                head.number_at = (at, line.end)
                head.note("number", *head.number_at)
                view.mask(line.start, line.end)
                return


_LABEL_TYPE = re.compile(r"(?:bo\s+luat|luat|nghi\s+quyet|phap\s+lenh|lenh)[ \n]$")


def _mask_label(head: Head, start: int, end: int) -> None:
    """Mask the number with its label; the type in front ("Luật số: 72/2025/QH15") is noted."""
    view = head.view
    if found := _LABEL_TYPE.search(view.bare[max(0, start - 12) : start]):
        written = found.group().strip()
        begin = start - len(found.group())
        if not view.text[begin : begin + len(written)].isupper():
            head.type_said = type_code_of_name(written)
            start = begin
    view.mask(start, end)


# "18 1/KH-SGDĐT": a blank between the digits; "12/KH-SG DĐT": one, or a line's end, inside the organ's initials.
_PARTED_DIGITS = re.compile(r"(?P<n>\d{1,4}) (?P<rest>\d{1,3})(?=\s?/\s?[A-ZĐ])")
_PARTED_ORGAN = re.compile(r"(?<=[-/])(?P<organ>[A-ZĐ]{1,6})[ \n](?P<rest>[A-ZĐ]{1,6})(?![^\W_])")


def _typed_number(text: str) -> str:
    """A number as it was meant, of the same length: letters that OCR puts for digits, blanks inside it.

    >>> _typed_number("18l/KH-UBND"), _typed_number("18 1/KH-UBND"), _typed_number("12/KH-SG DĐT Sơn La")
    ('181/KH-UBND', ' 181/KH-UBND', '12/KH-SGDĐT  Sơn La')
    >>> _typed_number("12/KH-SYT SƠN LA")
    '12/KH-SYT SƠN LA'
    """
    found = re.match(r"[0-9OolI]{1,6}(?=\s{0,2}[/-])", text)
    if found and any(c.isdigit() for c in found.group()):
        text = found.group().translate(str.maketrans("OolI", "0011")) + text[found.end() :]
    text = _PARTED_DIGITS.sub(r" \g<n>\g<rest>", text, count=1) if _PARTED_DIGITS.match(text) else text
    parted = _PARTED_ORGAN.search(text)
    if parted and not is_listed_symbol(parted["organ"]) and is_listed_symbol(parted["organ"] + parted["rest"]):
        text = f"{text[: parted.start()]}{parted['organ']}{parted['rest']} {text[parted.end() :]}"
    return text


def fill_number(header: Header, head: Head, reading: Reading, record: dict[str, RecordField]) -> None:
    """Number and symbol: the header's, a stamp's (with the symbol beside the blank), else the site's."""
    stamped = read_stamps(reading.stamps)
    header.symbol = head.symbol
    if head.number:
        header.number = head.number.normalised
    elif stamped.number:
        header.number = stamped.number
        header.symbol = find_numbers(stamped.number)[0].symbol if find_numbers(stamped.number) else header.symbol
    elif stamped.digits and head.blank and head.symbol:
        joint = "-" if "/" in head.symbol else "/"
        header.number = f"{stamped.digits}{joint}{head.symbol}"
    elif "number" in record and not head.blank:
        header.number = normalize_number(record["number"].value)
        if header.number:
            head.evidence["number"] = record["number"].span
            numbers = find_numbers(header.number)
            header.symbol = numbers[0].symbol if numbers else header.symbol
