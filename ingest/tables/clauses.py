"""Running text cut into clauses that a figure is read in: bullets and paragraphs over lines, then sentences.

Knows nothing of numbers.
"""

import re
from dataclasses import dataclass
from typing import Final

from ingest.document import Page

_BULLET: Final = re.compile(r"\s*(?:[•▪●◦○■□►▶❖✓➢*·\uf0b7\uf0a7]|[-–—](?=\s?\D)|\d{1,2}[.)](?=\s))\s*")
_SENTENCE_END: Final = re.compile(r"(?<=[a-zåäö)\]%€])[.!?](?=\s+[A-ZÅÄÖ\d(])|;(?=\s)|(?<=\d)\.(?=\s+[A-ZÅÄÖ][a-zåäö])")
_SHORT_LINE: Final = 45
_MARGIN: Final = 1.5
_NO_END: Final = re.compile(
    r"(?:\b(?:mm|esim|ym|jne|n|noin|klo|ks|vrt|ns|sis|milj|mrd|ca|bl\.a|t\.ex|e\.g|i\.e|nr|nro|No|v|vv|art|luv)|\b[A-ZÅÄÖ])$"
)
_NUMBERED: Final = re.compile(r"\s*[A-ZÅÄÖ][\w-]+\s\d{1,2}\Z")
"""What a numbered label begins with: "Investointi 3. Tietopohja" is no two sentences."""
_JOINED: Final = re.compile(r"(?:[,-]|(?:^|\s)(?:ja|sekä|och|samt|and))\Z")


@dataclass(frozen=True, slots=True)
class Clause:
    """Characters `start` to `end` of a page's text; `lead` is where the bullet or paragraph around it starts."""

    start: int
    end: int
    lead: int


def clauses_of(page: Page) -> tuple[Clause, ...]:
    """Return the clauses of `page` in order."""
    found: list[Clause] = []
    for start, end in _paragraphs(page.text):
        begin = start
        for match in _SENTENCE_END.finditer(page.text, start, end):
            if _NO_END.search(page.text, begin, match.start()) or _NUMBERED.match(page.text[begin : match.start()]):
                continue
            found.append(Clause(begin, match.end(), start))
            begin = match.end()
        if page.text[begin:end].strip():
            found.append(Clause(begin, end, start))
    return tuple(found)


def _paragraphs(text: str) -> list[tuple[int, int]]:
    """Return lines joined where one goes on in the next: no blank line, bullet, or new start between them."""
    joined: list[tuple[int, int]] = []
    lines = text.split("\n")
    # Some extractions put a blank line after every line; there only two of them part paragraphs.
    parting = 2 if len(re.findall(r"\S[ \t]*\n[ \t]*\n", text)) * 2 > sum(bool(line.strip()) for line in lines) else 1
    at = blank = 0
    before = ""
    for line in lines:
        start, end = at, at + len(line)
        at = end + 1
        if not line.strip():
            blank += 1
            before = "" if blank >= parting else before
            continue
        blank = 0
        if before and _goes_on(before, line):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
        before = line
    return joined


def _goes_on(before: str, line: str) -> bool:
    if _BULLET.match(line):
        return False
    tail, head = before.rstrip(), line.strip()
    if head[:1].islower() or (head.startswith("(") and any(map(str.isdigit, head))):
        return True
    if tail.endswith((":", ".", "!", "?")):
        return bool(_NUMBERED.match(tail[:-1]))
    # A margin breaks lines of about one length; what stands over a paragraph set in one line is a heading.
    broken = len(tail) > _SHORT_LINE and len(head) <= _MARGIN * len(tail)
    return bool(_JOINED.search(tail)) or broken


def bullet_end(text: str) -> int:
    """Return the index behind the bullet that `text` opens with, 0 where it has none."""
    match = _BULLET.match(text)
    return match.end() if match else 0
