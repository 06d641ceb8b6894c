"""Asks for lines of the state budget by name, checked against another parse of the PDFs.

`python -m eval.bench.budget_lines --data DIR [--count N]`, where DIR holds `talousarvio/talousarvio-2023.pdf` and 2024.
The other parse reads the plain text of the pages with one regular expression, not words and their places. A question
is exact if the answer gives every amount that lines of this name have in that year and no other; it is wrong if the
answer gives any other amount.
"""

import argparse
import random
import re
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

import pypdfium2

from index.figures import FigureIndex
from ingest.document import Document, Page
from ingest.read import read_document
from ingest.tables.recover import recover
from server.answering.answer import Answer, Question
from server.answering.figures.figures_answer import answer_from_figures
from server.answering.figures.understanding import understand
from server.answering.words.language import detect

YEARS = ("2023", "2024")
PHRASINGS = (
    "Paljonko on {name} vuonna {year}?",
    "Kuinka suuri on {name} vuoden {year} talousarviossa?",
    "{name} {year}, paljonko?",
    "Mikä summa on kohdassa {name} vuonna {year}?",
    "Kuinka paljon rahaa on varattu kohtaan ”{name}” vuonna {year}?",
    "Hur mycket är {name} år {year}?",
    "How much is {name} in {year}?",
)
_LINE = re.compile(r"^(\d\d)\. (.+?) ?(\d{1,3}(?: \d{3})*)$")
_KIND = re.compile(r"\s*\([^)]*\)\s*$")


@dataclass(slots=True)
class Budgets:
    """The budgets as ingested: figures, and pages to cite."""

    figures: FigureIndex
    documents: dict[str, Document] = field(default_factory=dict)

    def page(self, document_id: str, number: int) -> Page:
        """Return a page by its document and number from 1."""
        return self.documents[document_id].pages[number - 1]


def lines_of(path: Path) -> dict[str, set[Decimal]]:
    """Return the amounts in euros that the lines of each name have, by the plain text of the pages."""
    found: dict[str, set[Decimal]] = {}
    printed: dict[str, str] = {}
    text = "\n".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(path))
    joined = re.sub(r"[‐\x02\ufffe]\s*\n", "", text.replace("\r", ""))
    # A line goes on until one ends with a number; the next begins with a code.
    entries = re.split(r"\n(?=\d\d\. )", joined)
    for entry in entries:
        lines = entry.split("\n")
        for end in range(1, min(len(lines), 5) + 1):
            match = _LINE.match(" ".join(" ".join(lines[:end]).split()))
            if match:
                name = _KIND.sub("", match.group(2)).strip()
                printed.setdefault(name.casefold(), name)
                found.setdefault(name.casefold(), set()).add(Decimal(match.group(3).replace(" ", "")) * 1000)
                break
    return {printed[name]: amounts for name, amounts in found.items()}


def budgets_of(folder: Path) -> Budgets:
    """Return the budgets read and recovered as at ingest."""
    documents = [read_document(folder / f"talousarvio-{year}.pdf", folder, "budget", None) for year in YEARS]
    found = [recover(document) for document in documents]
    by_id = {document.id: document for document in documents}
    tables = {table.id: table for one in found for table in one.tables}
    return Budgets(FigureIndex((figure for one in found for figure in one.figures), tables, by_id), by_id)


def ask(text: str, budgets: Budgets) -> Answer | None:
    """Return the figure answer to a question."""
    return answer_from_figures(understand(Question(text), detect(text)), budgets)


def outcome(answer: Answer | None, expected: set[Decimal]) -> str:
    """Return "exact", "wrong", "partial" or "unanswered"."""
    if answer is None or answer.status != "answered":
        return "unanswered"
    given = {figure.value for figure in answer.figures if figure.value is not None}
    if given - expected:
        return "wrong"
    return "exact" if given == expected else "partial"


def questions_of(folder: Path, count: int, seed: int = 1) -> list[tuple[str, set[Decimal]]]:
    """Return `count` questions, drawn at random over both years, each with the amounts that answer it."""
    draw = random.Random(seed)  # noqa: S311 - a sample, no secret
    pool = [
        (name, year, amounts)
        for year in YEARS
        for name, amounts in sorted(lines_of(folder / f"talousarvio-{year}.pdf").items())
    ]
    chosen = draw.sample(pool, min(count, len(pool)))
    return [
        (PHRASINGS[number % len(PHRASINGS)].format(name=name, year=year), amounts)
        for number, (name, year, amounts) in enumerate(chosen)
    ]


def main(arguments: Sequence[str] | None = None) -> int:
    """Print what is not exact and the counts."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--count", type=int, default=300)
    options = parser.parse_args(arguments)
    folder = options.data / "talousarvio"
    budgets = budgets_of(folder)
    counts: Counter[str] = Counter()
    for text, expected in questions_of(folder, options.count):
        answer = ask(text, budgets)
        result = outcome(answer, expected)
        counts[result] += 1
        if result != "exact":
            shown = sorted(str(figure.value) for figure in answer.figures) if answer else []
            print(f"{result}: {text} expected {sorted(map(str, expected))}, given {shown[:6]}")  # noqa: T201
    print(dict(counts))  # noqa: T201
    return 0


if __name__ == "__main__":
    sys.exit(main())
