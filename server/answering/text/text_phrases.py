"""The fixed wording of answers from running text, in Finnish, Swedish and English. Knows nothing of questions."""

from typing import Literal

from server.answering.answer import Language
from server.answering.words.small_talk import Talk

Phrase = Literal[
    "says",
    "lists",
    "row",
    "taken_over",
    "dated",
    "newest",
    "older",
    "disagree",
    "not_found",
    "no_number",
    "no_date",
    "no_name",
    "unknown_words",
    "not_of",
    "not_of_what",
    "nearest",
    "and_others",
    "translated",
    "no_match",
    "items",
    "wrong_year",
    "untold_part",
    "own_time",
    "own_year",
    "no_own_time",
    "documents",
    "more_documents",
]

_TONGUES: dict[Language, dict[Language, str]] = {
    "fi": {"fi": "", "sv": " ruotsiksi: ", "en": " englanniksi: "},
    "sv": {"fi": " på finska", "sv": "", "en": " på engelska"},
    "en": {"fi": ", in Finnish", "sv": ", in Swedish", "en": ""},
}

_IN_FINNISH = {
    "says": "Asiakirjassa sanotaan",
    "lists": "Asiakirjassa luetellaan",
    "row": "Asiakirjan taulukossa sanotaan",
}
"""What introduces a foreign quote in Finnish; one in Finnish needs nothing."""
_PHRASES: dict[Phrase, dict[Language, str]] = {
    "says": {"fi": "{tongue}", "sv": "I dokumentet står det{tongue}: ", "en": "The document says{tongue}: "},
    "lists": {"fi": "{tongue}", "sv": "Dokumentet räknar upp{tongue}: ", "en": "The document lists{tongue}: "},
    "row": {
        "fi": "{tongue}",
        "sv": "I dokumentets tabell står det{tongue}: ",
        "en": "The document's table says{tongue}: ",
    },
    "taken_over": {
        "fi": "(Kysymys tulkittu edellisen perusteella: ”{question}”) ",
        "sv": "(Frågan tolkad utifrån den föregående: ”{question}”) ",
        "en": "(Question read in the light of the one before: “{question}”) ",
    },
    "own_time": {
        "fi": "”{time}” on luettu asiakirjan omasta ajankohdasta, jota se ei kerro.",
        "sv": "”{time}” är läst från dokumentets egen tid, som det inte anger.",
        "en": "“{time}” is read from the document's own time, which it does not state.",
    },
    "own_year": {
        "fi": "”{time}” on tässä vuosi {year}: asiakirja on päivätty {date}.",
        "sv": "”{time}” är här år {year}: dokumentet är daterat {date}.",
        "en": "“{time}” is {year} here: the document is dated {date}.",
    },
    "no_own_time": {
        "fi": "Asiakirjoista ei selviä, mikä vuosi on ”{time}”. Kysy vuotta, esimerkiksi ”vuonna 2023”.",
        "sv": "Av dokumenten framgår inte vilket år ”{time}” är. Fråga om ett år, till exempel ”år 2023”.",
        "en": "The documents do not tell which year “{time}” is. Ask for a year, for example “in 2023”.",
    },
    "dated": {"fi": "Tilanne {date}: ", "sv": "Läget {date}: ", "en": "As of {date}: "},
    "newest": {"fi": "Uusin tieto ({date}): ", "sv": "Senaste uppgiften ({date}): ", "en": "Most recent ({date}): "},
    "older": {"fi": "Aiempi tieto ({date}): ", "sv": "Tidigare uppgift ({date}): ", "en": "Earlier ({date}): "},
    "disagree": {
        "fi": "Asiakirjat ovat tästä eri mieltä: ",
        "sv": "Dokumenten är oense om detta: ",
        "en": "The documents disagree on this: ",
    },
    "not_found": {
        "fi": "Asiakirjoista ei löydy vastausta tähän kysymykseen.",
        "sv": "Dokumenten ger inget svar på den här frågan.",
        "en": "The documents do not answer this question.",
    },
    "no_match": {
        "fi": "Mikään asiakirjojen kohta ei vastaa kysymykseen riittävän varmasti.",
        "sv": "Inget ställe i dokumenten svarar tillräckligt säkert på frågan.",
        "en": "No passage of the documents answers the question with enough certainty.",
    },
    "unknown_words": {
        "fi": "Asiakirjat eivät kerro tästä: {words}.",
        "sv": "Dokumenten säger inget om detta: {words}.",
        "en": "The documents say nothing about this: {words}.",
    },
    "not_of": {
        "fi": "Kysymyksen nimi {words} esiintyy asiakirjoissa, mutta kysyttyä tietoa ei kerrota.",
        "sv": "Dokumenten nämner {words} men anger inte den efterfrågade uppgiften.",
        "en": "The documents mention {words} but do not tell what is asked of it.",
    },
    "not_of_what": {
        "fi": "Kysymyksen nimi {words} esiintyy asiakirjoissa, mutta kysyttyä tietoa ei kerrota: {asked}.",
        "sv": "Dokumenten nämner {words} men anger inte den efterfrågade uppgiften: {asked}.",
        "en": "The documents mention {words} but do not tell what is asked of it: {asked}.",
    },
    "wrong_year": {
        "fi": "Asiakirjoissa ei ole tätä tietoa vuodelta {words}.",
        "sv": "Dokumenten har inte denna uppgift för år {words}.",
        "en": "The documents do not have this for {words}.",
    },
    "no_number": {
        "fi": "Asiaa käsitellään asiakirjoissa, mutta kysyttyä lukua ei kerrota.",
        "sv": "Dokumenten behandlar saken men anger inte det efterfrågade antalet.",
        "en": "The documents deal with the matter but do not give the number asked for.",
    },
    "no_date": {
        "fi": "Asiaa käsitellään asiakirjoissa, mutta ajankohtaa ei kerrota.",
        "sv": "Dokumenten behandlar saken men anger inte tidpunkten.",
        "en": "The documents deal with the matter but do not say when.",
    },
    "no_name": {
        "fi": "Asiaa käsitellään asiakirjoissa, mutta kysyttyä nimeä ei kerrota.",
        "sv": "Dokumenten behandlar saken men anger inte det efterfrågade namnet.",
        "en": "The documents deal with the matter but do not give the name asked for.",
    },
    "nearest": {
        "fi": " Lähimmät kohdat on lueteltu alla.",
        "sv": " De närmaste ställena anges nedan.",
        "en": " The nearest passages are listed below.",
    },
    "untold_part": {
        "fi": "Asiakirjoista ei löydy vastausta kysymyksen osaan ”{words}”",
        "sv": "Dokumenten ger inget svar på frågans del ”{words}”",
        "en": "The documents do not answer this part of the question: “{words}”",
    },
    "documents": {
        "fi": "Vastaan näiden asiakirjojen perusteella: {titles}.",
        "sv": "Jag svarar utifrån dessa dokument: {titles}.",
        "en": "I answer from these documents: {titles}.",
    },
    "more_documents": {"fi": " ja {count} muuta", "sv": " och {count} till", "en": " and {count} more"},
    "and_others": {"fi": "Samaa sanoo myös ", "sv": "Detsamma säger även ", "en": "Also said by "},
    "translated": {"fi": "", "sv": " (på finska {names})", "en": " (in Finnish {names})"},
    "items": {"fi": "{count} kohtaa: ", "sv": "{count} punkter: ", "en": "{count} items: "},
}

_TALK: dict[Talk, dict[Language, str]] = {
    "greeting": {
        "fi": "Hei! Kysy jotakin palvelussa olevista asiakirjoista, niin vastaan lähteen kanssa.",
        "sv": "Hej! Ställ en fråga om dokumenten i tjänsten så svarar jag med källa.",
        "en": "Hello! Ask something about the documents of this service and I will answer with the source.",
    },
    "thanks": {
        "fi": "Ole hyvä! Voit jatkaa kysymällä.",
        "sv": "Varsågod! Du kan fråga vidare.",
        "en": "You are welcome! Feel free to ask more.",
    },
    "farewell": {"fi": "Näkemiin!", "sv": "Hej då!", "en": "Goodbye!"},
    "about_self": {
        "fi": "Olen hakupalvelu, joka vastaa asiakirjojen sanoin ja näyttää, mistä vastaus löytyy.",
        "sv": "Jag är en söktjänst som svarar med dokumentens egna ord och visar var svaret står.",
        "en": "I am a search service that answers in the documents' own words and shows where the answer stands.",
    },
    "instruction": {
        "fi": "En noudata toimintaani muuttavia ohjeita; vastaan vain kysymyksiin asiakirjoista.",
        "sv": "Jag följer inte instruktioner som ändrar hur jag fungerar; jag svarar bara på frågor om dokumenten.",
        "en": "I do not follow instructions that change how I work; I only answer questions about the documents.",
    },
    "request": {
        "fi": "En laadi tekstejä enkä käännöksiä; vastaan vain kysymyksiin asiakirjoista.",
        "sv": "Jag skriver inte texter eller översättningar; jag svarar bara på frågor om dokumenten.",
        "en": "I do not write texts or translations; I only answer questions about the documents.",
    },
    "opinion": {
        "fi": "Minulla ei ole mielipiteitä; kerron vain, mitä asiakirjoissa sanotaan.",
        "sv": "Jag har inga åsikter; jag återger bara vad dokumenten säger.",
        "en": "I have no opinions; I only report what the documents say.",
    },
    "empty": {
        "fi": "Kysymys on tyhjä. Kysy jotakin asiakirjoista.",
        "sv": "Frågan är tom. Fråga något om dokumenten.",
        "en": "The question is empty. Ask something about the documents.",
    },
}


def phrase(key: Phrase, language: Language, **parts: str) -> str:
    """Return a phrase in `language` with its parts filled in."""
    return _PHRASES[key][language].format(**parts)


def reply(talk: Talk, language: Language) -> str:
    """Return the reply to small talk, which is also the reason why nothing is answered."""
    return _TALK[talk][language]


def introduced(key: Literal["says", "lists", "row"], language: Language, quoted: Language) -> str:
    """Return what introduces a quote in the language `quoted`; it is named where it is not the question's."""
    tongue = _TONGUES[language][quoted]
    return phrase(key, language, tongue=_IN_FINNISH[key] + tongue if language == "fi" and tongue else tongue)
