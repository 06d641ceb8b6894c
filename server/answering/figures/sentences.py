"""The sentences of figure answers in three languages, by their keys. Knows nothing of figures."""

from server.answering.answer import Language

Wordings = dict[Language, str]

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
    "claim_true": {"fi": "Kyllä.", "sv": "Ja.", "en": "Yes."},
    "claim_false": {"fi": "Ei.", "sv": "Nej.", "en": "No."},
    "claim_rounded": {"fi": "Kyllä, pyöristettynä.", "sv": "Ja, avrundat.", "en": "Yes, rounded."},
    "claim_there": {
        "fi": "Luku on asiakirjoissa:",
        "sv": "Siffran finns i dokumenten:",
        "en": "The documents have this figure:",
    },
    "claim_not_there": {
        "fi": "Asiakirjoissa ei ole tätä lukua, vaan:",
        "sv": "Dokumenten har inte den siffran, utan:",
        "en": "The documents do not have this figure but:",
    },
    "claim_depends": {
        "fi": "Riippuu siitä, mitä lukua tarkoitetaan.",
        "sv": "Det beror på vilken siffra som avses.",
        "en": "It depends on which figure is meant.",
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
    "spread": {
        "fi": "Ero on {value}: eniten {a}, vähiten {b}",
        "sv": "Skillnaden är {value}: mest {a}, minst {b}",
        "en": "The difference is {value}: most {a}, least {b}",
    },
    "nearest": {
        "fi": "Lähimpänä: {rows}",
        "sv": "Närmast: {rows}",
        "en": "Closest: {rows}",
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
    "printed_otherwise": {
        "fi": "{told}; asiakirjassa painettu {value}",
        "sv": "{told}; i dokumentet står {value}",
        "en": "{told}; the document prints {value}",
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
    "growth_of_columns": {
        "fi": "{row}: muutos sarakkeesta {first} sarakkeeseen {last} on {value} ({percent})",
        "sv": "{row}: förändringen från kolumnen {first} till kolumnen {last} är {value} ({percent})",
        "en": "{row}: the change from column {first} to column {last} is {value} ({percent})",
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
