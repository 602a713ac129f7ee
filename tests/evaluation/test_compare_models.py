import json
import sys
from pathlib import Path

import pytest

from evaluation.compare_models import Asked, Contestant, QuestionsError, compare_models, not_held, read_asked
from index.embed import load_embedder
from index.model_errors import ModelError
from index.store import Store
from service.cli import main

sys.path.insert(0, str(Path(__file__).parents[1] / "index"))
from search_samples import TinyEmbedder, document, make_knowledge_base
from transformer_sample import make_transformer

ASKED = [
    Asked("xe hơi phải kiểm định khi nào", "12/KH-SGTVT", ("kiểm định",)),
    Asked("xin lỗi khi trễ hẹn", "7/KH-SNV"),
    Asked("mức thu lệ phí", "7/KH-SNV", ("không có trong đoạn",)),
]


@pytest.fixture
def data(tmp_path):
    documents = [
        document(["Ô tô được kiểm định theo chu kỳ.", "Phương tiện cũ thì dừng."], number="12/KH-SGTVT"),
        document(["Cơ quan xin lỗi khi trễ hẹn trả hồ sơ.", "Lệ phí do tỉnh quyết định."], number="7/KH-SNV"),
    ]
    make_knowledge_base(tmp_path, documents)
    return tmp_path


def test_models_are_told_apart_by_the_owner_s_questions(data):
    before = sorted(path.name for path in data.rglob("*"))
    tiny = Contestant("nhỏ", TinyEmbedder)
    rows = compare_models(data, ASKED, [tiny, Contestant("từ", None), Contestant("hỏng", broken)])
    assert [row["model"] for row in rows] == ["nhỏ", "từ", "hỏng"]
    assert rows[0]["hit@1"] == pytest.approx(2 / 3, abs=1e-4)  # the third asks for words that no passage holds
    assert rows[0]["p"] is None
    assert 0 < rows[1]["p"] <= 1
    assert rows[0]["low"] <= rows[0]["mrr@10"] <= rows[0]["high"]
    assert rows[2] == {"model": "hỏng", "error": "không mở được"}
    assert sorted(path.name for path in data.rglob("*")) == before  # the index in use is not touched


def broken():
    raise ModelError("không mở được")


def test_documents_that_are_not_there(data):
    store = Store(data / "kho.sqlite3", read_only=True)
    assert not_held(store, [*ASKED, Asked("gì", "99/KH-UBND"), Asked("gì", "99/KH-UBND")]) == ["99/KH-UBND"]
    store.close()


@pytest.mark.parametrize(
    "text", ["", "# chỉ có lời ghi\n", "câu hỏi không có văn bản\n", "câu hỏi\t\n", "\t7/KH-SNV\n"]
)
def test_a_bad_questions_file_is_explained(tmp_path, text):
    path = tmp_path / "hoi.tsv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(QuestionsError, match=r"hoi\.tsv"):
        read_asked(path)


def test_questions_of_a_file_saved_by_excel(tmp_path):
    path = tmp_path / "hoi.tsv"
    path.write_text("xin lỗi\t7/KH-SNV\tXin lỗi; hồ sơ\n\nlệ phí\tke-hoach.docx\n", encoding="utf-8-sig")
    assert read_asked(path) == [Asked("xin lỗi", "7/KH-SNV", ("Xin lỗi", "hồ sơ")), Asked("lệ phí", "ke-hoach.docx")]


def test_the_command_with_a_transformer(data, tmp_path_factory, capsys):
    pytest.importorskip("sentence_transformers")
    folder = make_transformer(tmp_path_factory.mktemp("mo-hinh") / "bert-nho")
    path = data / "hoi.tsv"
    path.write_text("xin lỗi khi trễ hẹn\t7/KH-SNV\nlệ phí\t99/KH-UBND\n", encoding="utf-8")
    given = ["--data", str(data), "evaluate", "models", "--questions", str(path), "--model", str(folder), "--json"]
    assert main(given) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["questions"] == 1
    assert found["left_out"] == ["99/KH-UBND"]
    assert [row["model"] for row in found["models"]] == ["đi kèm", "chỉ từ khóa", str(folder)]
    assert all(row["hit@1"] == 1 for row in found["models"])
    assert load_embedder(folder).dimension == 16
