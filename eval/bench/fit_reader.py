"""Trains the reader: writes `index/reader.npz`.

    python -m eval.bench.fit_reader --repository DIR [--data ../shared/data] [--steps 4500]

DIR is a copy of the repository that `eval/bench/reader_data.py` reads. Passages are encoded once, as an index keeps
them; then each question is asked of its own passage beside a near one, or of near ones alone, where none answers. Of a
passage with several answers a question gets the sentence that the reader finds surest, once it has learned from those
with one. Passages that benchmarks ask about take no part.
"""

import argparse
import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import numpy as np
import numpy.typing as npt
import torch
from torch import nn
from torch.nn import functional

from eval.bench.reader_data import Example, examples
from index.encoder import Encoder, load_encoder
from index.late import Codes, compress, expand, rotate
from index.reader import SCALE, SPREAD, WAYS, WEIGHTS
from index.settings import settings_from_environment

Vectors = npt.NDArray[np.float32]
Numbers = npt.NDArray[np.int64]

_INPUT, _WIDTH = 384, 64
_PAIRS, _POOL = 32, 32
"""Questions in a batch, and batches drawn at once, so that passages of like length share one."""
_TOKENS, _QUESTION, _SENTENCES = 256, 24, 24
_NEAREST = 12
_QUESTIONS = 4
"""Questions of a passage, at most."""
_OWN = 0.8
"""Share of the questions that are asked with their own passage."""
_FIRST = 0.2
"""Share of the batches in which only questions with one answer are learned."""
_SURE = 0.55
_RATE, _WARM, _DECAY, _DROPPED = 2e-3, 100, 0.02, 0.1
_CUT = re.compile(r"(?<=[.!?])\s+(?=[A-ZÅÄÖ0-9\"”(])|\n")
_SHORTEST = 25
_BEGINNING = 7


@dataclass(slots=True)
class Read:
    """An example as the reader sees it.

    `codes` are its tokens' and `sentences` their sentences' numbers, int64 (tokens,); `questions` their tokens'
    vectors; `answering` the sentences with an answer, each with how that begins. `chosen` are each question's sentence,
    -1 where none is known; `near` the passages nearest to each question.
    """

    text: str
    codes: Codes
    sentences: Numbers
    questions: list[npt.NDArray[np.float16]]
    answering: dict[int, str]
    chosen: list[int]
    near: list[tuple[int, ...]]


class Model(nn.Module):
    """What `index.reader.Reader` computes, for batches; names are those of the weights."""

    def __init__(self) -> None:
        super().__init__()
        self.near = nn.Linear(_INPUT, _WIDTH, bias=False)
        self.met = nn.Linear(_INPUT, _WIDTH, bias=False)
        self.important = nn.Linear(_INPUT, 1)
        self.share = nn.Linear(_INPUT, WAYS)
        self.ask = nn.Linear(_INPUT, WAYS * _WIDTH, bias=False)
        self.offer = nn.Linear(_INPUT, WAYS * _WIDTH)
        self.mix = nn.Parameter(torch.tensor([8.0, 4.0, 6.0, *[1.0] * WAYS]))
        with torch.no_grad():
            nn.init.orthogonal_(self.near.weight)
            self.met.weight.copy_(self.near.weight)

    def forward(
        self, question: torch.Tensor, asked: torch.Tensor, tokens: torch.Tensor, sentences: torch.Tensor, count: int
    ) -> torch.Tensor:
        """Log odds of each sentence and of none, (batch, count + 1).

        Args:
            question: (batch, question's tokens, 384), scaled.
            asked: bool (batch, question's tokens), which of these there are.
            tokens: (batch, tokens, 384), scaled.
            sentences: int64 (batch, tokens), the number of each token's sentence, -1 for none.
            count: how many sentences there may be.
        """
        batch, length = sentences.shape
        question, tokens = (functional.dropout(vectors, _DROPPED, self.training) for vectors in (question, tokens))
        at = torch.where(sentences < 0, count, sentences)
        met = functional.normalize(self.met(tokens), dim=-1)
        near = functional.normalize(self.near(question), dim=-1) @ met.transpose(1, 2)
        important = functional.softplus(self.important(question)).squeeze(-1) * asked
        important = important / important.sum(1, keepdim=True)
        lowest = torch.full((batch, question.shape[1], count + 1), -1.0)
        spread = at[:, None, :].expand(batch, question.shape[1], length)
        best = lowest.scatter_reduce(2, spread, near.float(), "amax")[:, :, :count]
        before = torch.cat([lowest[:, :, :1], best[:, :, :-1]], 2)
        own = (best * important[:, :, None]).sum(1)
        around = (torch.maximum(best, before) * important[:, :, None]).sum(1)
        held = torch.zeros(batch, count + 1).scatter_add(1, at, torch.ones(batch, length))[:, :count]
        shares = torch.softmax(self.share(question).masked_fill(~asked[:, :, None], -1e4), 1)
        wants = torch.einsum("bqk,bqkd->bkd", shares, self.ask(question).unflatten(-1, (WAYS, _WIDTH)))
        offers = torch.einsum("btkd,bkd->bkt", self.offer(tokens).unflatten(-1, (WAYS, _WIDTH)), wants)
        wanted = [self._summed(offer.float() / float(SPREAD), at, count) for offer in offers.unbind(1)]
        odds = self.mix[0] * own + self.mix[1] * around + self.mix[3] * wanted[0]
        odds = odds + self.mix[4] * (wanted[1] - held.clamp(min=1).log())
        return torch.cat([odds.masked_fill(held == 0, -1e4), self.mix[2].expand(batch, 1)], 1)

    def _summed(self, offer: torch.Tensor, at: torch.Tensor, count: int) -> torch.Tensor:
        """Logarithm of the sum of exponentials over each sentence."""
        most = offer.amax(1, keepdim=True).detach()
        total = torch.zeros(len(offer), count + 1).scatter_add(1, at, torch.exp(offer - most))[:, :count]
        return torch.log(total + 1e-9) + most

    def packed(self) -> dict[str, npt.NDArray[np.floating]]:
        """Return the weights as `index/reader.npz` keeps them: matrices in half precision."""
        packed = {}
        for name, value in self.state_dict().items():
            half = np.float16 if value.ndim > 1 else np.float32
            packed[name.replace(".weight", "").replace(".bias", "_bias")] = value.numpy().astype(half)
        return packed


def sentence_starts(text: str) -> list[int]:
    """Where sentences and lines begin, in characters; short ones belong to the next."""
    starts = [0]
    starts.extend(cut.end() for cut in _CUT.finditer(text) if cut.start() - starts[-1] > _SHORTEST)
    return starts


def encoded(found: Sequence[Example], encoder: Encoder) -> list[Read]:
    """Encode the passages and questions of one file."""
    codes: list[Codes] = [np.zeros((0, 0), np.uint8)] * len(found)

    def keep(position: int, tokens: Vectors) -> None:
        codes[position] = compress(tokens[:_TOKENS])

    encoder.encode_passages([example.text for example in found], tokens=keep)
    reads = []
    for example, code in zip(found, codes, strict=True):
        starts = np.array(sentence_starts(example.text))
        places = encoder.token_spans(example.text)[: len(code), 0]
        answering = {
            int(np.searchsorted(starts, start, "right")) - 1: example.text[start:end][:_BEGINNING].casefold()
            for start, end in reversed(example.answers)
        }
        questions = [
            encoder.token_vectors(text)[1][:_QUESTION].astype(np.float16) for text in example.questions[:_QUESTIONS]
        ]
        chosen = [next(iter(answering)) if len(answering) == 1 else -1] * len(questions)
        numbers = np.searchsorted(starts, places, "right") - 1
        reads.append(Read(example.text, code, numbers, questions, answering, chosen, []))
    return reads


def find_near(reads: Sequence[Read]) -> None:
    """Note the passages nearest to each question, the own one left out: hard ones to tell apart."""
    means = torch.from_numpy(np.stack([_mean(expand(read.codes, _INPUT)) for read in reads])).bfloat16()
    for own, read in enumerate(reads):
        asked = torch.from_numpy(np.stack([_mean(rotate(question.astype(np.float32))) for question in read.questions]))
        best = (asked.bfloat16() @ means.T).float().topk(min(_NEAREST + 1, len(reads)), dim=1).indices.tolist()
        read.near = [tuple(position for position in row if position != own) for row in best]


def _mean(tokens: Vectors) -> Vectors:
    mean = tokens.mean(axis=0)
    unit: Vectors = mean / (np.linalg.norm(mean) + 1e-6)
    return unit


Asked = tuple[Read, int, list[tuple[Vectors, Numbers]]]
"""A passage and the number of its question, and the tokens and sentences that it is asked of, the own ones first."""


def batches(reads: Sequence[Read], chance: random.Random) -> Iterator[list[Asked]]:
    """Yield batches without end of the questions whose sentence is known."""
    while True:
        known = [(read, asked) for read in reads for asked, sentence in enumerate(read.chosen) if sentence >= 0]
        drawn = sorted(chance.sample(known, min(len(known), _PAIRS * _POOL)), key=lambda pair: len(pair[0].codes))
        cut = [drawn[first : first + _PAIRS] for first in range(0, len(drawn), _PAIRS)]
        chance.shuffle(cut)
        for pairs in cut:
            yield [(read, asked, list(_passages(read, asked, reads, chance))) for read, asked in pairs]


def _passages(
    read: Read, asked: int, reads: Sequence[Read], chance: random.Random
) -> Iterator[tuple[Vectors, Numbers]]:
    own = chance.random() < _OWN
    if own:
        yield _opened(read), read.sentences
    others = [reads[position] for position in chance.sample(read.near[asked], min(4, len(read.near[asked])))]
    # Near passages of the same article often hold the answer, too; its beginning tells, for words are inflected.
    answer = read.answering[read.chosen[asked]]
    others = [other for other in others if answer not in other.text.casefold()]
    for other in others[: 1 if own else 2]:
        yield _opened(other), other.sentences


def _opened(read: Read) -> Vectors:
    scaled: Vectors = expand(read.codes, _INPUT) * SCALE
    return scaled


def odds_of(model: Model, batch: Sequence[Asked]) -> tuple[torch.Tensor, torch.Tensor]:
    """Log odds of a batch's sentences and of none, and which of these is right."""
    questions = [rotate(read.questions[asked].astype(np.float32)) * SCALE for read, asked, _ in batch]
    asked = torch.zeros(len(batch), max(map(len, questions)), dtype=torch.bool)
    words = torch.zeros(*asked.shape, _INPUT)
    length = max(sum(len(tokens) for tokens, _ in passages) for _, _, passages in batch)
    tokens, sentences = torch.zeros(len(batch), max(1, length), _INPUT), torch.full((len(batch), max(1, length)), -1)
    right = torch.full((len(batch),), -1)
    for row, (read, number, passages) in enumerate(batch):
        words[row, : len(questions[row])] = torch.from_numpy(questions[row])
        asked[row, : len(questions[row])] = True
        filled = before = 0
        for vectors, numbers in passages:
            end = filled + len(vectors)
            tokens[row, filled:end] = torch.from_numpy(vectors)
            sentences[row, filled:end] = torch.from_numpy(numbers + before)
            filled, before = end, before + int(numbers.max()) + 1
        if passages and passages[0][1] is read.sentences and read.chosen[number] <= int(read.sentences.max()):
            right[row] = read.chosen[number]
    count = min(_SENTENCES, int(sentences.max()) + 1)
    sentences[sentences >= count] = -1
    right[(right < 0) | (right >= count)] = count
    with torch.autocast("cpu", torch.bfloat16):
        return model(words, asked, tokens, sentences, count).float(), right


def choose(model: Model, reads: Sequence[Read]) -> None:
    """Give each question of a passage with several answers the sentence that the model is surest of."""
    model.eval()
    for read in (read for read in reads if len(read.answering) > 1):
        batch = [(read, asked, [(_opened(read), read.sentences)]) for asked in range(len(read.questions))]
        with torch.inference_mode():
            odds, _ = odds_of(model, batch)
        within = [number for number in read.answering if number < odds.shape[1] - 1]
        likely = torch.softmax(odds[:, within], 1).numpy() if within else np.zeros((len(batch), 1))
        read.chosen = [within[int(row.argmax())] if row.max() > _SURE else -1 for row in likely]
    model.train()


def train(reads: Sequence[Read], steps: int) -> Model:
    """Train on so many batches, with a rate that falls to 0."""
    torch.manual_seed(0)
    model = Model()
    optimiser = torch.optim.AdamW(model.parameters(), lr=_RATE, weight_decay=_DECAY)
    losses, all_known = [0.0], False
    chance = random.Random(0)  # noqa: S311  # no secret
    for step, batch in enumerate(islice(batches(reads, chance), steps)):
        gone = step / steps
        if gone > _FIRST and not all_known:
            choose(model, reads)
            all_known = True
        for group in optimiser.param_groups:
            group["lr"] = _RATE * min(1.0, (step + 1) / _WARM) * (1 - gone)
        odds, right = odds_of(model, batch)
        loss = functional.cross_entropy(odds, right)
        optimiser.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimiser.step()
        losses.append(float(loss.detach()))
        if step % 100 == 0:
            print(f"step {step}, loss {np.mean(losses[-100:]):.3f}", flush=True)  # noqa: T201  # its purpose
    return model.eval()


def main(arguments: Sequence[str] | None = None) -> None:
    """Encode, train and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--repository", type=Path, required=True, help="copy of TurkuNLP/squad2-fi")
    parser.add_argument("--data", type=Path, default=Path("../shared/data"), help="folder whose questions take no part")
    parser.add_argument(
        "--steps", type=int, default=4500, help="batches to train on; with many more it learns the sets"
    )
    parser.add_argument("--files", type=int, default=1000, help="files read at most, evenly over all")
    parser.add_argument("--weights", type=Path, default=WEIGHTS, help="file to write")
    given = parser.parse_args(arguments)
    encoder = load_encoder(settings_from_environment())
    found = [file for file in examples(given.repository, given.data) if file]
    reads = [read for file in found[:: max(1, len(found) // given.files)] for read in encoded(file, encoder)]
    find_near(reads)
    np.savez(given.weights, **train(reads, given.steps).packed())  # type: ignore[arg-type]


if __name__ == "__main__":
    main()
