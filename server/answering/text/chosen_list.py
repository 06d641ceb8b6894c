"""The list that a question asks for, by its lead and headings. Knows nothing of wording.

A list answers with all its items and only those; what it is a list of stands in the line or heading that leads it.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from server.answering.text.evidence import Piece, coverage, weights_of
from server.answering.text.found_passages import Passage
from server.answering.text.lists import BulletList
from server.answering.text.second_look import denies
from server.answering.text.siblings import compounds_of, names_sibling
from server.answering.text.units import readable
from server.answering.words.counted import stem_of
from server.answering.words.kinds import SIZES, Wanted
from server.answering.words.matching import Word, found_in, tokens, words_for

_LISTED = ("what", "list", "how")
_ANOTHER_KIND = 0.3
"""What a list loses whose lead does not say what kind of things are asked for."""
_PROSE = 200
"""Characters of each item, on average, of what are paragraphs set as bullets: they list nothing by themselves."""
_NAMED_FIT = 0.9
"""How well a list must fit that is not asked for as one: its heading has nearly every word of the question."""
_WHAT = re.compile(r"(?:mitä|minkälaisia|millaisia|vilka|vad för|what|which|what kinds? of)\s+(\w+)\s", re.IGNORECASE)
_JOINS = re.compile(r"[\s;,]+(?:(?:ja|sekä|tai|och|samt|eller|and|or)\s*)?$")
_ASKS_WHAT = re.compile(r"(?:mitä|mitkä|millaisia|minkälaisia|vad|vilka|what|which)\b", re.IGNORECASE)
_ARE = re.compile(r"([^\W\d]+) (?:ovat|olivat|är|var|are|were)\s*:$", re.IGNORECASE)
_SAME_THING, _ALIKE = 0.8, 0.6
_SURE_WITHIN = 1.0
_SAID, _FEWEST = 4, 2
"""Letters of a word that says something, and the fewest such words of a question and things of a list."""
_LONG_HEADING = 6
"""Letters of one word that says by itself what a list is of: "Weaknesses"."""


@dataclass(frozen=True, slots=True)
class ListFound:
    """A list that answers: its passage, its items as printed, and how well it fits (0 to about 1)."""

    passage: Passage
    bullets: BulletList
    items: tuple[str, ...]
    fit: float


def best_list(passages: Sequence[Passage], words: Sequence[Word], wanted: Wanted) -> ListFound | None:
    """Return the list whose lead and headings say most of what the question asks for, or None.

    A list of as many items as the question names is preferred; one of another size is taken only where its lead says
    nearly all that is asked.
    """
    weights = weights_of(words, passages)
    best: ListFound | None = None
    seen: set[tuple[str, int, int]] = set()
    compounds = compounds_of(passages, words)
    for passage in passages:
        page = passage.page
        title = frozenset(tokens(passage.document.title + " " + (passage.document.programme or "")))
        for bullets in passage.lists:
            key = (passage.hit.chunk.document_id, page.number, bullets.items[0].start)
            if key in seen or len(bullets.items) < 2:
                continue
            seen.add(key)
            if names_sibling([page.text[unit.start : unit.end] for unit in bullets.lead], compounds):
                continue
            near = passage.hit.chunk.start - 200 <= bullets.items[0].start <= passage.hit.chunk.end + 200
            items = tuple(_item(page.text[u.start : u.end]) for u in bullets.items)
            lead = frozenset(tokens(" ".join(readable(page.text[u.start : u.end]) for u in bullets.lead)))
            if _of_things_unasked(passage, bullets, words):
                continue
            fit = _list_fit(words, weights, wanted, lead, title, items)
            fit += 0.1 / passage.hit.rank - (0.0 if near else 0.15)
            if best is None or fit > best.fit:
                best = ListFound(passage, bullets, items, fit)
    return best


def named_list(passages: Sequence[Passage], words: Sequence[Word], wanted: Wanted, question: str) -> ListFound | None:
    """Return the list below a heading of all that is asked ("What challenges do the projects have?"), or None."""
    asked = _WHAT.match(question)
    listed = best_list(passages, words, wanted) if asked else None
    if listed is None or asked is None or listed.fit < _NAMED_FIT:
        return _below_one_word(passages, words, question)
    heading = all(unit.kind == "heading" for unit in listed.bullets.lead)
    text = listed.passage.page.text
    lead = frozenset(tokens(" ".join(readable(text[unit.start : unit.end]) for unit in listed.bullets.lead)))
    kind = [word for word in words if word.text == asked.group(1) and not word.name]
    if heading and any(found_in(word, lead) >= _SAME_THING for word in kind):
        return listed
    return _below_one_word(passages, words, question)


def _below_one_word(passages: Sequence[Passage], words: Sequence[Word], question: str) -> ListFound | None:
    """Return the list below a heading of one long word that a question asks for, or whose verb it asks with.

    "What weaknesses were found in X?" and "What does X propose?" are told below "Weaknesses" and "Proposals" where all
    other words of the question but one stand on the page.
    """
    if not _ASKS_WHAT.match(question.strip(" ¿")):
        return None
    found: list[ListFound] = []
    for passage in passages:
        text = passage.page.text
        known = words_for(words, passage.document.language)
        if not known:
            continue
        around = frozenset(tokens(text + " " + passage.heading))
        for bullets in passage.lists:
            lead = bullets.lead[:1]
            heading = tokens(text[lead[0].start : lead[0].end]) if lead and lead[0].kind == "heading" else ()
            if len(heading) != 1 or len(heading[0]) < _LONG_HEADING or lead[0].start > bullets.items[0].start:
                continue
            named = [word for word in (known[0], known[-1]) if found_in(word, heading) >= _ALIKE and not word.name]
            others = [word for word in known if word not in named]
            missing = sum(found_in(word, around) < _ALIKE for word in others)
            if named and others and missing <= 1 and missing < len(others):
                found.append(whole_list(passage, bullets))
    starts = {(one.passage.document.id, one.passage.page.number, one.bullets.items[0].start) for one in found}
    return found[0] if len(starts) == 1 else None


def _list_fit(  # noqa: PLR0913, PLR0917  # what a list is judged by
    words: Sequence[Word],
    weights: Mapping[str, float],
    wanted: Wanted,
    lead: frozenset[str],
    title: frozenset[str],
    items: tuple[str, ...],
) -> float:
    content = [word for word in words if word.text != str(wanted.size)]
    # What kind of things are listed must stand in the lead itself, not only in the document's title.
    own = coverage(content, weights, lead)
    with_title = coverage(content, weights, lead | title)
    fit = 0.55 * own + 0.45 * with_title
    prose = sum(map(len, items)) > _PROSE * len(items)
    unsaid = [word for word in content if found_in(word, lead) < _ALIKE]
    if any(word.attribute or (prose and found_in(word, title) < _ALIKE) for word in unsaid):
        fit -= _ANOTHER_KIND
    if wanted.size:
        another = _is_of_another(words, wanted, lead.union(*(tokens(item) for item in items)))
        fit += 0.3 if len(items) == wanted.size and not another else -0.3 - another * _ANOTHER_KIND
    inside = coverage(content, weights, frozenset(t for item in items for t in tokens(item)))
    return fit + 0.1 * inside


def leads_other_things(piece: Piece, words: Sequence[Word]) -> bool:
    """Return whether a piece is the line that leads a list of what is not asked for: "The aims are:"."""
    led = [bullets for bullets in piece.passage.lists if any(unit.start == piece.unit.start for unit in bullets.lead)]
    return piece.text.endswith(":") and any(_of_things_unasked(piece.passage, bullets, words) for bullets in led)


def _of_things_unasked(passage: Passage, bullets: BulletList, words: Sequence[Word]) -> bool:
    """Return whether the line that leads a list says what its items are, "The aims are:", and the question does not.

    Nor does that line, then, have all words of the question.
    """
    led = [readable(passage.page.text[unit.start : unit.end]) for unit in bullets.lead]
    things = [found[1].casefold() for line in led if (found := _ARE.search(line))]
    if not things or all(found_in(word, tokens(" ".join(led))) >= _ALIKE for word in words):
        return False
    return any(all(found_in(word, (thing,)) < _ALIKE for word in words) for thing in things)


def _is_of_another(words: Sequence[Word], wanted: Wanted, told: frozenset[str]) -> bool:
    """Return whether as many things of one kind are asked for, "four pillars", and the kind is not `told`."""
    sizes = {str(wanted.size), *(word for word, size in SIZES.items() if size == wanted.size)}
    counted = next((after for word, after in pairwise(words) if word.text.lower() in sizes), None)
    if counted is None or found_in(counted, told) >= _ALIKE:
        return False
    stem = stem_of(counted.text)  # "three levels" may be "kolmentasoisia"
    return not any(stem in token for token in told)


def _item(text: str) -> str:
    """Return an item of a list as it reads by itself: without what joins it to the next."""
    return _JOINS.sub("", readable(text))


def led_by(piece: Piece, wanted: Wanted) -> ListFound | None:
    """Return the list that a piece leads ("Money may be used for:"), which is then the answer itself; else None.

    A heading right above a list leads it where no date, number or name is asked for; an item that has no word of the
    question is no answer without the others.
    """
    if piece.span and (wanted.person or wanted.kind == "when"):
        return None  # What its bearer says stands below the title and the name; a date is told without what follows.
    if wanted.kind == "where" and (piece.passage.document.language or "fi") != "fi":
        return None
    heads = piece.unit.kind == "heading" and wanted.kind in _LISTED
    part = piece.unit.kind == "bullet" and wanted.kind in _LISTED and not piece.signals.coverage
    for bullets in piece.passage.lists:
        led = any(unit.start == piece.unit.start for unit in bullets.lead) and bullets.items[0].start > piece.unit.start
        if led and (heads or piece.text.endswith(":") or unfinished(piece, bullets)):
            return whole_list(piece.passage, bullets)
        last = bullets.lead[-1] if bullets.lead and part and piece.unit in bullets.items else None
        if last and piece.passage.page.text[last.start : last.end].rstrip().endswith(":"):
            return whole_list(piece.passage, bullets)
    return None


def unfinished(piece: Piece, bullets: BulletList) -> bool:
    """Return whether a line that leads a list is a sentence that goes on in each of its items."""
    text = piece.passage.page.text
    return piece.text[-1:].isalnum() and text[bullets.items[0].start].islower()


def echoed_list(passages: Sequence[Passage], question: str) -> ListFound | None:
    """Return the list that a line leads which has all long words of a question in their forms, and hardly another."""
    asked = [token for token in tokens(question)[1:] if len(token) >= _SAID]
    if len(asked) < _FEWEST:
        return None
    for passage in passages:
        text = passage.page.text
        for bullets in passage.lists:
            lead = bullets.lead[-1] if bullets.lead else None
            if lead is None or lead.start > bullets.items[0].start or len(bullets.items) < _FEWEST:
                continue
            said = [token for token in tokens(text[lead.start : lead.end]) if len(token) >= _SAID]
            if said and set(asked) <= set(said) and len(said) <= len(asked) + 1:
                return whole_list(passage, bullets)
    return None


def led_list(pieces: Sequence[Piece], words: Sequence[Word], wanted: Wanted) -> ListFound | None:
    """Return the list that the best piece leads, or the next one where it alone has all of the question; else None."""
    best, *others = pieces[:2]
    found = led_by(best, wanted) or _led_above(pieces, wanted)
    for piece in others:
        more = best.missing and not piece.missing and piece.score >= best.score - _SURE_WITHIN
        if found is None and more and piece.text.endswith(":"):
            found = led_by(piece, wanted)
    if found is None or _of_things_unasked(found.passage, found.bullets, words):
        return None
    text = found.passage.page.text
    lead = " ".join(text[unit.start : unit.end] for unit in found.bullets.lead)
    return None if _is_of_another(words, wanted, frozenset(tokens(" ".join((lead, *found.items))))) else found


def _led_above(pieces: Sequence[Piece], wanted: Wanted) -> ListFound | None:
    """Return the list whose item the best piece is where the line that leads it has much more of the question."""
    best = pieces[0]
    if best.unit.kind != "bullet" or wanted.kind not in _LISTED:
        return None
    for bullets in best.passage.lists:
        if best.unit not in bullets.items:
            continue
        above = [unit for unit in bullets.lead if best.passage.page.text[unit.end - 1] == ":"]
        lead = next((one for one in pieces if one.unit in above and one.passage.page is best.passage.page), None)
        if lead and lead.signals.coverage >= max(_ALIKE, 2 * best.signals.coverage):
            return whole_list(best.passage, bullets)
    return None


def denied(found: ListFound) -> bool:
    """Return whether what leads a list, or one of its items, says that something is not so."""
    text = found.passage.page.text
    return any(denies(text[unit.start : unit.end]) for unit in (*found.bullets.lead, *found.bullets.items))


def whole_list(passage: Passage, bullets: BulletList) -> ListFound:
    """Return a list of a passage as what was asked for."""
    text = passage.page.text
    return ListFound(passage, bullets, tuple(_item(text[u.start : u.end]) for u in bullets.items), 1.0)
