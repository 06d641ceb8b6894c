"""The list that a question asks for, by its lead and headings. Knows nothing of wording.

A list answers with all its items and only those; what it is a list of stands in the line or heading that leads it.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from server.answering.text.evidence import Piece, coverage, weights_of
from server.answering.text.found_passages import Passage
from server.answering.text.lists import BulletList
from server.answering.text.second_look import denies
from server.answering.text.siblings import compounds_of, names_another, names_sibling
from server.answering.text.units import Unit, readable
from server.answering.words.counted import stem_of
from server.answering.words.kinds import SIZES, Wanted, asks_of_others
from server.answering.words.matching import Word, found_in, tokens, words_for
from server.answering.words.months import months_of

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
_CONDITION = re.compile(r"\b(?:jos|mikäli|om|ifall|if)\b", re.IGNORECASE)
"""A case in which something is asked: no list of a kind tells it."""
_ARE = re.compile(r"([^\W\d]+) (?:ovat|olivat|är|var|are|were)\s*:$", re.IGNORECASE)
_SAME_THING, _ALIKE = 0.8, 0.6
_LINE_FIT, _SURE_FIT = 0.2, 0.7
_NUMBERED = re.compile(r"([A-ZÅÄÖ][^\W\d_]{3,})\s(\d{1,2})\b[.:]?\s*")
_LONG_NAME = 140
"""Characters of the longest numbered heading with its name."""
_LABEL = re.compile(r"([^:\n]{3,40}):\s")
_SURE_WITHIN = 1.0
_SHORT_LEAD = 4
_SAID, _FEWEST = 4, 2
"""Letters of a word that says something, and the fewest such words of a question and things of a list."""
_LONG_HEADING = 6
"""Letters of one word that says by itself what a list is of: "Weaknesses"."""


@dataclass(frozen=True, slots=True)
class ListFound:
    """A list that answers: its passage, its items as printed, and how well it fits (0 to about 1).

    `beyond` has those of the items that stand on the next page.
    """

    passage: Passage
    bullets: BulletList
    items: tuple[str, ...]
    fit: float
    beyond: "ListFound | None" = None


def asked_list(passages: Sequence[Passage], words: Sequence[Word], wanted: Wanted) -> ListFound | None:
    """Return the list that fits a question best, or the numbered headings that it asks for where none surely does."""
    listed = best_list(passages, words, wanted)
    numbered = numbered_headings(passages, words, wanted)
    if listed is None or numbered is None:
        return listed or numbered
    below = any(unit.start == item.start for unit in listed.bullets.lead for item in numbered.bullets.items)
    return numbered if below or listed.fit < _SURE_FIT else listed


def best_list(passages: Sequence[Passage], words: Sequence[Word], wanted: Wanted) -> ListFound | None:
    """Return the list whose lead and headings say most of what the question asks for, or None.

    A list of as many items as the question names is preferred; one of another size is taken only where its lead says
    nearly all that is asked. Of lists that fit about alike, the one is meant whose own line has the question's words as
    it has them.
    """
    weights = weights_of(words, passages)
    found: list[ListFound] = []
    seen: set[tuple[str, int, int]] = set()
    # A month may be told by its number.
    compounds = [word for word in compounds_of(passages, words) if not months_of(word)]
    for passage in passages:
        page = passage.page
        title = frozenset(tokens(passage.document.title + " " + (passage.document.programme or "")))
        for bullets in passage.lists:
            key = (passage.hit.chunk.document_id, page.number, bullets.items[0].start)
            if key in seen or len(bullets.items) < 2:
                continue
            seen.add(key)
            above = [page.text[unit.start : unit.end] for unit in bullets.lead]
            if names_sibling(above, compounds) or any(names_another(line, words) for line in above):
                continue
            near = passage.hit.chunk.start - 200 <= bullets.items[0].start <= passage.hit.chunk.end + 200
            lead = frozenset(tokens(" ".join(readable(page.text[u.start : u.end]) for u in bullets.lead)))
            if _of_things_unasked(passage, bullets, words):
                continue
            if asked := _labelled_item(page.text, bullets, words, lead):
                bullets = replace(bullets, items=(asked,))  # noqa: PLW2901  # of the list, only that item is asked for
                lead = lead.union(tokens(page.text[asked.start : asked.end].split(":")[0]))
            items = tuple(_item(page.text[u.start : u.end]) for u in bullets.items)
            fit = _list_fit(words, weights, wanted, lead, title, items)
            fit += 0.1 / passage.hit.rank - (0.0 if near else 0.15)
            held = lead.union(tokens(passage.heading), *map(tokens, items))
            # What the documents have elsewhere, a list without it is not of.
            fit -= _ANOTHER_KIND * any(word.text.lower() in compounds and not _said_in(word, held) for word in words)
            found.append(ListFound(passage, bullets, items, fit))
    return max(found, key=lambda one: one.fit + _line_fit(one, words), default=None)


def _line_fit(found: ListFound, words: Sequence[Word]) -> float:
    """Return what a list wins whose own line says what kind of things are asked for, in the question's very words."""
    text = found.passage.page.text
    above = [unit for unit in found.bullets.lead if unit.start < found.bullets.items[0].start]
    line = frozenset(tokens(readable(text[above[-1].start : above[-1].end]))) if above else frozenset()
    kinds = words_for([word for word in words if word.attribute], found.passage.document.language)
    said = any(found_in(word, line) >= _ALIKE for word in kinds)
    return _LINE_FIT * (said + sum(word.text.lower() in line for word in words) / max(1, len(words)))


def _said_in(word: Word, held: frozenset[str]) -> bool:
    """Return whether a word stands among tokens in whatever form."""
    return found_in(word, held) >= _ALIKE


def _labelled_item(text: str, bullets: BulletList, words: Sequence[Word], lead: frozenset[str]) -> Unit | None:
    """Return the item whose label ("In schools: …") alone of those of a list has a word of the question, or None."""
    labels = [(unit, tokens(label[1])) for unit in bullets.items if (label := _LABEL.match(text, unit.start, unit.end))]
    asked = [word for word in words if not word.attribute and found_in(word, lead) < _SAME_THING]
    held = [unit for unit, label in labels if any(found_in(word, label) >= _SAME_THING for word in asked)]
    return held[0] if len(held) == 1 < len(labels) else None


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
    if not _ASKS_WHAT.match(question.strip(" ¿")) or _CONDITION.search(question):
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


def numbered_headings(passages: Sequence[Passage], words: Sequence[Word], wanted: Wanted) -> ListFound | None:
    """Return the headings of one kind that are numbered ("Package 1 …", "Package 2 …") where all of it are asked for.

    All else that is asked must stand on their page, but for one word where there are more.
    """
    for passage in passages:
        known = words_for(words, passage.document.language)
        kind = next((word for word in known if word.attribute), known[0] if known else None)
        if kind is None or kind.name or kind.number:
            continue
        around = frozenset(tokens(passage.page.text + " " + passage.heading))
        others = [word for word in known if word is not kind]
        missing = sum(found_in(word, around) < _ALIKE for word in others)
        if not others or missing > 1 or missing == len(others):
            continue
        items = _numbered(passage, kind)
        if len(items) > 1 and wanted.size in (None, len(items)):
            return whole_list(passage, BulletList(items, ()))
    return None


def _numbered(passage: Passage, kind: Word) -> tuple[Unit, ...]:
    """Return the first headings of a kind whose numbers rise from 1, each with the name on the lines below it."""
    text, items, last = passage.page.text, list[Unit](), 0
    for order, unit in enumerate(passage.units):
        found = _NUMBERED.match(text, unit.start, unit.end)
        if found is None or unit.kind not in ("heading", "sentence") or found_in(kind, tokens(found[1])) < _SAME_THING:
            continue
        if (number := int(found[2])) <= last or (not last and number > 1) or unit.end - unit.start > _LONG_NAME:
            break
        below = passage.units[order + 1] if order + 1 < len(passage.units) else unit
        named = found.end() < unit.end or below.kind != "heading" or _NUMBERED.match(text, below.start, below.end)
        items.append(unit if named or below.end - unit.start > _LONG_NAME else replace(unit, end=below.end))
        last = number
    return tuple(items)


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

    Nor does that line, then, have all words of the question. What a list of another language is of may be said by a
    word that no dictionary has.
    """
    if (passage.document.language or "fi") != "fi":
        return False
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
        if led and (heads or _goes_on(piece.text, piece.passage.page.text, bullets)):
            return whole_list(piece.passage, bullets)
        last = bullets.lead[-1] if bullets.lead and part and piece.unit in bullets.items else None
        if last and piece.passage.page.text[last.start : last.end].rstrip().endswith(":"):
            return whole_list(piece.passage, bullets)
    return None


def _goes_on(lead: str, text: str, bullets: BulletList) -> bool:
    """Return whether a line that leads a list on a page ends with a colon or goes on in each of the items."""
    return lead.endswith(":") or (lead[-1:].isalnum() and text[bullets.items[0].start].islower())


def echoed_list(passages: Sequence[Passage], words: Sequence[Word], question: str) -> ListFound | None:
    """Return the list that a line leads which has all of a question's words, and hardly another; else None.

    They are its long words as they stand, or what it asks about in whatever form: "The purpose of X is to".
    """
    asked = [token for token in tokens(question)[1:] if len(token) >= _SAID]
    for passage in passages:
        text = passage.page.text
        known = words_for(words, passage.document.language)
        for bullets in passage.lists:
            lead = next((unit for unit in reversed(bullets.lead) if unit.start < bullets.items[0].start), None)
            if lead is None or len(bullets.items) < _FEWEST:
                continue
            said = tuple(token for token in tokens(text[lead.start : lead.end]) if len(token) >= _SAID)
            verbatim = len(asked) >= _FEWEST and set(asked) <= set(said) and len(said) <= len(asked) + 1
            if asks_of_others(question, text[lead.start : lead.end]):
                continue
            if said and (verbatim or _says_just(known, said)):
                return whole_list(passage, bullets)
    return None


def _says_just(words: Sequence[Word], said: tuple[str, ...]) -> bool:
    """Return whether a line says all of the words, which are some, and but one more."""
    if len(words) < _FEWEST or any(found_in(word, said) < _SAME_THING for word in words):
        return False
    return sum(not _is_one_of(words, token) for token in said) <= 1


def led_list(pieces: Sequence[Piece], words: Sequence[Word], wanted: Wanted) -> ListFound | None:
    """Return the list that the best piece leads, or the next one where it alone has all of the question; else None."""
    best, *others = pieces[:2]
    found = led_by(best, wanted) or _led_above(pieces, words, wanted)
    for piece in others:
        more = best.missing and not piece.missing and piece.score >= best.score - _SURE_WITHIN
        if found is None and more and piece.text.endswith(":"):
            found = led_by(piece, wanted)
    if found is None or _of_things_unasked(found.passage, found.bullets, words):
        return None
    text = found.passage.page.text
    lead = " ".join(text[unit.start : unit.end] for unit in found.bullets.lead)
    return None if _is_of_another(words, wanted, frozenset(tokens(" ".join((lead, *found.items))))) else found


def _led_above(pieces: Sequence[Piece], words: Sequence[Word], wanted: Wanted) -> ListFound | None:
    """Return the list whose item the best piece is where the line that leads it has much more of the question."""
    best = pieces[0]
    if best.unit.kind != "bullet" or wanted.kind not in _LISTED:
        return None
    text = best.passage.page.text
    known = words_for(words, best.passage.document.language)
    weights = weights_of(words, [piece.passage for piece in pieces])
    for bullets in best.passage.lists:
        if best.unit not in bullets.items:
            continue
        above = [unit for unit in bullets.lead if unit.start < bullets.items[0].start]
        lead = readable(text[above[-1].start : above[-1].end]) if above else ""
        said = tokens(lead)
        fits = coverage(known, weights, frozenset(said)) >= max(_ALIKE, 2 * best.signals.coverage)
        # A short heading of who does what ("The council decides") leads all that is done.
        deed = _FEWEST <= len(said) <= _SHORT_LEAD and not best.signals.coverage
        if (fits and _goes_on(lead, text, bullets)) or (deed and all(_is_one_of(known, token) for token in said)):
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


def _is_one_of(words: Sequence[Word], token: str) -> bool:
    return any(found_in(word, (token,)) >= _ALIKE for word in words)
