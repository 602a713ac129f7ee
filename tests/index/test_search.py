import threading

import pytest
from search_samples import DECISION, LETTER, PLAN, TinyEmbedder, document, make_knowledge_base

from index.build import INDEX_FOLDER, build
from index.generation import IndexUnusableError, current_name
from index.query import Filters
from index.search import Searcher
from index.store import StoreError
from ingest.models import SectionKind


@pytest.fixture(scope="module")
def searcher(tmp_path_factory):
    folder = tmp_path_factory.mktemp("kb")
    make_knowledge_base(folder, embedder=TinyEmbedder())
    return Searcher(folder, TinyEmbedder)


def first(searcher, query, **filters) -> str:
    hits = searcher.search(query, filters=Filters(**filters)).hits
    return hits[0].passage_id if hits else ""


@pytest.mark.parametrize(
    ("query", "passage"),
    [
        ("xin lỗi trễ hẹn", f"{PLAN.id}-1"),
        ("xin loi tre hen", f"{PLAN.id}-1"),
        ("hồ sơ trực tuyến toàn trình", f"{PLAN.id}-2"),
        ("báo cáo cải cách hành chính hằng tháng", f"{LETTER.id}-0"),
        ("xe hơi", f"{DECISION.id}-1"),  # by meaning alone
        ("kế hoạch 21", f"{PLAN.id}-0"),
        ("quyết định 21", f"{DECISION.id}-0"),
        ("21/KH-SGDĐT trễ hẹn", f"{PLAN.id}-1"),  # the document's best passage for the other words
        ("so 21 kh sgddt", f"{PLAN.id}-0"),
        ("công văn 305", f"{LETTER.id}-0"),
        ("305/SNV-CCHC", f"{LETTER.id}-0"),
        ("quyết định 468 ttg", f"{PLAN.id}-0"),  # not in the store: the passage that cites it
    ],
)
def test_first_result(searcher, query, passage):
    assert first(searcher, query) == passage


@pytest.mark.parametrize(
    ("query", "citation"),
    [
        ("kế hoạch 21", "21/KH-SGDĐT"),
        ("so 21 qd ubnd", "21/QĐ-UBND"),
        ("Quyết định 468/QĐ-TTg", "468/QĐ-TTg"),
        ("kế hoạch 99", None),
        ("một cửa", None),
    ],
)
def test_citation_is_reported(searcher, query, citation):
    assert searcher.search(query).to_json()["interpreted"]["citation"] == citation


def test_whole_number_of_another_organ_pins_nothing(searcher):
    hits = searcher.search("21/KH-UBND").hits
    assert all(hit.score <= 1 for hit in hits)


@pytest.mark.parametrize(
    ("query", "filters", "documents"),
    [
        ("trễ hẹn", {}, {PLAN.id, LETTER.id}),
        ("trễ hẹn", {"year": 2025}, {LETTER.id}),
        ("trễ hẹn", {"type": "KH"}, {PLAN.id}),
        ("trễ hẹn", {"type": "kế hoạch"}, {PLAN.id}),
        ("trễ hẹn", {"type": "cong van"}, {LETTER.id}),
        ("trễ hẹn", {"type": "không có"}, set()),
        ("trễ hẹn", {"issuer": "so gddt hoa giang"}, {PLAN.id}),
        ("trễ hẹn", {"issuer": "Sở GD&ĐT"}, {PLAN.id}),
        ("trễ hẹn", {"issuer": "bình trung"}, {LETTER.id}),
        ("trễ hẹn", {"kind": "target"}, set()),
        ("hồ sơ trực tuyến", {"kind": "target"}, {PLAN.id}),
        ("trễ hẹn", {"kind": "no such kind"}, set()),
        ("trễ hẹn", {"document": LETTER.id}, {LETTER.id}),
    ],
)
def test_filters(tmp_path_factory, searcher, query, filters, documents):
    words_only = Searcher(searcher.data_dir, load_model=None)
    for one in (searcher, words_only):
        found = {hit.document["id"] for hit in one.search(query, filters=Filters(**filters)).hits}
        assert found <= documents or not filters
        assert bool(found) == bool(documents)
    assert {h.document["id"] for h in words_only.search(query, filters=Filters(**filters)).hits} == documents


def test_quoted_words_are_mandatory(searcher):
    for query in ('"trễ hẹn" báo cáo một cửa', "“tre hen” một cửa"):
        hits = searcher.search(query).hits
        assert hits
        assert all("trễ hẹn" in hit.text for hit in hits)
    assert searcher.search('"hẹn trễ" một cửa').hits == []


def test_quoted_words_of_a_title_count_where_no_text_holds_them(searcher):
    assert {hit.document["id"] for hit in searcher.search('"quy chế một cửa"').hits} == {DECISION.id}


def test_furniture_is_never_shown(searcher):
    assert all("Nơi nhận" not in hit.text for hit in searcher.search("nơi nhận lưu văn thư trễ hẹn", k=50).hits)


def test_why_and_highlights(searcher):
    hit = searcher.search("xin loi tre hen").hits[0]
    assert hit.matched == ["xin lỗi", "trễ hẹn"]
    assert [hit.text[start:end] for start, end in hit.highlights] == hit.matched
    assert 0 < hit.lexical <= 1
    assert 0 <= hit.semantic <= 1


def test_number_is_highlighted_as_written(searcher):
    assert "468/QĐ-TTg" in searcher.search("quyet dinh 468 ttg").hits[0].matched


def test_json_has_the_keys_of_the_contract(searcher):
    result = searcher.search("trễ hẹn", filters=Filters(year=2025)).to_json()
    assert list(result) == ["query", "interpreted", "total", "took_ms", "confidence", "results"]
    assert result["interpreted"] == {
        "text": "trễ hẹn", "restored": False, "filters": {"year": 2025}, "citation": None, "required": [],
        "also": [], "intents": [],
    }  # fmt: skip
    hit = result["results"][0]
    assert set(hit) - {"duplicates", "note", "status", "status_by"} == {
        "rank", "score", "passage_id", "text", "highlights", "kind", "section_path", "page", "why", "url", "document",
    }  # fmt: skip
    assert set(hit["why"]) == {"lexical", "semantic", "matched"}
    assert hit["url"] == f"/van-ban/{LETTER.id}#{hit['passage_id']}"


@pytest.mark.parametrize(
    "query",
    ["", " ", "\x00",
     "a", '"', "AND (", "NOT OR *", "x' OR '1'='1", "<b>", "🙂", "\ud800", "%_", "((((", '"a', "?" * 9_000,
     "một cửa trễ hẹn " * 700, " ".join(f"từ{n}" for n in range(2_000)), "\u0300\u0301", "số", "/", "0" * 10_000],
)  # fmt: skip
@pytest.mark.parametrize("k", [0, 1, 10])
def test_any_query_is_answered(searcher, query, k):
    result = searcher.search(query, k=k)
    assert len(result.hits) <= k
    result.to_json()


def test_empty_query_finds_nothing(searcher):
    for query in ("", "   ", "!?", "🙂"):
        assert (searcher.search(query).total, searcher.search(query).hits) == (0, [])


def test_pages_of_results_do_not_overlap(searcher):
    whole = searcher.search("một cửa trễ hẹn báo cáo hồ sơ", k=6)
    ids = [hit.passage_id for hit in whole.hits]
    parts = [searcher.search("một cửa trễ hẹn báo cáo hồ sơ", k=2, offset=offset) for offset in (0, 2, 4)]
    assert [hit.passage_id for part in parts for hit in part.hits] == ids
    assert [hit.rank for part in parts for hit in part.hits] == [1, 2, 3, 4, 5, 6]
    assert len(set(ids)) == 6
    assert searcher.search("một cửa", offset=1000).hits == []


def test_abbreviation_finds_long_form_and_back(searcher):
    found = {hit.passage_id for hit in searcher.search("báo cáo cải cách hành chính").hits}
    assert f"{LETTER.id}-0" in found  # writes CCHC
    hit = next(h for h in searcher.search("báo cáo cải cách hành chính").hits if h.passage_id == f"{LETTER.id}-0")
    assert "CCHC" in " ".join(hit.matched)


TWINS = [
    document([text, "Nội dung riêng " + word], title="Kế hoạch tuyên truyền", draft=draft)
    for text, word, draft in (
        ("Tổ chức hội thi tìm hiểu cải cách hành chính tại các trường học trong quý hai năm 2024.", "hai", True),
        ("Tổ chức hội thi tìm hiểu cải cách hành chính tại các trường học trong quý hai năm nay.", "một", False),
    )
]


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("hội thi trường học", 1),  # both alike: the leader's, though the other was stored first
        ("hội thi trường học năm 2024", 0),  # only the other says 2024
    ],
)
def test_near_duplicates_are_shown_once(tmp_path, query, shown):
    store = make_knowledge_base(tmp_path, TWINS)
    with store.write() as db:
        db.execute("UPDATE documents SET leader = ?", (TWINS[1].id,))
    hits = Searcher(tmp_path, None).search(query).hits
    assert hits[0].passage_id == f"{TWINS[shown].id}-0"
    assert [twin["passage_id"] for twin in hits[0].duplicates] == [f"{TWINS[1 - shown].id}-0"]
    assert f"{TWINS[1 - shown].id}-0" not in [hit.passage_id for hit in hits]


@pytest.mark.parametrize("chunk", [1, 2, 50])
def test_every_page_tells_the_same_total(tmp_path, monkeypatch, chunk):
    monkeypatch.setattr("index.search._CHUNK", chunk)
    store = make_knowledge_base(tmp_path, TWINS)
    with store.write() as db:
        db.execute("UPDATE documents SET leader = ?", (TWINS[1].id,))
    searcher = Searcher(tmp_path, None)
    totals = [searcher.search("hội thi nội dung riêng trường học", k=1, offset=offset).total for offset in range(5)]
    assert totals == [3] * 5  # the shared text once, what each says alone


def test_documents_share_the_first_results(tmp_path):
    long = document([f"rà soát quy trình nội bộ lần thứ {n} quy trình nội bộ" for n in range(9)], title="A")
    other = document(["rà soát quy trình nội bộ của huyện trong năm theo kế hoạch đã giao"], title="B")
    make_knowledge_base(tmp_path, [long, other])
    hits = Searcher(tmp_path, None).search("rà soát quy trình nội bộ", k=10).hits
    assert other.id in [hit.document["id"] for hit in hits[:7]]


def test_several_documents_of_one_number(tmp_path):
    twins = [
        document(
            ["Nội dung chung."], number="7/KH-UBND", type_code="KH", issuer=f"Ủy ban nhân dân tỉnh {name}", title=name
        )
        for name in ("Hòa Giang", "Bình Trung")
    ]
    make_knowledge_base(tmp_path, [*twins, PLAN])
    searcher = Searcher(tmp_path, None)
    assert {hit.document["id"] for hit in searcher.search("7/KH-UBND").hits[:2]} == {twin.id for twin in twins}
    assert searcher.search("kế hoạch 7 tỉnh bình trung").hits[0].document["id"] == twins[1].id


def test_searcher_takes_up_a_new_generation(tmp_path):
    store = make_knowledge_base(tmp_path, [PLAN], TinyEmbedder())
    searcher = Searcher(tmp_path, TinyEmbedder)
    assert first(searcher, "công văn 305") != f"{LETTER.id}-0"
    store.put(LETTER)
    assert searcher.search("trễ hẹn").hits  # in the store, not yet in the index
    build(store, tmp_path, TinyEmbedder())
    assert first(searcher, "công văn 305") == f"{LETTER.id}-0"
    store.remove(LETTER.id)  # gone from the store, still in the index
    assert all(hit.document["id"] == PLAN.id for hit in searcher.search("báo cáo hằng tháng").hits)


def test_readers_are_not_disturbed_by_a_writer(tmp_path):
    store = make_knowledge_base(tmp_path, [PLAN], TinyEmbedder())
    searcher = Searcher(tmp_path, TinyEmbedder)
    failures: list[BaseException] = []
    stop = threading.Event()

    def read() -> None:
        while not stop.is_set():
            try:
                assert searcher.search("xin lỗi trễ hẹn").hits[0].passage_id == f"{PLAN.id}-1"
            except BaseException as failure:
                failures.append(failure)
                return

    threads = [threading.Thread(target=read) for _ in range(2)]
    for thread in threads:
        thread.start()
    for number in range(8):
        store.put(document([f"văn bản khác số {number}"], title=str(number)))
        build(store, tmp_path, TinyEmbedder())
    stop.set()
    for thread in threads:
        thread.join()
    assert failures == []


def test_damaged_index_is_answered_from_the_last_good_one(tmp_path):
    store = make_knowledge_base(tmp_path, [PLAN])
    store.put(LETTER)
    build(store, tmp_path)
    folder = tmp_path / INDEX_FOLDER
    (folder / str(current_name(folder)) / "alive.npy").write_bytes(b"?")
    result = Searcher(tmp_path, None).search("trễ hẹn")
    assert result.hits
    assert "cchc rebuild" in " ".join(result.notes)


def test_missing_index_and_missing_store(tmp_path):
    with pytest.raises(StoreError):
        Searcher(tmp_path)
    store = make_knowledge_base(tmp_path, [PLAN])
    store.renew_identity()
    with pytest.raises(IndexUnusableError, match="cchc rebuild"):
        Searcher(tmp_path)


def test_foreign_or_broken_model_leaves_the_words(tmp_path):
    make_knowledge_base(tmp_path, [PLAN], TinyEmbedder("one"))

    def broken():
        raise OSError("no such model")

    for load, note in ((lambda: TinyEmbedder("two"), "mô hình khác"), (broken, "no such model")):
        result = Searcher(tmp_path, load).search("xin lỗi trễ hẹn")
        assert result.hits[0].passage_id == f"{PLAN.id}-1"
        assert note in " ".join(result.notes)


def test_kind_of_a_hit(searcher):
    assert searcher.search("phấn đấu trực tuyến").hits[0].kind == SectionKind.TARGET
