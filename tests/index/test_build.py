import numpy as np
import pytest
from search_samples import DECISION, LETTER, PLAN, TinyEmbedder, document, make_knowledge_base, make_store

from index.build import INDEX_FOLDER, STORE_FILE, build, embedded_text, passage_fields, rebuild
from index.generation import current_name, open_generation
from index.manifest import Manifest
from index.search import Searcher
from index.store import Store


def results(folder, query="một cửa trễ hẹn báo cáo", embedder=None):
    """What a search shows, ids of passages aside."""
    searcher = Searcher(folder, (lambda: embedder) if embedder else None)
    return [(hit.passage_id, round(hit.score, 5), hit.highlights) for hit in searcher.search(query).hits]


def fresh(folder, documents, embedder=None):
    make_knowledge_base(folder, documents, embedder)
    return results(folder, embedder=embedder)


@pytest.mark.parametrize("embedder", [None, TinyEmbedder()])
def test_incremental_equals_from_scratch(tmp_path, embedder):
    store = make_store(tmp_path / "a", [])
    for one in (PLAN, DECISION, LETTER):
        store.put(one)
        assert build(store, tmp_path / "a", embedder).changed
    store.remove(DECISION.id)
    assert build(store, tmp_path / "a", embedder).removed == 2
    expected = fresh(tmp_path / "b", [PLAN, LETTER], embedder)
    assert expected
    assert results(tmp_path / "a", embedder=embedder) == expected
    rebuild(store, tmp_path / "a", embedder)
    assert results(tmp_path / "a", embedder=embedder) == expected


def test_second_build_changes_nothing(tmp_path):
    store = make_knowledge_base(tmp_path, embedder=TinyEmbedder())
    name = current_name(tmp_path / INDEX_FOLDER)
    assert not build(store, tmp_path, TinyEmbedder()).changed
    assert current_name(tmp_path / INDEX_FOLDER) == name


def test_only_new_passages_are_embedded(tmp_path):
    embedder = TinyEmbedder()
    store = make_knowledge_base(tmp_path, [PLAN], embedder)
    assert embedder.encoded == 3  # furniture is not indexed
    store.put(DECISION)
    build(store, tmp_path, embedder)
    assert embedder.encoded == 5


def test_replaced_document_leaves_no_trace(tmp_path):
    store = make_knowledge_base(tmp_path, [PLAN, DECISION])
    store.put(PLAN)  # same id, new passages
    build(store, tmp_path)
    assert results(tmp_path) == fresh(tmp_path / "b", [DECISION, PLAN])


def test_another_model_embeds_everything_anew(tmp_path):
    store = make_knowledge_base(tmp_path, embedder=TinyEmbedder("one"))
    other = TinyEmbedder("two")
    assert build(store, tmp_path, other).changed
    manifest = open_generation(tmp_path / INDEX_FOLDER).manifest
    assert (manifest.model_id, manifest.dimension, other.encoded) == ("two", 64, manifest.count)


def test_model_added_to_a_lexical_index(tmp_path):
    store = make_knowledge_base(tmp_path)
    embedder = TinyEmbedder()
    build(store, tmp_path, embedder)
    assert results(tmp_path, embedder=embedder) == fresh(tmp_path / "b", [PLAN, DECISION, LETTER], embedder)


def test_damaged_index_is_brought_up_to_date_from_the_last_good_one(tmp_path):
    store = make_knowledge_base(tmp_path, [PLAN])
    store.put(DECISION)
    build(store, tmp_path)
    folder = tmp_path / INDEX_FOLDER
    (folder / str(current_name(folder)) / "alive.npy").write_bytes(b"")
    assert build(store, tmp_path).changed
    assert open_generation(folder).fallback_from is None
    assert results(tmp_path) == fresh(tmp_path / "b", [PLAN, DECISION])


def test_index_of_another_store_is_rebuilt(tmp_path):
    make_knowledge_base(tmp_path, [PLAN]).close()
    for path in tmp_path.glob(STORE_FILE + "*"):
        path.unlink()
    store = Store(tmp_path / STORE_FILE)
    store.put(LETTER)
    assert build(store, tmp_path).count == 2
    assert {passage for passage, *_ in results(tmp_path)} == {f"{LETTER.id}-0", f"{LETTER.id}-1"}


def test_many_small_builds_leave_few_segments(tmp_path):
    store = make_store(tmp_path, [])
    for number in range(20):
        store.put(document([f"nhiệm vụ số {number} một cửa"], title=f"văn bản {number}"))
        build(store, tmp_path)
    manifest = open_generation(tmp_path / INDEX_FOLDER).manifest
    assert manifest.count == 20
    assert len(manifest.segments) <= 3


def test_empty_store(tmp_path):
    store = make_knowledge_base(tmp_path, [], TinyEmbedder())
    assert Searcher(tmp_path, TinyEmbedder).search("một cửa").hits == []
    store.put(PLAN)
    build(store, tmp_path, TinyEmbedder())
    store.remove(PLAN.id)
    build(store, tmp_path, TinyEmbedder())
    assert Searcher(tmp_path, TinyEmbedder).search("một cửa").hits == []


def test_manifest_names_every_file(tmp_path):
    make_knowledge_base(tmp_path, embedder=TinyEmbedder())
    generation = open_generation(tmp_path / INDEX_FOLDER)
    on_disk = {path.name for path in generation.folder.iterdir()}
    assert on_disk == {*generation.manifest.files, "manifest.json"}
    manifest = Manifest.read(generation.folder)
    alive = np.load(generation.folder / "alive.npy")
    assert (manifest.count, manifest.revision) == (int(alive.sum()), 3)


def test_what_is_indexed_of_a_passage(tmp_path):
    store = make_store(tmp_path, [PLAN])
    record, passage = store.document(PLAN.id), store.passage(f"{PLAN.id}-1")
    assert passage is not None
    fields = passage_fields(record, passage)
    assert fields[0] == PLAN.header.title
    assert "II. Nhiệm vụ" in fields
    assert fields[-1] == passage.text
    assert embedded_text(record, passage).startswith("Kế hoạch cải cách hành chính năm 2024\nII. Nhiệm vụ")


def test_progress_is_reported(tmp_path):
    seen = []
    build(make_store(tmp_path), tmp_path, progress=lambda done, total: seen.append((done, total)))
    assert seen
    assert seen[-1][0] == 7
