"""No filter is left out without a word, and none that means nothing gives an empty list without one."""

from __future__ import annotations

import html
import re

import pytest
from fastapi.testclient import TestClient


def notices(client: TestClient, address: str) -> list[str]:
    page = client.get(address)
    assert page.status_code == 200
    return [html.unescape(text) for text in re.findall(r'role="alert"><p>(.*?)</p>', page.text)]


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("/nhiem-vu?due_from=mai", "Hạn từ ngày"),
        ("/nhiem-vu?due_to=30/02/2026", "Đến hết ngày"),
        ("/nhiem-vu?role=boss", "Vai trò của đơn vị"),
        ("/nhiem-vu?due=later", "Thời hạn"),
        ("/nhiem-vu?year=20x6", "Năm"),
        ("/nhiem-vu?due_from=01/12/2026&due_to=01/02/2026", "đổi lại hai ngày"),
        ("/nhiem-vu?document=zzz-khong-co", "zzz-khong-co"),
        ("/?q=ho+so&type=ABC", "ABC"),
        ("/?q=ho+so&kind=vui", "Loại nội dung"),
        ("/?q=ho+so&year=99999", "99999"),
        ("/?q=ho+so&document=mat", "mat"),
        ("/van-ban?type=ABC", "ABC"),
        ("/van-ban?year=nay", "Năm"),
        ("/chi-tieu?year=1%2F2026", "1/2026"),
    ],
)
def test_a_page_says_what_it_could_not_understand(client: TestClient, address: str, told: str) -> None:
    found = notices(client, address)
    assert len(found) == 1
    assert told in found[0]


@pytest.mark.parametrize(
    "address",
    [
        "/nhiem-vu?due_from=1/2/2026&due_to=2026-12-01&role=lead&due=soon&year=2026",
        "/?q=ho+so&type=kế+hoạch&year=2026", "/van-ban?type=ke+hoach&year=&sort=x", "/chi-tieu?year=2026",
        "/?q=&type=&year=&kind=", "/nhiem-vu?page=abc",
    ],
)  # fmt: skip
def test_what_is_understood_needs_no_notice(client: TestClient, address: str) -> None:
    assert notices(client, address) == []


def test_types_by_code_or_name(client: TestClient) -> None:
    by_code = client.get("/api/v1/documents?type=KH").json()
    assert by_code
    for written in ("kh", "Kế hoạch", "ke hoach"):
        assert client.get("/api/v1/documents", params={"type": written}).json() == by_code
    for address in ("/api/v1/documents?type=ABC", "/api/v1/search?q=a&type=ABC"):
        answer = client.get(address)
        assert answer.status_code == 422
        assert "“ABC”" in answer.json()["error"]["message"]
