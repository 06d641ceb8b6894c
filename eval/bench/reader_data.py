"""Passages with questions and their answers to train the reader on, out of a public repository of translations.

https://github.com/TurkuNLP/squad2-fi holds SQuAD 2.0 (CC BY-SA 4.0) and Natural Questions (CC BY-SA 3.0) in Finnish,
and SQuAD back in English, as .docx files: each passage under a bold line, its answers in colour, its questions below.
Which answer is whose is not said there: SQuAD's passages have several, which training tells apart. Knows nothing of
models. Nothing of the texts stays in the project, only what a model learns from them.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import docx

FOLDERS = ("nq-fi-raw", "squad2-fi-raw", "squad2-en-translated-raw")

_HEADING = re.compile(r"(?P<passage>Tekst|Text|Asiakirj)|(?P<question>Kysymy|Question)")
_EDGE = " ,.;:()"
_SHORTEST, _LONGEST = 60, 1600
_SAME = 80


@dataclass(frozen=True, slots=True)
class Example:
    """A passage, its questions, and first and end character of each answer that one of the questions has."""

    text: str
    questions: tuple[str, ...]
    answers: tuple[tuple[int, int], ...]


def examples(repository: Path, data: Path) -> Iterator[list[Example]]:
    """Yield the examples of each file, without the passages that the benchmarks in `data` ask about.

    Natural Questions' passages with several coloured parts are left out: they may be parts of one answer.
    """
    lines = (data / "squad2-fi" / "dev.jsonl").read_text(encoding="utf-8").splitlines()
    asked = {_letters(json.loads(line)["context"]) for line in lines}
    for folder in FOLDERS:
        for path in sorted((repository / folder).glob("*.docx")):
            yield [
                example
                for example in _examples(path)
                if example.questions
                and example.answers
                and _SHORTEST < len(example.text) < _LONGEST
                and _letters(example.text) not in asked
                and (len(example.answers) == 1 or folder != FOLDERS[0])
            ]


def _examples(path: Path) -> Iterator[Example]:
    text, in_passage = "", False
    answers: list[tuple[int, int]] = []
    questions: list[str] = []
    for paragraph in docx.Document(str(path)).paragraphs:
        heading = _HEADING.match(paragraph.text) if any(run.bold for run in paragraph.runs) else None
        if heading and heading["passage"]:
            if text:
                yield Example(text, tuple(questions), tuple(answers))
            text, answers, questions, in_passage = "", [], [], True
        elif heading:
            in_passage = False
        elif paragraph.text.strip() and not any(run.bold for run in paragraph.runs):
            if not in_passage:
                questions.append(paragraph.text.strip())
                continue
            text += "\n" if text else ""
            for run in paragraph.runs:
                start = len(text)
                text += run.text
                colour = run.font.color
                own = run.text.strip(_EDGE)
                if colour is not None and colour.rgb is not None and own:
                    first = start + run.text.index(own)
                    answers.append((first, first + len(own)))
    if text:
        yield Example(text, tuple(questions), tuple(answers))


def _letters(text: str) -> str:
    return re.sub(r"\W+", "", text.lower())[:_SAME]
