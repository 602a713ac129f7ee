"""Groups of targets: what joins, what stays apart, and that staff have the last word."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from index.corrections import audit_log
from index.embed import load_embedder
from index.facts import FactFilter, read_targets
from index.indicator_choices import ChoiceError, merge, read_choices, split, undo
from index.indicator_groups import Group, group
from index.store import Store
from ingest.models import Document
from tests.service.target_samples import plan, plans, target

ONLINE = {
    "Tỷ lệ hồ sơ trực tuyến toàn trình",
    "Hồ sơ được xử lý hoàn toàn trực tuyến",
    "Hồ sơ trực tuyến toàn trình",
    "Tỷ lệ hồ sơ DVCTT toàn trình",
}


@pytest.fixture
def store(tmp_path: Path) -> Store:
    made = Store(tmp_path / "kho.sqlite3")
    put(made, *plans())
    return made


def put(store: Store, *documents: Document) -> None:
    for document in documents:
        store.put(document)


def grouped(store: Store) -> list[Group]:
    return group(read_targets(store, FactFilter()), load_embedder().encode_passages, read_choices(store))


def texts(groups: list[Group]) -> set[frozenset[str]]:
    return {frozenset(wording.text for wording in one.wordings) for one in groups}


def of(groups: list[Group], text: str) -> Group:
    return next(one for one in groups if any(wording.text == text for wording in one.wordings))


def keys(one: Group) -> list[str]:
    return [wording.key for wording in one.wordings]


def test_one_indicator_is_found_in_other_words_and_others_stay_alone(store: Store) -> None:
    found = texts(grouped(store))
    assert frozenset(ONLINE) in found
    assert {"Chỉ số SIPAS", "Mức độ hài lòng của người dân, tổ chức đối với sự phục vụ của Sở"} in found
    assert {"Hồ sơ trực tuyến toàn trình: cấp xã"} in found
    assert {"Thủ tục cung cấp trực tuyến toàn trình"} in found


def test_the_order_of_targets_changes_nothing(store: Store) -> None:
    records = read_targets(store, FactFilter())
    encode = load_embedder().encode_passages
    expected = texts(group(records, encode))
    for seed in range(3):
        mixed = list(records)
        random.Random(seed).shuffle(mixed)
        assert texts(group(mixed, encode)) == expected


def test_two_values_for_one_year_in_one_document_are_two_indicators(store: Store) -> None:
    put(
        store,
        plan("Hai mức", [target("Hồ sơ trực tuyến toàn trình", value=v) for v in (55.0, 65.0)], number="1/KH-UBND"),
    )
    put(
        store,
        plan("Hai cách", [target("Hồ sơ đúng hạn", value=90.0), target("Tỷ lệ hồ sơ giải quyết đúng hạn", value=99.0)]),
    )
    groups = grouped(store)
    assert all(len(one.wordings) == 1 for one in groups if any(r.fact.value in (55.0, 65.0) for r in one.records))
    assert not any({90.0, 99.0} <= {r.fact.value for r in one.records} for one in groups)


def test_names_that_say_too_little_are_not_compared_between_documents(store: Store) -> None:
    put(
        store,
        *(plan(name, [target("Diện tích", unit="ha", year=y) for y in (2025, 2026)]) for name in ("Chè", "Cà phê")),
    )
    areas = [one for one in grouped(store) if one.name == "Diện tích"]
    assert [len(one.records) for one in areas] == [2, 2]


def test_a_chain_of_half_likenesses_joins_nothing(store: Store) -> None:
    put(
        store,
        plan("Nộp", [target("Hồ sơ nộp trực tuyến")]),
        plan("Giải quyết", [target("Hồ sơ giải quyết trực tuyến")]),
    )
    put(store, plan("Không nói", [target("Hồ sơ trực tuyến")]))
    groups = grouped(store)
    assert of(groups, "Hồ sơ nộp trực tuyến") is not of(groups, "Hồ sơ giải quyết trực tuyến")


def test_without_a_model_the_same_words_still_join(store: Store) -> None:
    found = group(read_targets(store, FactFilter()), None)
    assert frozenset(ONLINE) in texts(found)


def test_a_split_and_a_merge_win_and_can_be_undone(store: Store) -> None:
    one = of(grouped(store), "Chỉ số SIPAS")
    rest = [key for key in keys(one) if key != keys(of(grouped(store), "Chỉ số SIPAS"))[0]]
    split(store, rest, keys(one), "Lan", ["SIPAS"])
    assert len(of(grouped(store), "Chỉ số SIPAS").wordings) == 1
    assert of(grouped(store), "Chỉ số SIPAS").chosen
    undo(store, read_choices(store)[0].id, "Minh")
    assert not read_choices(store)
    assert len(of(grouped(store), "Chỉ số SIPAS").wordings) == 2
    groups = grouped(store)
    commune, online = of(groups, "Hồ sơ trực tuyến toàn trình: cấp xã"), of(groups, "Hồ sơ trực tuyến toàn trình")
    merge(store, [keys(online), keys(commune)], "Lan", [online.name, commune.name])
    assert of(grouped(store), "Hồ sơ trực tuyến toàn trình: cấp xã").name == online.name
    past = read_choices(store, undone=True)
    assert [(choice.author, choice.same, choice.undone_by) for choice in past] == [
        ("Lan", False, "Minh"),
        ("Lan", True, None),
    ]
    assert [(entry.who, entry.action) for entry in audit_log(store)] == [
        ("Lan", "merge"),
        ("Minh", "undo"),
        ("Lan", "split"),
    ]


def test_choices_hold_when_documents_are_read_anew_and_for_later_ones(store: Store) -> None:
    groups = grouped(store)
    online = of(groups, "Hồ sơ trực tuyến toàn trình")
    out = next(w.key for w in online.wordings if w.text == "Hồ sơ được xử lý hoàn toàn trực tuyến")
    split(store, [out], keys(online), "Lan")
    for document in plans():
        store.remove(document.id)
    put(store, *plans())
    put(
        store,
        plan("Tỉnh khác", [target("hồ sơ được xử lý hoàn toàn trực tuyến năm 2027", year=2027)], number="9/KH-UBND"),
    )
    groups = grouped(store)
    assert {w.text for w in of(groups, "Hồ sơ trực tuyến toàn trình").wordings} == ONLINE - {
        "Hồ sơ được xử lý hoàn toàn trực tuyến"
    }
    assert {r.fact.year for r in of(groups, "Hồ sơ được xử lý hoàn toàn trực tuyến").records} == {2026, 2027}


def test_one_document_is_parted_from_others_that_say_the_same(store: Store) -> None:
    def commune(year: int) -> Document:
        return plan("Xã", [target("Hồ sơ trực tuyến toàn trình", value=40.0, year=year)], number="7/KH-UBND")

    put(store, commune(2025))
    online = of(grouped(store), "Hồ sơ trực tuyến toàn trình")
    said = next(w for w in online.wordings if w.text == "Hồ sơ trực tuyến toàn trình")
    assert [document.number for document, _ in said.parts] == ["31/KH-UBND", "7/KH-UBND"]
    part = said.parts[1][1]
    split(store, [part], keys(online), "Lan")
    parted = [one for one in grouped(store) if one.name == said.text]
    assert [[record.fact.value for record in one.records] for one in parted] == [[40.0]]
    assert 40.0 not in {r.fact.value for r in of(grouped(store), "Tỷ lệ hồ sơ trực tuyến toàn trình").records}
    store.remove(commune(2025).id)
    put(store, commune(2025))
    assert [one.key for one in grouped(store) if one.name == said.text] == [part], "read anew, still parted"
    merge(store, [keys(online), [part]], "Minh")
    assert 40.0 in {r.fact.value for r in of(grouped(store), "Tỷ lệ hồ sơ trực tuyến toàn trình").records}


def test_the_newest_choice_wins(store: Store) -> None:
    def online() -> Group:
        return of(grouped(store), "Hồ sơ trực tuyến toàn trình")

    whole = keys(online())
    split(store, whole[:1], whole, "Lan")
    assert len(online().wordings) == 3
    merge(store, [whole[:1], whole[1:]], "Minh")
    assert set(keys(online())) == set(whole)
    split(store, whole[:1], whole, "Hoa")
    assert len(online().wordings) == 3


def test_a_choice_about_what_is_not_there_does_no_harm(store: Store) -> None:
    before = texts(grouped(store))
    merge(store, [["gone"], ["lost"]], "Lan")
    split(store, ["gone"], ["other"], "Lan")
    assert texts(grouped(store)) == before


def test_what_is_no_choice_is_refused(store: Store) -> None:
    one = of(grouped(store), "Hồ sơ trực tuyến toàn trình")
    for attempt in (
        lambda: split(store, keys(one), keys(one), "Lan"),
        lambda: split(store, [], keys(one), "Lan"),
        lambda: merge(store, [keys(one)], "Lan"),
        lambda: merge(store, [["a"], ["b"]], "  "),
        lambda: split(store, [str(n) for n in range(30)], [f"x{n}" for n in range(30)], "Lan"),
        lambda: undo(store, 77, "Lan"),
    ):
        with pytest.raises(ChoiceError):
            attempt()
    assert not read_choices(store, undone=True)
    assert not audit_log(store)
