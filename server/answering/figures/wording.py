"""The sentences of figure answers in three languages. Knows nothing of how figures were found or computed."""

import re

from index.figures import Context
from ingest.table import Figure
from ingest.tables.measures import measure_of as column_measure
from server.answering.answer import Language
from server.answering.figures.choice import Choice
from server.answering.figures.labels import TABLE_NUMBER
from server.answering.words.names import mentions_in, names
from server.answering.words.numbers_format import format_value
from server.answering.words.vocabulary import words_listed
from server.answering.words.word import words_of

Wordings = dict[Language, str]

_TOTAL = re.compile(r"\b(?:yht\.?|yhteensä|totalt|total|sammanlagt)(?=\W|$)", re.IGNORECASE)

_UNIT_AT_END = re.compile(
    r"\s*(?:\((?:1[ .]?000 |milj\. ?|mn |mrd |t|m)?(?:€|euro\w*|eur)\)"
    r"|,? \(?(?:m€|milj\. ?(?:€|euro\w*)|mn €|1[ .]?000 (?:€|euro\w*))\)?)$",
    re.IGNORECASE,
)

_LONG_TITLE, _FEWEST_WORDS = 80, 3
MEASURES: dict[str, Wordings] = {
    "granted": {"fi": "myönnetty", "sv": "beviljat", "en": "granted"},
    "paid": {"fi": "maksettu", "sv": "utbetalt", "en": "paid"},
    "remaining": {"fi": "jäljellä", "sv": "återstår", "en": "remaining"},
    "applied": {"fi": "haettu", "sv": "ansökt", "en": "applied for"},
    "planned": {"fi": "suunniteltu", "sv": "planerat", "en": "planned"},
    "budgeted": {"fi": "budjetoitu", "sv": "budgeterat", "en": "budgeted"},
    "actual": {"fi": "toteutunut", "sv": "utfall", "en": "actual"},
    "revenue": {"fi": "tulot", "sv": "inkomster", "en": "revenue"},
    "expense": {"fi": "menot", "sv": "utgifter", "en": "expenditure"},
    "deviation": {"fi": "poikkeama", "sv": "avvikelse", "en": "deviation"},
    "change": {"fi": "muutos", "sv": "förändring", "en": "change"},
    "share": {"fi": "osuus", "sv": "andel", "en": "share"},
    "impact": {"fi": "vaikutus", "sv": "effekt", "en": "impact"},
    "own_share": {"fi": "omarahoitus", "sv": "egenfinansiering", "en": "own share"},
    "funding": {"fi": "rahoitus", "sv": "finansiering", "en": "funding"},
    "total_cost": {"fi": "kokonaiskustannus", "sv": "totalkostnad", "en": "total cost"},
}

PHRASES: dict[str, Wordings] = {
    "received": {"fi": "{row} sai {value}", "sv": "{row} fick {value}", "en": "{row} received {value}"},
    "stated": {"fi": "{row}: {value}", "sv": "{row}: {value}", "en": "{row}: {value}"},
    "total": {"fi": "yhteensä", "sv": "totalt", "en": "total"},
    "in_total": {"fi": "{name} yhteensä", "sv": "{name} totalt", "en": "{name} in total"},
    "part_of": {
        "fi": "{name} (osa riviä {parent})",
        "sv": "{name} (del av {parent})",
        "en": "{name} (part of {parent})",
    },
    "of_which": {"fi": "siitä {rows}", "sv": "varav {rows}", "en": "of which {rows}"},
    "about": {"fi": "noin {value}", "sv": "cirka {value}", "en": "about {value}"},
    "over": {"fi": "yli {value}", "sv": "över {value}", "en": "over {value}"},
    "under": {"fi": "alle {value}", "sv": "under {value}", "en": "under {value}"},
    "nearly": {"fi": "lähes {value}", "sv": "nästan {value}", "en": "nearly {value}"},
    "at_least": {"fi": "vähintään {value}", "sv": "minst {value}", "en": "at least {value}"},
    "at_most": {"fi": "enintään {value}", "sv": "högst {value}", "en": "at most {value}"},
    "readings": {
        "fi": "Asiakirjoissa on tähän useita lukuja:",
        "sv": "Dokumenten har flera siffror för detta:",
        "en": "The documents give several figures for this:",
    },
    "many_more": {
        "fi": "… ja {count} muuta riviä, jotka ovat vastauksen lukuluettelossa.",
        "sv": "… och {count} andra rader, som finns i svarets sifferförteckning.",
        "en": "… and {count} more rows, which are in the answer's list of figures.",
    },
    "more_hold": {"fi": "Lisäksi {count} täsmää.", "sv": "{count} till stämmer.", "en": "{count} more add up."},
    "named_alike": {
        "fi": "Samanniminen rivi on myös muissa taulukoissa:",
        "sv": "En rad med samma namn finns även i andra tabeller:",
        "en": "Other tables have a row of the same name, too:",
    },
    "maximum": {"fi": "Eniten: {rows}", "sv": "Mest: {rows}", "en": "Most: {rows}"},
    "minimum": {"fi": "Vähiten: {rows}", "sv": "Minst: {rows}", "en": "Least: {rows}"},
    "place_maximum": {
        "fi": "Sijalla {place} suurimmasta: {rows}",
        "sv": "På plats {place} från den största: {rows}",
        "en": "Number {place} from the largest: {rows}",
    },
    "place_minimum": {
        "fi": "Sijalla {place} pienimmästä: {rows}",
        "sv": "På plats {place} från den minsta: {rows}",
        "en": "Number {place} from the smallest: {rows}",
    },
    "rank": {
        "fi": "{row} on sijalla {rank} suurimmasta alkaen: {value}",
        "sv": "{row} kommer på plats {rank} räknat från störst: {value}",
        "en": "{row} ranks {rank} counted from the largest: {value}",
    },
    "more": {
        "fi": "{a} sai {value} enemmän kuin {b}",
        "sv": "{a} fick {value} mer än {b}",
        "en": "{a} received {value} more than {b}",
    },
    "larger": {
        "fi": "{a} on {value} suurempi kuin {b}",
        "sv": "{a} är {value} större än {b}",
        "en": "{a} is {value} larger than {b}",
    },
    "less": {
        "fi": "{a} sai {value} vähemmän kuin {b}",
        "sv": "{a} fick {value} mindre än {b}",
        "en": "{a} received {value} less than {b}",
    },
    "smaller": {
        "fi": "{a} on {value} pienempi kuin {b}",
        "sv": "{a} är {value} mindre än {b}",
        "en": "{a} is {value} smaller than {b}",
    },
    "equal": {"fi": "{a} ja {b} ovat yhtä suuret", "sv": "{a} och {b} är lika stora", "en": "{a} and {b} are equal"},
    "which_more": {
        "fi": "{winner}: {value}, enemmän kuin {others}",
        "sv": "{winner}: {value}, mer än {others}",
        "en": "{winner}: {value}, more than {others}",
    },
    "which_less": {
        "fi": "{winner}: {value}, vähemmän kuin {others}",
        "sv": "{winner}: {value}, mindre än {others}",
        "en": "{winner}: {value}, less than {others}",
    },
    "without": {
        "fi": "{row} (ilman: {names}): {value}",
        "sv": "{row} (utan: {names}): {value}",
        "en": "{row} (without: {names}): {value}",
    },
    "rows_out": {"fi": "ilman: {names}", "sv": "utan: {names}", "en": "without: {names}"},
    "apart": {"fi": "; ero {value}", "sv": "; skillnad {value}", "en": "; a difference of {value}"},
    "sign": {
        "fi": "Taulukon etumerkeistä asiakirja sanoo: {note}",
        "sv": "Om tecknen i tabellen säger dokumentet: {note}",
        "en": "On the signs in the table, the document says: {note}",
    },
    "ratio": {
        "fi": "{a} on {value} kertaa niin suuri kuin {b}",
        "sv": "{a} är {value} gånger så stor som {b}",
        "en": "{a} is {value} times as large as {b}",
    },
    "share": {
        "fi": "{row}: {value} koko summasta {whole}",
        "sv": "{row}: {value} av totalsumman {whole}",
        "en": "{row}: {value} of the total {whole}",
    },
    "measure_share": {
        "fi": "{row}: {value} ({part}; {whole})",
        "sv": "{row}: {value} ({part}; {whole})",
        "en": "{row}: {value} ({part}; {whole})",
    },
    "median": {
        "fi": "Mediaani on {value} ({count} lukua)",
        "sv": "Medianen är {value} ({count} tal)",
        "en": "The median is {value} ({count} figures)",
    },
    "growth": {
        "fi": "{row}: muutos vuodesta {first} vuoteen {last} on {value} ({percent})",
        "sv": "{row}: förändringen från {first} till {last} är {value} ({percent})",
        "en": "{row}: the change from {first} to {last} is {value} ({percent})",
    },
    "change_between": {
        "fi": "{row}: muutos {first} – {last} on {value} ({percent})",
        "sv": "{row}: förändringen {first} – {last} är {value} ({percent})",
        "en": "{row}: the change {first} – {last} is {value} ({percent})",
    },
    "sum": {"fi": "Yhteensä {value}: {rows}", "sv": "Totalt {value}: {rows}", "en": "{value} in total: {rows}"},
    "average": {
        "fi": "Keskimäärin {value} ({count} lukua)",
        "sv": "I genomsnitt {value} ({count} tal)",
        "en": "{value} on average ({count} figures)",
    },
    "holds": {
        "fi": "Täsmää: {row} {value} on osiensa summa",
        "sv": "Stämmer: {row} {value} är summan av sina delar",
        "en": "It adds up: {row} {value} is the sum of its parts",
    },
    "fails": {
        "fi": "Ei täsmää: {row} on painettu {stated}, laskettuna {expected}, ero {difference}",
        "sv": "Stämmer inte: {row} står som {stated}, beräknat {expected}, skillnad {difference}",
        "en": "It does not add up: {row} is printed as {stated}, computed {expected}, a difference of {difference}",
    },
    "count": {"fi": "Niitä on {count}: {rows}", "sv": "De är {count}: {rows}", "en": "There are {count}: {rows}"},
    "count_none": {"fi": "Ei yhtään", "sv": "Ingen", "en": "None"},
    "formula": {"fi": "Laskettu: {formula}", "sv": "Beräknat: {formula}", "en": "Computed: {formula}"},
    "means_granted": {
        "fi": "Luvut ovat myönnettyjä, eivät maksettuja.",
        "sv": "Siffrorna avser beviljade, inte utbetalda belopp.",
        "en": "The figures are amounts granted, not paid.",
    },
    "no_period": {
        "fi": "Asiakirjoissa ei ole tätä lukua vuodelta {asked}; niissä on {there}.",
        "sv": "Dokumenten har inte denna siffra för år {asked}; de har {there}.",
        "en": "The documents do not give this figure for {asked}; they give {there}.",
    },
    "no_periods": {
        "fi": "Asiakirjoissa tämä luku ei ole vuosittain eikä siis vuodelta {asked}.",
        "sv": "Dokumenten ger inte denna siffra per år och alltså inte för år {asked}.",
        "en": "The documents do not give this figure by year, so not for {asked}.",
    },
    "no_measure": {
        "fi": "Asiakirjoissa tätä lukua ei ole mittana ”{asked}”; niissä sille on: {there}.",
        "sv": "Dokumenten ger inte denna siffra som ”{asked}”; för den finns: {there}.",
        "en": "The documents do not give this figure as “{asked}”; what they give is: {there}.",
    },
    "no_row": {
        "fi": "Asiakirjojen taulukoissa ei ole riviä {asked}.",
        "sv": "Dokumentens tabeller har ingen rad för {asked}.",
        "en": "The documents' tables have no row for {asked}.",
    },
    "no_pair": {
        "fi": "Asiakirjoissa ei ole lukua, joka olisi juuri tämä: {asked}.",
        "sv": "Dokumenten har ingen siffra som är just detta: {asked}.",
        "en": "The documents have no figure that is exactly this: {asked}.",
    },
    "undecided": {
        "fi": "Asiakirjasta ei selviä, onko tässä lukua ja mikä se on: {row}, {column}.",
        "sv": "Dokumentet visar inte om det finns en siffra här och vilken den är: {row}, {column}.",
        "en": "The document does not tell whether there is a figure here and what it is: {row}, {column}.",
    },
    "left_out": {
        "fi": "Mukana eivät ole solut, joiden arvo ei selviä asiakirjasta: {rows}.",
        "sv": "Celler vars värde inte framgår av dokumentet är inte med: {rows}.",
        "en": "Cells whose value the document does not tell are left out: {rows}.",
    },
    "inferred": {
        "fi": "Luvun paikka sarakkeessa {column} on päätelty taulukon summista: {cells}.",
        "sv": "Platsen i kolumnen {column} är härledd ur tabellens summor: {cells}.",
        "en": "The place in the column {column} is inferred from the table's sums: {cells}.",
    },
    "inferred_many": {
        "fi": "Osa lukujen paikoista on päätelty taulukon summista; ne ovat sarakkeissa {columns}.",
        "sv": "Platsen för en del av siffrorna är härledd ur tabellens summor; de finns i kolumnerna {columns}.",
        "en": "The places of some figures are inferred from the table's sums; they are in the columns {columns}.",
    },
    "finding": {
        "fi": "Asiakirjan summa ei täsmää ({identity}): painettu {stated}, laskettu {expected}, "
        "ero {difference} {marks}.",
        "sv": "Dokumentets summa stämmer inte ({identity}): tryckt {stated}, beräknat {expected}, "
        "skillnad {difference} {marks}.",
        "en": "The document's sum does not hold ({identity}): printed {stated}, computed {expected}, "
        "difference {difference} {marks}.",
    },
    "finding_other": {
        "fi": "Asiakirjan luku ei täsmää ({identity}): painettu {stated}, laskettu {expected}, "
        "ero {difference} {marks}.",
        "sv": "Dokumentets siffra stämmer inte ({identity}): tryckt {stated}, beräknat {expected}, "
        "skillnad {difference} {marks}.",
        "en": "The document's figure does not hold ({identity}): printed {stated}, computed {expected}, "
        "difference {difference} {marks}.",
    },
    "contradicted": {
        "fi": "Luku {value} ({row}, {column}) on ristiriidassa taulukon muiden lukujen kanssa.",
        "sv": "Siffran {value} ({row}, {column}) strider mot tabellens övriga siffror.",
        "en": "The figure {value} ({row}, {column}) contradicts the table's other figures.",
    },
    "others": {"fi": "{count} muuta", "sv": "{count} andra", "en": "{count} others"},
    "corrected": {
        "fi": "Kysymyksen sana ”{written}” luettiin: {read}.",
        "sv": "Frågans ord ”{written}” lästes som: {read}.",
        "en": "The question's word “{written}” was read as: {read}.",
    },
    "and": {"fi": " ja ", "sv": " och ", "en": " and "},
}


def say(phrase: str, language: Language, **parts: str) -> str:
    """Return a phrase in `language` with its parts filled in."""
    return PHRASES[phrase][language].format(**parts)


def quoted(text: str, language: Language) -> str:
    """Return a document's sentence in the quotation marks of the language around it; none in Finnish."""
    return {"fi": text, "sv": f"”{text}”", "en": f"“{text}”"}[language]


def joined(items: list[str], language: Language) -> str:
    """Return "a, b and c" in `language`."""
    return ", ".join(items[:-1]) + PHRASES["and"][language] + items[-1] if len(items) > 1 else "".join(items)


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
    labels = [_UNIT_AT_END.sub("", " " + " ".join(label.split())).strip() for label in path]
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
