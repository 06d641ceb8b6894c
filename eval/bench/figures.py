"""Times figure questions over many stored figures, without an encoder: `python -m eval.bench.figures [COUNT]`.

The tables are made up: regions' grants of numbered programmes by year, in documents of one page. Figures of this bench
say how fast answering is, nothing of how right it is.
"""

import itertools
import random
import statistics
import sys
import time
from decimal import Decimal

from index.figures import FigureIndex
from ingest.document import Document, Page, Span
from ingest.table import Figure, Table
from server.answering.answer import Question
from server.answering.figures.figures_answer import answer_from_figures
from server.answering.figures.labels import labels_of
from server.answering.figures.understanding import understand
from server.answering.words.names import names

YEARS = ("2019", "2020", "2021", "2022")
WORDS = ("koulutus", "kulttuuri", "liikenne", "ympäristö", "työllisyys", "turvallisuus", "maatalous", "tutkimus")


class MadeUp:
    """A source of figures whose pages hold one table each."""

    def __init__(self, count: int) -> None:
        rows = [name.names["fi"][0] for name in names().values() if name.kind in ("region", "city")]
        draw = random.Random(1)  # noqa: S311 - made-up amounts
        tables: dict[str, Table] = {}
        documents: dict[str, Document] = {}
        self.texts: dict[str, str] = {}
        for number in itertools.count(1):
            if number * len(rows) * len(YEARS) > count + len(rows) * len(YEARS):
                break
            key = f"bench/{number}"
            title = f"{WORDS[number % len(WORDS)].capitalize()}hanke {number}"
            lines, figures, start = [], [], 0
            for row, label in enumerate(rows):
                line = label
                for column, year in enumerate(YEARS):
                    value = draw.randrange(10_000, 10_000_000)
                    printed = f"{value:,}".replace(",", " ")
                    spot = start + len(line) + 1
                    line += f" {printed}"
                    figures.append(
                        Figure(
                            f"{key}#{row}-{column}", key, key, Decimal(value), "EUR", printed, (label,), (year,),
                            "stated", "", Span(1, spot, spot + len(printed)), (Span(1, start, start + len(label)),),
                            measure="granted", programme=title, period=year, row=row, column=column,
                        )
                    )  # fmt: skip
                lines.append(line)
                start += len(line) + 1
            self.texts[key] = "\n".join(lines)
            documents[key] = Document(key, "bench", f"{number}.txt", "0", "text/plain", title, ())
            tables[key] = Table(key, key, (1,), Span(1, 0, 1), title, "EUR", 1, tuple((row,) for row in rows),
                                tuple((year,) for year in YEARS), tuple(figures), (), programme=title)  # fmt: skip
        self.figures = FigureIndex((), tables, documents)

    def page(self, document_id: str, number: int) -> Page:
        """Return the one page of a document."""
        text = self.texts[document_id]
        return Page(number, text, text, tuple(range(len(text) + 1)))


def main() -> int:
    """Print the time to make the labels' index, and the median and 99th percentile of a question."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    source = MadeUp(count)
    started = time.perf_counter()
    labels_of(source.figures)
    print(f"{len(source.figures)} figures, labels indexed in {time.perf_counter() - started:.1f} s")  # noqa: T201
    rows = [name.names["fi"][0] for name in names().values() if name.kind == "region"]
    draw = random.Random(2)  # noqa: S311 - made-up questions
    last = len(source.figures.tables)
    times, answered = [], 0
    for _ in range(300):
        number, row, year = draw.randrange(1, last), draw.choice(rows), draw.choice(YEARS)
        word = WORDS[number % len(WORDS)]
        text = draw.choice((f"Paljonko {row} sai {word}hanke {number} vuonna {year}?",
                            f"Mikä alue sai eniten: {word}hanke {number}, {year}?",
                            f"Paljonko {row} sai vuonna 2015?"))  # fmt: skip
        started = time.perf_counter()
        answer = answer_from_figures(understand(Question(text), "fi"), source)
        times.append((time.perf_counter() - started) * 1000)
        answered += answer is not None and answer.status == "answered"
    times.sort()
    print(f"answered {answered} of 300; p50 {statistics.median(times):.1f} ms, p99 {times[296]:.1f} ms")  # noqa: T201
    return 0


if __name__ == "__main__":
    sys.exit(main())
