"""Who sits in a body, and who chairs it, where its names stand line by line below it. Knows nothing of search.

Names stand below the body's own line, in one column or side by side with those of another body, with a title before or
behind them.
"""

import re
from collections.abc import Iterator, Sequence

from index.lemmas import base_forms, compound_parts
from ingest.document import Page
from server.answering.text.chosen_list import ListFound
from server.answering.text.evidence import Piece
from server.answering.text.found_passages import Passage
from server.answering.text.lists import BulletList
from server.answering.text.units import Unit, readable
from server.answering.words.matching import Word, found_in, tokens, words_for

_ASKS_MEMBERS = re.compile(
    r"(?:ketkä|keitä|luettele|nimeä|listaa)\b.*\b(?:kuulu\w+|jäsen\w*|istu\w+|muodostavat)\b"
    r"|(?:vilka|räkna upp|nämn)\b.*\b(?:sitter|ingår|medlem\w*|ledam\w+|tillhör|hör till)\b"
    r"|who\b.*\b(?:members?|sits?|belongs?|serves?)\b|(?:list|name)\b.*\bmembers\b",
    re.IGNORECASE,
)
_ASKS_CHAIR = re.compile(
    r"(?:kuka|ketkä|vem|vilka|who)\b.*\b(?:vara|vice[- ]?|deputy )?(?:puheenjohtaj\w*|ordförande\w*|chair\w*)",
    re.IGNORECASE,
)
_ATTENDANCE = tuple(
    re.compile(rf"\b(?:{words})", re.IGNORECASE)
    for words in (
        r"läsnä|paikalla\b|osallistuj|osallistui|saapuvilla|närvarande|deltog\b|deltagare|present\b|attend",
        r"poissa|estynee|estynyt|frånvarande|förhindrad|absent|apologies",
    )
)
"""Words of who came to a meeting and of who did not, as they are asked and told."""
_ASKS_WHO = re.compile(r"(?:kuka|ketkä|keitä|vem|vilka|who)\b", re.IGNORECASE)
_OF_QUESTION = re.compile(
    r"(?:jäsen|kuulu|istu|muodost|kokoonpan|luettel|nimeä|nyky|medlem|ledam|sitt|ingå|tillhör|hör$|member|sits?$|belong|serve"
    r"|(?:vara)?puheenjoht|(?:vice)?ordförande|vice$|deputy|chair|toimii|toimi$|fungera|verkar|acts?$|johtaa$|leder$|leads?$)",
    re.IGNORECASE,
)
"""Words of a question for members that name no body."""
_GENERAL = re.compile(
    r"(?:(?:muut|övriga|other)\s)?(?:kokoonpano|jäsen(?:et|istö)|sammansättning\w*|medlemmar\w*|ledamöter\w*|members|membership|composition)"
    r"(?:\s(?:ovat|on|olivat|är|var|are|were))?\W*$",
    re.IGNORECASE,
)
"""A line above names that leaves the body to the headings above it."""
_OTHERS = re.compile(r"(?:muut|övriga|other)\b", re.IGNORECASE)
_VICE = re.compile(
    r"\b(?:\d\.\s?)?(?:varapuheenjohtaja\w*|vpj\b|vice[- ]?(?:ordförande|chair)\w*|deputy chair\w*)", re.IGNORECASE
)
_CHAIR = re.compile(r"\b(?:puheenjohtaja\b|pj\b|ordförande\b|ordf\b|chair(?:man|woman|person)?\b)", re.IGNORECASE)
_LABEL = re.compile(
    r"(?:(?:puheenjohtaja|varapuheenjohtaja|jäsen)(?:t|et)?|(?:vice )?ordförande|medlem(?:mar)?|ledam(?:ot|öter)"
    r"|(?:vice )?chair|members?)\s*:?\s+",
    re.IGNORECASE,
)
_BODY = re.compile(
    r"hallitu|valtuust|lautakun|jaost|toimikun|neuvost|johtokun|ryhmä|nämnd|styrelse|fullmäktige|utskott|kommitté|råd\b"
    r"|board|committee|council|group",
    re.IGNORECASE,
)
"""The word for a body in the line that heads what is told of it."""
_SHORT = 4
"""Words of such a line, at most."""
_TOWNS = ("kaupunki", "kunta", "kaupungin", "kunnan")
"""First parts of a body's name that its own town or municipality leaves out."""
_ALONE = re.compile(r"(?:jäsenet|medlemmar|ledamöter|members)\s*:?", re.IGNORECASE)
"""A label on a line of its own, below the names of those who chair."""
_MEMBER = re.compile(r"(?:jäsen|medlem|ledam|member)", re.IGNORECASE)
_NAMED = re.compile(
    r"[A-ZÅÄÖ][^\W\d_]+(?:[-’'][^\W\d_]+)*(?:\s(?:von|af|de|[A-ZÅÄÖ]\.|[A-ZÅÄÖ][^\W\d_]+(?:[-’'][^\W\d_]+)*)){1,3}(?P<rest>.*)"
)
_TITLED = re.compile(r"[a-zåäö][a-zåäö]{3,}-?(?:[\s,][a-zåäö-]+){0,4}\s(?=[A-ZÅÄÖ])")
"""A title in small letters before a name."""
_ASIDE = re.compile(r"\s*\([^()]*\)")
_BEHIND = re.compile(r"[^\W\d_][\w.]*|\d{1,2}\.\d{1,2}\.(?:\d{4})?(?:[–-]\d{1,2}\.\d{1,2}\.(?:\d{4})?)?")
_MOST_BEHIND = 5
"""Words that may stand behind a name: a title, a party, a date."""
_MARK = re.compile(r"[•●▪◦‣∙·■–—*-]\s*")
_APART = re.compile(r"[^\S\n]{2,}|\t")
_LINE = re.compile(r"[^\S\n]*\S[^\n]*")
_LONGEST = 80
"""Characters of a line that names a body, at most."""
_FEWEST, _SAID = 2, 4
_HELD, _SURELY = 0.6, 0.8


def members_of(passages: Sequence[Passage], words: Sequence[Word], question: str) -> ListFound | None:
    """Return the members of the body that a question names, or of them who chairs it; None where no names tell.

    Who came to its meeting, or did not, stands below a line that says so.
    """
    text = question.strip(" ¿")
    came = next((one for one in _ATTENDANCE if _ASKS_WHO.match(text) and one.search(text)), None)
    chair = came is None and bool(_ASKS_CHAIR.match(text))
    if came is None and not chair and not _ASKS_MEMBERS.match(text):
        return None
    body = [word for word in words if not (came or _OF_QUESTION).match(word.text)]
    if not body and came is None:
        return None
    found: list[ListFound] = []
    seen: set[tuple[str, int]] = set()
    for passage in passages:
        key = (passage.document.id, passage.page.number)
        if key in seen:
            continue
        seen.add(key)
        for head, entries in _listed(passage.page):
            if came is not None:
                of_body = bool(entries) and _tells_who_came(passage, head, came, body)
            else:
                of_body = len(entries) >= _FEWEST and _is_of(passage.page, head, body, passage)
            if not of_body:
                continue
            others = _before(passage.page.text, head[0]) if _OTHERS.match(passage.page.text, head[0]) else []
            named = [*others, *entries]
            chosen = _chairing(passage.page.text, named, vice=bool(_VICE.search(text))) if chair else named
            if chosen:
                found.append(_as_list(passage, head, chosen))
    return found[0] if len({one.items for one in found}) == 1 else None


def asks_members(question: str) -> bool:
    """Return whether a question asks who belongs to a body."""
    return bool(_ASKS_MEMBERS.match(question.strip(" ¿")))


def names_no_members(best: Piece, words: Sequence[Word], question: str) -> bool:
    """Return whether members are asked for and the best piece lacks some of their body's name, or all but that.

    Nor does a name tell who chairs a body that stands below the line of another one.
    """
    if _ASKS_CHAIR.match(question.strip(" ¿")):
        body = [word for word in words if not _OF_QUESTION.match(word.text)]
        return bool(body) and any(
            start < best.unit.end and best.unit.start < end
            for head, entries in _listed(best.passage.page)
            if len(entries) >= _FEWEST and not _is_of(best.passage.page, head, body, best.passage)
            for start, end in entries
        )
    if not asks_members(question):
        return False
    known = words_for(words, best.passage.document.language)
    told = [token for token in tokens(best.text) if token.isalpha() and len(token) >= _SAID]
    new = [token for token in told if not any(found_in(word, (token,)) >= _HELD for word in known)]
    return len(new) < _FEWEST or any(not _OF_QUESTION.match(word.text) for word in best.missing)


def _before(text: str, end: int) -> list[tuple[int, int]]:
    """Return the place of the sentence before `end` on its line: those named there are the ones beside the others."""
    start, stop = text.rfind("\n", 0, end) + 1, end - len(" ")
    return [_last_sentence(text, (start, stop))] if stop > start else []


def _as_list(passage: Passage, head: tuple[int, int], entries: Sequence[tuple[int, int]]) -> ListFound:
    page = passage.page.text
    units = tuple(Unit(start, end, "bullet", 1, 0) for start, end in entries)
    said = tuple(_without_label(readable(page[start:end])) for start, end in entries)
    lead = Unit(head[0], head[1], "heading", 0, 0)
    return ListFound(passage, BulletList(units, (lead,)), said, 1.0)


def _without_label(entry: str) -> str:
    """Return an entry without a label that only says that those below are members."""
    label = _LABEL.match(entry)
    return entry[label.end() :] if label and _MEMBER.match(entry) else entry


def _chairing(page: str, entries: Sequence[tuple[int, int]], *, vice: bool) -> list[tuple[int, int]]:
    """Return the entries with the title of the chair, or of deputies; a label is of all below it up to the next."""
    chosen: list[tuple[int, int]] = []
    labelled = False
    for start, end in entries:
        text = page[start:end]
        deputy = bool(_VICE.search(text))
        if _LABEL.match(text):
            labelled = deputy
        held = (deputy or labelled) if vice else (bool(_CHAIR.search(text)) and not deputy)
        if held:
            chosen.append((start, end))
    return chosen


def _is_of(page: Page, head: tuple[int, int], body: Sequence[Word], passage: Passage) -> bool:
    """Return whether the line above names is of the body asked for; a general one, by the headings above it.

    What else the question names may stand anywhere on the page or in its headings.
    """
    own = page.text[head[0] : head[1]]
    above = _body_above(page.text, head[0]) or passage.heading if _GENERAL.match(own.strip()) else ""
    if _OTHERS.match(own):
        above += " ".join(page.text[start:end] for start, end in _before(page.text, head[0]))
    known = words_for(body, passage.document.language)
    named, around = tokens(f"{above} {own}"), tokens(f"{passage.heading} {page.text}")
    bodies = [word for word in known if not word.name and not word.number]
    others = [word for word in known if word not in bodies]
    return (
        bool(bodies)
        and all(_is_body(word, named, around) for word in bodies)
        and all(found_in(word, around) >= _HELD for word in others)
    )


def _tells_who_came(passage: Passage, head: tuple[int, int], came: re.Pattern[str], body: Sequence[Word]) -> bool:
    """Return whether the line above names says who came, or did not, to what the question names and the page has."""
    around = tokens(f"{passage.heading} {passage.document.title} {passage.page.text}")
    known = words_for(body, passage.document.language)
    return came.match(passage.page.text, *head) is not None and all(found_in(word, around) >= _HELD for word in known)


def _body_above(text: str, end: int) -> str:
    """Return the nearest short line above that names a body; empty where none does."""
    lines = (line.group() for line in reversed(list(_LINE.finditer(text, 0, end))))
    return next((line for line in lines if len(line.split()) <= _SHORT and _BODY.search(line)), "")


def _is_body(word: Word, named: Sequence[str], around: Sequence[str]) -> bool:
    """Return whether a word of a body's name stands among tokens.

    Its last part alone is enough where the whole stands around, or where it only says that the body is its town's.
    """
    first, *rest = compound_parts(word.text) or ("",)
    towns = first in _TOWNS or any(found_in(word, (token,)) >= _SURELY for token in around if len(token) > len(first))
    last = frozenset(rest[-1:]) if towns else frozenset()
    return any(
        (found_in(word, (token,)) >= _SURELY and not _is_longer(word, token)) or last.intersection(base_forms(token))
        for token in named
    )


def _is_longer(word: Word, token: str) -> bool:
    """Return whether a token is a compound that only ends in the word: a regional council is no council."""
    parts = compound_parts(token)
    return len(parts) > 1 and parts[0] not in _TOWNS and parts[-1] in base_forms(word.text.lower())


def _listed(page: Page) -> Iterator[tuple[tuple[int, int], list[tuple[int, int]]]]:
    """Yield each line that names stand below, with the places of the names; of lines side by side, each by itself."""
    head: list[tuple[int, int]] = []
    below: list[list[tuple[int, int]]] = []
    for cells in (_cells_of(page.text, line) for line in _LINE.finditer(page.text)):
        whole = (cells[0][0], cells[-1][1])
        columns = len(head) > 1
        if head and columns and all(_is_name(page.text, cell) for cell in cells) and len(cells) <= len(head):
            for cell, column in zip(cells, _columns(page, cells, head), strict=True):
                below[column].append(cell)
        elif head and not columns and _is_name(page.text, whole):
            below[0].append(whole)
        elif not (below and below[0] and _ALONE.fullmatch(page.text, *whole)):
            yield from zip(head, below, strict=True)
            head = cells if len(cells) > 1 else [_last_sentence(page.text, whole)]
            head = head if head[-1][1] - head[0][0] <= _LONGEST else []
            below = [[] for _ in head]
    yield from zip(head, below, strict=True)


def _last_sentence(text: str, line: tuple[int, int]) -> tuple[int, int]:
    """Return the place of a line's last sentence: of a paragraph, only that leads what stands below it."""
    return text.rfind(". ", *line) + len(". ") if ". " in text[slice(*line)] else line[0], line[1]


def _cells_of(text: str, line: re.Match[str]) -> list[tuple[int, int]]:
    """Return the places of a line's cells, which wide blanks part, without its bullet."""
    mark = _MARK.match(text, line.start(), line.end())
    start = mark.end() if mark else line.start()
    cells = []
    for gap in (*_APART.finditer(text, start, line.end()), None):
        cells.append((start, gap.start() if gap else line.end()))
        start = gap.end() if gap else start
    return cells


def _columns(page: Page, cells: Sequence[tuple[int, int]], heads: Sequence[tuple[int, int]]) -> list[int]:
    """Return the column of each cell of a line: by its order, and where some are lacking by what stands above it."""
    if len(cells) == len(heads):
        return list(range(len(cells)))
    lefts = {word.start: word.x0 for word in page.words}
    known = [lefts.get(start, 0.0) for start, _ in heads]
    return [min(range(len(heads)), key=lambda at: abs(known[at] - lefts.get(start, 0.0))) for start, _ in cells]


def _is_name(text: str, cell: tuple[int, int]) -> bool:
    """Return whether a cell is a name, with a label before it and a title, a party or dates behind it."""
    line = readable(text[cell[0] : cell[1]])
    label = _LABEL.match(line)
    titled = None if label else _TITLED.match(line)
    named = _NAMED.match(line, label.end() if label else titled.end() if titled else 0)
    if named is None:
        return False
    behind = re.split(r"[\s,()]+", _ASIDE.sub("", named["rest"]).strip(" ,.()"))
    return len(behind) <= _MOST_BEHIND and all(not one or _BEHIND.fullmatch(one) for one in behind)
