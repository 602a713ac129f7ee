from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from index.embed import DEFAULT_MODEL, load_embedder
from index.model_errors import ModelError
from index.static_embedding import StaticEmbedder, is_static

TEXTS = [
    "Tỷ lệ hồ sơ thủ tục hành chính được giải quyết đúng hạn tại Bộ phận Một cửa",
    "ty le ho so thu tuc hanh chinh duoc giai quyet dung han",
    "Kế hoạch số 181/KH-SGDĐT về cải cách hành chính (CCHC) năm 2022",
    "Uỷ ban nhân dân tỉnh; Ủy ban nhân dân tỉnh",
    "thu\u0309 tu\u0323c",
    "",
    "zzzqqq",
    "một " * 3000,
]


@pytest.fixture(scope="module")
def embedder() -> StaticEmbedder:
    loaded = load_embedder()
    assert isinstance(loaded, StaticEmbedder)
    return loaded


def test_the_shipped_model_is_small() -> None:
    size = sum(path.stat().st_size for path in DEFAULT_MODEL.rglob("*") if path.is_file())
    assert size <= 40e6


def test_vectors_have_length_one_or_are_zero(embedder: StaticEmbedder) -> None:
    vectors = embedder.encode_passages(TEXTS)
    assert vectors.dtype == np.float32
    assert vectors.shape == (len(TEXTS), embedder.dimension)
    lengths = np.linalg.norm(vectors, axis=1)
    assert lengths == pytest.approx([1, 1, 1, 1, 1, 0, 0, 1], abs=1e-5)
    assert embedder.encode_queries([]).shape == (0, embedder.dimension)


def test_sentence_transformers_gives_the_same_vectors(embedder: StaticEmbedder) -> None:
    library = pytest.importorskip("sentence_transformers")
    model = library.SentenceTransformer(str(DEFAULT_MODEL), device="cpu")
    assert np.abs(model.encode(TEXTS) - embedder.encode_passages(TEXTS)).max() <= 1e-5


def test_near_in_meaning_is_near(embedder: StaticEmbedder) -> None:
    query, near, far = embedder.encode_passages(
        [
            "làm giấy khai sinh cho con ở đâu",
            "Ủy ban nhân dân cấp xã thực hiện đăng ký khai sinh cho trẻ em",
            "Mức phạt khi điều khiển xe vượt đèn đỏ",
        ]
    )
    assert query @ near > query @ far + 0.1


def test_the_shipped_model_needs_no_torch() -> None:
    code = (
        "import sys; from index.embed import load_embedder; load_embedder().encode_queries(['hồ sơ']);"
        "heavy = {'torch', 'transformers', 'sentence_transformers', 'tokenizers'} & set(sys.modules);"
        "sys.exit(', '.join(heavy) or 0)"
    )
    root = Path(__file__).parents[2]
    done = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def copy(folder: Path) -> Path:
    shutil.copytree(DEFAULT_MODEL, folder)
    return folder


def test_prompts_of_the_model_and_of_the_settings(tmp_path: Path, embedder: StaticEmbedder) -> None:
    folder = copy(tmp_path / DEFAULT_MODEL.name)
    config = json.loads((folder / "config_sentence_transformers.json").read_text())
    config["prompts"] = {"query": "câu hỏi: ", "document": "văn bản: "}
    (folder / "config_sentence_transformers.json").write_text(json.dumps(config))
    prompted, plain = load_embedder(folder), load_embedder(folder, query_prompt="", passage_prompt="")
    text = ["hồ sơ trễ hạn"]
    assert np.array_equal(prompted.encode_queries(text), embedder.encode_queries(["câu hỏi: hồ sơ trễ hạn"]))
    assert np.array_equal(prompted.encode_passages(text), embedder.encode_passages(["văn bản: hồ sơ trễ hạn"]))
    assert np.array_equal(plain.encode_queries(text), embedder.encode_queries(text))
    assert plain.model_id == embedder.model_id
    assert len({prompted.model_id, plain.model_id, load_embedder(folder, query_prompt="hỏi ").model_id}) == 3


def test_max_length_is_in_pieces(embedder: StaticEmbedder) -> None:
    short = load_embedder(max_length=1)
    assert short.encode_queries(["hồ sơ trễ hạn"]) @ embedder.encode_queries(["hồ sơ"]).T == pytest.approx(1)
    assert short.model_id != embedder.model_id


def test_other_models_go_through_the_library(tmp_path: Path, embedder: StaticEmbedder) -> None:
    pytest.importorskip("sentence_transformers")
    folder = copy(tmp_path / "m")
    modules = json.loads((folder / "modules.json").read_text())
    (folder / "modules.json").write_text(json.dumps(modules[:2]))  # not normalised: no longer of our kind
    assert not is_static(folder)
    other = load_embedder(folder, query_prompt="hỏi: ")
    assert not isinstance(other, StaticEmbedder)
    assert other.dimension == embedder.dimension
    assert np.abs(other.encode_passages(TEXTS, batch=3) - embedder.encode_passages(TEXTS)).max() <= 1e-5
    asked = embedder.encode_queries(["hỏi: hồ sơ"])
    assert np.abs(other.encode_queries(["hồ sơ"]) - asked).max() <= 1e-5
    assert other.encode_queries([]).shape == (0, embedder.dimension)
    assert other.model_id.startswith("m@")


@pytest.mark.parametrize(
    ("damage", "says"),
    [
        (lambda folder: shutil.rmtree(folder), "Không có thư mục mô hình"),
        (lambda folder: (folder / "modules.json").unlink(), "không phải mô hình sentence-transformers"),
        (lambda folder: (folder / "model.safetensors").write_bytes(b"x" * 100), "bị hỏng"),
        (lambda folder: (folder / "model.safetensors").unlink(), "bị hỏng"),
        (lambda folder: (folder / "tokenizer.json").write_text("{}"), "bị hỏng"),
        (lambda folder: (folder / "tokenizer.json").write_text("{"), "bị hỏng"),
        (lambda folder: (folder / "config_sentence_transformers.json").unlink(), "bị hỏng"),
    ],
)
def test_a_bad_folder_is_explained(tmp_path: Path, damage, says: str) -> None:  # type: ignore[no-untyped-def]
    folder = copy(tmp_path / "mo-hinh")
    damage(folder)
    with pytest.raises(ModelError, match=says) as caught:
        load_embedder(folder)
    assert "mo-hinh" in str(caught.value)
