"""Which words of a question stand in a text: compounds across languages."""

from pathlib import Path

import pytest

from server.answering.answer import Language
from server.answering.words import matching
from server.answering.words.beginnings import stem_likeness
from server.answering.words.gloss import gloss
from server.answering.words.matching import content_words, found_in, tokens, words_for

_LIST = Path(matching.__file__).with_name("data") / "terms.tsv"


@pytest.mark.parametrize(
    ("question", "text", "least", "most"),
    [
        ("Hur stor är utsläppsskulden?", "Päästövelka kasvoi.", 0.9, 0.9),
        ("Hur stor är utsläppsskulden?", "Päästöistä kertyy velkaa.", 0.6, 0.6),
        ("Hur stor är utsläppsskulden?", "Päästöt laskivat.", 0.0, 0.0),
        ("Hur många utomhusskjutbanor finns?", "Ulkoampumaratoja on vähän.", 0.9, 0.9),
        # A part that has nothing to do with the whole stands for it no longer.
        ("Hur många utomhusskjutbanor finns?", "Päätöstä siirrettiin.", 0.0, 0.0),
    ],
)
def test_a_swedish_compound_is_both_its_parts(question: str, text: str, least: float, most: float) -> None:
    word = content_words(question, "sv")[0]
    assert least <= found_in(word, tokens(text)) <= most


@pytest.mark.parametrize(
    ("question", "language", "looked_for"),
    [
        ("Hur stor är utsläppsskulden?", "sv", {"pääst", "velka"}),
        ("Vem är stadsdirektör?", "sv", {"kaupunginjohtaj"}),
        ("How many villages?", "en", {"kylä"}),
    ],
)
def test_a_search_looks_for_each_part(question: str, language: Language, looked_for: set[str]) -> None:
    found = {part for group in gloss(content_words(question, language)).split() for part in group.split("|")}
    assert looked_for <= found


@pytest.mark.parametrize(
    ("asked", "language", "word", "other"),
    [
        ("decided", "en", "päätettiin", "päättyi"),
        ("föreningar", "sv", "seurojen", "seurantaan"),
        ("guide", "en", "ohjeissa", "ohjelma"),
        ("boys", "en", "pojat", "poikkeus"),
        ("size", "en", "koossa", "kokous"),
        ("size", "en", "kokoa", "kokonaisuus"),
        ("matter", "en", "asiassa", "asiakkaat"),
        ("matter", "en", "asioita", "asiointi"),
        ("two", "en", "kahdessa", "kahdeksan"),
        ("habit", "en", "tapoja", "tapahtuma"),
        ("everyday", "en", "arjessa", "arkistossa"),
        ("substance", "en", "aineita", "aineiston"),
        ("outdoor", "en", "ulkona", "ulkomaat"),
        ("lesson", "en", "oppia", "oppilas"),
        ("withdraw", "en", "peruttiin", "perustettiin"),
        ("creative", "en", "luovuus", "luovutus"),
        ("five", "en", "viidessä", "viitekehys"),
        ("law", "en", "lain", "laina"),
        ("result", "en", "tulosten", "tulojen"),
        ("income", "en", "tulojen", "tulosten"),
        ("interest", "en", "korko", "korona"),
        ("oral", "en", "suun", "suunnitelma"),
        ("heart", "en", "sydämen", "kuuleminen"),
        ("ballot", "en", "äänestys", "pallo"),
        ("solidarity", "en", "solidaarisuus", "kiinteä"),
        ("trend", "sv", "trendi", "kolme"),
        ("lektor", "sv", "lehtori", "leikki"),
        ("nytta", "sv", "hyötyä", "uusi"),
        ("courses", "en", "kursseja", "rata"),
        ("seventeen", "en", "seitsemäntoista", "seitsemän"),
        ("sixty", "en", "kuusikymmentä", "kuusi"),
        ("sextio", "sv", "kuusikymmentä", "kuusi"),
        ("femtio", "sv", "viisikymmentä", "viisi"),
        ("parties", "en", "puolueet", "osuus"),
    ],
)
def test_a_beginning_stands_for_its_own_word_alone(asked: str, language: Language, word: str, other: str) -> None:
    known = content_words(asked, language)[0]
    assert found_in(known, (word,)) >= 0.7
    assert found_in(known, (other,)) == 0.0


@pytest.mark.parametrize(
    ("stem", "token", "surely"),
    [
        ("asia$", "asia", 0.9),
        ("asia$", "asiansakin", 0.9),
        ("asia$", "asiakas", 0.0),
        ("lain=", "lain", 0.9),
        ("lain=", "lainat", 0.0),
        ("päivä$", "kokouspäivänä", 0.7),
        ("päivä$", "kokouspäiväraha", 0.0),
        ("malli", "malleja", 0.9),
        ("vero", "maakuntaveron", 0.7),
        ("vero", "severoita", 0.0),
    ],
)
def test_a_mark_says_what_may_follow(stem: str, token: str, surely: float) -> None:
    assert stem_likeness(stem, token) == surely


# Short beginnings whose words begin compounds and words derived of them, not others.
_OF_COMPOUNDS = """
    aika alhai alku aloit alue ansio arvio arvo asiak asumi asun avoi chat edun eläk elämä enimm enint erill haitt
    hake hakem haki haku hamma hanke hankk hiili hinta hoito häiri hävi ihmi ikära jatk jatka jatku johta juna
    jälki jättä kala kalat katta kehit kehys kerra kevä kieli kiert kohde kohta kokei kokou korja korke korva koti
    koulu kulu kulut kunta kuol kuoll kuvau kysel käynn käytt laaje laina laki lapsi laske laste liite linja lisä
    lomav loppu luett lupa lykkä lähi läsnä maksa makse maksu malli matal matka meno mets metsä määri nope nopeu
    normi nuor ohja ohjau oikeu opet opett opint opisk oppia oppim osaam osake osta osto otet otta paikk perhe
    pieni puhta purka puute pysy raha raide raja rajav riski ruoka ruots ryhmä siirt sisäi sisäl sopim sovel suoja
    suoje suom suome suosi suuri synty sähkö säädö taaka takuu talou tapaa tarjo tase tasee tiede tieto toteu tuet
    tuke tulee tulk tulkk tuomi turva työky urhei uutis vaali vaike valta vanhu vanki velka vero veron vesi vesis
    pyörä vety vetä vuosi vähem vähen ydin yksik yleis yliop ylära yrity äiti
"""


def test_no_short_beginning_begins_another_word_of_the_list() -> None:
    rows = [line.split("\t")[0].split("|") for line in _LIST.read_text(encoding="utf-8").splitlines() if line[0] != "#"]
    beginnings = {stem.rstrip("$=") for row in rows for stem in row}
    short = {stem for row in rows for stem in row if 4 <= len(stem) <= 5 and stem.isalpha()}
    together = {(stem, other.rstrip("$=")) for row in rows for stem in row for other in row}
    begun = {
        stem
        for stem in short
        if any(o != stem and o.startswith(stem) and (stem, o) not in together for o in beginnings)
    }
    assert begun == set(_OF_COMPOUNDS.split())


def test_a_row_stands_in_the_list_once() -> None:
    lines = [line for line in _LIST.read_text(encoding="utf-8").splitlines() if line[0] != "#"]
    assert len(set(lines)) == len(lines)
    assert all(len(set(cell.split("|"))) == cell.count("|") + 1 for line in lines for cell in line.split("\t"))


@pytest.mark.parametrize(
    ("question", "text", "held"),
    [
        ("Mihin avustukset käytetään?", "Valtionavustusten käyttö", True),
        ("Mitä hankkeet tekevät?", "kehittämishankkeiden työ", True),
        ("Mihin avustukset käytetään?", "Avustajien käyttö", False),
    ],
)
def test_a_compound_ends_in_the_word_in_any_form(question: str, text: str, held: bool) -> None:  # noqa: FBT001 - expected
    word = content_words(question, "fi")[0]
    assert (found_in(word, tokens(text)) >= 0.6) is held


@pytest.mark.parametrize(
    ("question", "asked", "text", "written"),
    [
        ("Kuka on talousjohtaja?", "fi", "Ekonomidirektör är Lina Berg.", "sv"),
        ("Vem är enhetschef?", "sv", "Yksikönpäällikkö Lina Berg", "fi"),
        ("Who is the head of department?", "en", "Osastopäällikkö Lina Berg", "fi"),
    ],
)
def test_titles_are_found_in_the_other_languages(question: str, asked: Language, text: str, written: Language) -> None:
    title = words_for(content_words(question, asked), written)[0]
    assert found_in(title, tokens(text)) >= 0.8
