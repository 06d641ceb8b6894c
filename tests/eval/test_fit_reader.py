import json
from pathlib import Path

import docx
import numpy as np
import pytest
import torch
from docx.shared import RGBColor

from eval.bench.fit_reader import Model, sentence_starts
from eval.bench.reader_data import Example, examples
from index.reader import SCALE, Reader

PASSAGE = "Hanke alkoi keväällä Kainuussa ja kesti kaksi vuotta. Sitä johti Liisa Virtanen Kajaanista."
ASKED_ELSEWHERE = "Tästä tekstistä kysytään jo toisaalla, joten siitä ei opita, vaikka siinä on vastaus vuodelta 2018."


def write(path: Path, passages: list[tuple[str, str, str]]) -> None:
    """A file as the repository has them: a passage's text, its coloured part and its question."""
    document = docx.Document()
    for number, (text, answer, question) in enumerate(passages):
        document.add_paragraph().add_run(f"Teksti {number}").bold = True
        before, after = text.split(answer)
        paragraph = document.add_paragraph(before)
        paragraph.add_run(answer).font.color.rgb = RGBColor(0xA9, 0xA9, 0xA9)
        paragraph.add_run(after)
        document.add_paragraph().add_run("Kysymys 0").bold = True
        document.add_paragraph(question)
    path.parent.mkdir(parents=True)
    document.save(str(path))


def test_passages_come_with_the_place_of_their_answer_but_not_those_asked_elsewhere(tmp_path: Path) -> None:
    write(
        tmp_path / "nq-fi-raw" / "nq_000.docx",
        [(PASSAGE, "Liisa Virtanen", "Kuka johti hanketta?"), (ASKED_ELSEWHERE, "2018", "Milloin?")],
    )
    asked = tmp_path / "data" / "squad2-fi" / "dev.jsonl"
    asked.parent.mkdir(parents=True)
    asked.write_text(json.dumps({"context": ASKED_ELSEWHERE}) + "\n", encoding="utf-8")
    start = PASSAGE.index("Liisa")
    assert list(examples(tmp_path, tmp_path / "data")) == [
        [Example(PASSAGE, ("Kuka johti hanketta?",), ((start, start + len("Liisa Virtanen")),))]
    ]


def test_a_sentence_begins_after_a_full_stop_and_short_ones_go_with_the_next() -> None:
    assert sentence_starts(PASSAGE) == [0, PASSAGE.index("Sitä")]
    assert sentence_starts("Kyllä. Hanke alkoi keväällä 2018.") == [0]


def test_what_is_trained_is_what_the_reader_computes() -> None:
    torch.manual_seed(1)
    model = Model().eval()
    chance = np.random.default_rng(1)
    question, passage = (chance.standard_normal((size, 384), np.float32) / np.float32(20) for size in (5, 30))
    numbers = np.repeat([0, 1, 2], 10)
    with torch.inference_mode():
        odds = model(
            torch.from_numpy(question * SCALE)[None],
            torch.ones(1, 5, dtype=torch.bool),
            torch.from_numpy(passage * SCALE)[None],
            torch.from_numpy(numbers)[None],
            3,
        )[0]
    (weighed,) = Reader(model.packed()).weigh(question, [passage])
    computed = [weighed.likely(numbers == one, (numbers == one) | (numbers == one - 1)) for one in range(3)]
    assert computed == pytest.approx((odds[:3] - odds[3]).tolist(), abs=0.02)
