from __future__ import annotations

import pytest

from ingest.parse.date import find_dates, find_written_dates, parse_date


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("Sơn La, ngày 29 tháng 10 năm 2021", "2021-10-29"),
        ("ngày 5 tháng 2 năm 2024", "2024-02-05"),
        ("Đắk Lắk, ngày   tháng 3 năm 2023", "2023-03"),
        ("ngày ... tháng ... năm 2026", "2026"),
        ("ngày …… tháng 12 năm 2025", "2025-12"),
        ("ngày 20\ntháng 11 năm 2025", "2025-11-20"),
        ("ngày\n02 tháng\n12 năm 2025", "2025-12-02"),
        ("ngay 18 thang 11nam 2025", "2025-11-18"),
        ("Tháng 7 năm 2022", "2022-07"),
        ("năm 2025 .", "2025"),
        ("15/12/2025", "2025-12-15"),
        ("ngày15 / 12/2025", "2025-12-15"),
        ("14-01-2021", "2021-01-14"),
        ("1.3.2023", "2023-03-01"),
        ("31/02/2023", "2023-02"),
        ("ngày 31 tháng 4 năm 2024", "2024-04"),
        ("ngày 29 tháng 2 năm 2024", "2024-02-29"),
        ("ngày 29 tháng 2 năm 2023", "2023-02"),
        ("ngày 5 tháng 13 năm 2023", "2023"),
        ("ngày 1 tháng 1 năm 2926", None),
        ("ngày 1 tháng 1 năm 1026", None),
        ("62/63", None),
        ("ISO 9001:2015", None),
        ("giai đoạn 2021-2025", None),
        ("mục 1.2.3", None),
        ("", None),
    ],
)
def test_parse_date(text: str, iso: str | None) -> None:
    assert parse_date(text) == iso


def test_spans_and_precision() -> None:
    text = "số 345/QĐ-UBND, ngày 01/3/2023 và ngày 14 tháng 7 năm 2022"
    dates = find_dates(text)
    assert [text[d.start : d.end] for d in dates] == ["01/3/2023", "ngày 14 tháng 7 năm 2022"]
    assert [d.precision for d in dates] == ["day", "day"]
    assert find_written_dates(text)[0].iso == "2022-07-14"
    assert find_written_dates("ngày  tháng 7 năm 2022")[0].precision == "month"


def test_a_date_inside_another_is_not_found_twice() -> None:
    assert len(find_dates("ngày 14 tháng 7 năm 2022")) == 1
