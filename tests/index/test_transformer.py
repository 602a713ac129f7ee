"""Models other than ours: a small transformer, built here, with the prompts, pooling and length of the settings."""

import json
import shutil
import sys
from pathlib import Path

import numpy as np
import pytest

from index.embed import DEFAULT_MODEL, load_embedder
from index.model_errors import ModelError
from service.indexing import embedder_of
from service.settings import Settings, SettingsError

pytest.importorskip("sentence_transformers")
sys.path.insert(0, str(Path(__file__).parent))
from transformer_sample import make_transformer

TEXT = "hồ sơ trễ hạn ai ký thư xin lỗi"


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return make_transformer(tmp_path_factory.mktemp("transformer") / "bert-nho")


def test_vectors_of_length_one(folder):
    model = load_embedder(folder)
    rows = model.encode_passages([TEXT, "lệ phí", ""])
    assert rows.shape == (3, 16)
    assert model.dimension == 16
    assert np.allclose(np.linalg.norm(rows[:2], axis=1), 1, atol=1e-5)


def test_pooling_length_and_prompts_change_what_is_made(folder):
    kinds = {
        "own": {},
        "cls": {"pooling": "cls"},
        "max": {"pooling": "max"},
        "short": {"max_length": 2},
        "prompt": {"query_prompt": "hỏi : "},
    }
    models = {name: load_embedder(folder, **given) for name, given in kinds.items()}
    vectors = {name: model.encode_queries([TEXT])[0] for name, model in models.items()}
    for name in kinds:
        assert sum(np.allclose(vectors[name], other, atol=1e-4) for other in vectors.values()) == 1, name
    assert len({model.model_id for model in models.values()}) == len(kinds)


def test_bare_weights_are_pooled_by_the_mean(folder):
    mean, own = load_embedder(folder, pooling="mean"), load_embedder(folder)
    assert np.allclose(mean.encode_queries([TEXT]), own.encode_queries([TEXT]), atol=1e-5)


def test_what_is_cut_off_does_not_count(folder):
    short = load_embedder(folder, max_length=2)
    assert np.allclose(*short.encode_queries(["hồ sơ trễ hạn", "hồ sơ lệ phí"]), atol=1e-4)


def test_the_settings_reach_the_model(folder):
    settings = Settings.from_environment(
        {"CCHC_MODEL": str(folder), "CCHC_POOLING": "cls", "CCHC_MAX_LENGTH": "8", "CCHC_QUERY_PROMPT": "hỏi : "}
    )
    wanted = load_embedder(folder, query_prompt="hỏi : ", max_length=8, pooling="cls")
    made = embedder_of(settings)
    assert made.model_id == wanted.model_id
    assert np.allclose(made.encode_queries([TEXT]), wanted.encode_queries([TEXT]), atol=1e-5)


def test_an_unknown_pooling_is_refused():
    with pytest.raises(SettingsError, match=r"CCHC_POOLING.*mean, cls"):
        Settings.from_environment({"CCHC_POOLING": "trung bình"})


def test_a_model_with_nothing_to_pool(tmp_path):
    folder = tmp_path / "tinh"
    shutil.copytree(DEFAULT_MODEL, folder)
    modules = json.loads((folder / "modules.json").read_text())
    (folder / "modules.json").write_text(json.dumps(modules[:1]))
    with pytest.raises(ModelError, match="CCHC_POOLING"):
        load_embedder(folder, pooling="cls")
