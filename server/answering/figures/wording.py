"""What rows, columns, tables and values are called in an answer. Knows nothing of how they were found."""

import re

from index.figures import Context
from ingest.table import Figure
from ingest.tables.measures import measure_of as column_measure
from server.answering.answer import Language
from server.answering.figures.choice import Choice
from server.answering.figures.labels import TABLE_NUMBER
from server.answering.figures.sentences import MEASURES, PHRASES, say
from server.answering.words.names import mentions_in, names
from server.answering.words.numbers_format import format_value
from server.answering.words.vocabulary import words_listed
from server.answering.words.word import words_of

_TOTAL = re.compile(r"\b(?:yht\.?|yhteensä|totalt|total|sammanlagt)(?=\W|$)", re.IGNORECASE)

_YEAR_WITH_UNIT = re.compile(r"^((?:19|20)\d\d) (?:€|%|[Mmt]€|euroa|milj\. ?€)$")
"""A year that heads a column with its unit; before the value, it would read as an amount."""
_UNIT_AT_END = re.compile(
    r"\s*(?:\((?:1[ .]?000 |milj\. ?|mn |mrd |t|m)?(?:€|euro\w*|eur)\)"
    r"|,? \(?(?:m€|milj\. ?(?:€|euro\w*)|mn €|1[ .]?000 (?:€|euro\w*))\)?)$",
    re.IGNORECASE,
)

_LONG_TITLE, _FEWEST_WORDS = 80, 3


def name_of(label: str, language: Language) -> str:
    """Return a row label in `language` where it is a known name, else as printed."""
    plain = " ".join(label.split()).rstrip(":").removesuffix("." if label.count(" ") > 1 else ":")
    plain = _UNIT_AT_END.sub("", plain) or plain
    if _TOTAL.match(plain):
        return PHRASES["total"][language].capitalize()
    bare = _TOTAL.sub("", plain).strip(" -–:,")
    words = words_of(bare)
    mentions = mentions_in(words)
    if bare and len(mentions) == 1 and (mentions[0].start, mentions[0].end) == (0, len(words)):
        key = min(mentions[0].keys)[2:]
        shown = names()[key].shown(language) if names()[key].kind != "programme" else bare
        return say("in_total", language, name=shown) if bare != plain else shown
    return plain


def row_of(path: tuple[str, ...], language: Language) -> str:
    """Return a row path's innermost label, with its parent where it has one."""
    if not path:
        return ""
    name = name_of(path[-1], language)
    parents = [_parent(one, name, language) for one in path[:-1]]
    return say("part_of", language, name=name, parent=" › ".join(parents)) if (len(path) > 1) else name


def row_named(figure: Figure, language: Language) -> str:
    """Return what a figure's row is called: with the row that it is part of, or with its other labels in brackets."""
    if figure.row_role == "child" or figure.row_parent is not None or len(figure.row_path) < 2:
        return row_of(figure.row_path, language)
    name = name_of(figure.row_path[-1], language)
    return f"{name} ({', '.join(_parent(one, name, language) for one in figure.row_path[:-1])})"


def _parent(label: str, name: str, language: Language) -> str:
    """Return a parent's label without its word for a total, but where it would be the row's own name."""
    whole = name_of(label, language)
    bare = name_of(_TOTAL.sub("", " ".join(label.split())).strip(" -–:,") or label, language)
    return whole if bare == name else bare


def column_of(path: tuple[str, ...], language: Language) -> str:
    """Return a column path as printed without its unit, which the value has; a bare total word in `language`."""
    labels = [_YEAR_WITH_UNIT.sub(r"\1", _UNIT_AT_END.sub("", " " + " ".join(label.split())).strip()) for label in path]
    plain = " › ".join(filter(None, labels))
    return PHRASES["total"][language] if _TOTAL.match(plain) else plain


def short_title(title: str) -> str:
    """Return a title without its number ("Taulukko 1.") and the unit at its end, which each value has itself."""
    plain = TABLE_NUMBER.sub("", " ".join(title.split()))
    return (_UNIT_AT_END.sub("", plain) or plain).rstrip(" :,")


def programme_of(label: str, language: Language) -> str:
    """Return a programme's name in `language`, with the document's own in parentheses, where it is a known one."""
    plain = short_title(label)
    words = words_of(plain)
    for mention in mentions_in(words):
        known = [names()[key[2:]] for key in sorted(mention.keys) if names()[key[2:]].kind == "programme"]
        beside = [word for position, word in enumerate(words) if not mention.start <= position < mention.end]
        if known and all(not word.forms.isdisjoint(words_listed("kinds", "programme")) for word in beside):
            shown = known[0].shown(language)
            return plain if language == "fi" or shown.casefold() in plain.casefold() else f"{shown} ({plain})"
    return plain


def place_of(context: Context, language: Language) -> str:
    """Return the programme, or where there is none the title, that the figures of `context` belong to."""
    return programme_of(context.programme, language) if context.programme else _title_of(context, language)


def _shown(context: Context) -> str:
    """Return a table's title; of a long one that is made up of headings, the last of them."""
    if len(context.title) <= _LONG_TITLE:
        return context.title
    headings = [text for text in context.above if len(text.split()) >= _FEWEST_WORDS and text in context.title]
    last = max(headings, key=lambda text: context.title.rindex(text) + len(text), default=context.title)
    rest = context.title[context.title.rindex(last) + len(last) :].strip()
    return rest if rest[:1].isalnum() and len(rest.split()) >= _FEWEST_WORDS else last


def _title_of(context: Context, language: Language) -> str:
    """Return a table's title, with the heading before it that tells it from others of the same title."""
    title = programme_of(_shown(context), language)
    under = short_title(context.under)
    return f"{under}: {title}" if under and title and under.casefold() not in title.casefold() else title or under


def context_of(choice: Choice, language: Language) -> str:
    """Return what the figures belong to: the programme and the table's title."""
    context = choice.context
    title = short_title(_shown(context))
    own = short_title(context.programme or "")
    programme = programme_of(own, language)
    if own and (programme != own or own.casefold() not in title.casefold()):
        return f"{programme}: {title}" if title else programme
    return _title_of(context, language) if title and not own else title or programme


def value_of(figure: Figure, language: Language) -> str:
    """Return a figure's value with its unit; "about" where it is approximate."""
    if figure.value is None:
        return "?"
    value = format_value(figure.value, figure.unit, language)
    return say("about", language, value=value) if figure.approximate else value


def measure_of(figure: Figure, language: Language) -> str:
    """Return a figure's measure in words, "" where none is stated.

    What a title says of money is not said of a count under it.
    """
    if figure.unit != "EUR" and not column_measure((*figure.row_path[-1:], *figure.column_path)):
        return ""
    return MEASURES.get(figure.measure or "", {}).get(language, "")
