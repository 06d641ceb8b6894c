"""Sentences that tell in full the amount that a question asks for, wherever its year and its names stand."""

from contextlib import closing
from pathlib import Path

import pytest

from server.answering.answer import Answer, Question
from server.answering.answering import answer
from tests.index.test_build import ingest_texts, opened

GRANTS = """Lähikenttiin kolme miljoonaa euroa

Tiedotteet 2021

Virastot ovat päättäneet lähikenttien avustuksista. Avustusta myönnettiin kaikkiaan noin kolme miljoonaa euroa.

Myönnetyt avustukset virastoittain

Lähikenttien avustusta myönnettiin yhteensä 3 012 000 euroa. Virastojen päätökset ovat seuraavat:

Kaakon kenttävirasto
Avustusta myönnettiin 1 212 000 euroa 21 hankkeelle.

Koillisen kenttävirasto
Avustusta myönnettiin 900 000 euroa 17 hankkeelle.

Luoteen kenttävirasto
Avustusta myönnettiin 900 500 euroa 9 hankkeelle.
"""
PONDS = """Uimapaikkojen kunnostus

Lounaan vesivirasto on myöntänyt avustusta uimapaikkojen kunnostukseen 640 000 euroa. Avustushakemuksia tuli 138.

Suurin saaja oli Rantakylän seura, joka sai yhteensä 75 000 euroa.
"""
CENTRES = """Perhepisteet

Perhepisteitä on avoinna 14 kunnassa. Neuvontaa sai viime vuonna 3 210 perhettä.
"""
EXPORTS = """Exports of the Hill Trust's companies grew

By their own estimates, the companies of the Hill Trust sold goods for EUR 90 million abroad. In 2022 a total of EUR 31
million was granted, of which EUR 24 million went to small companies.
"""
REFORM = """Slutrapport om hamnreformen

Avsikten var att cirka 3 miljarder euro av sparmålet på 10 miljarder euro ska nås genom hamnreformen.
"""
PILLARS = """Pillars and harbours

The programme is divided into pillars. In the scope of the programme, HILL implements projects under pillars 3 and 4.
"""
SERVICES = """Esitys

51. Julkiset ranta- ja metsäpalvelut (siirtomääräraha 2 v)

Talousarvioesitys HE 134/2032 vp (15.9.2032)

Momentille myönnetään 422 200 000 euroa.

Määrärahaa saa käyttää julkisesta ranta- ja metsäpalvelusta annetun lain (16/2032) mukaisesti:

1) arviointien hankintaan ja avustuksiin

2) työttömän palkkaamisesta aiheutuviin kustannuksiin enintään 500 henkilötyövuotta vastaavalta osalta. Tältä momentilta
korvattavien kustannusten määrä saa olla enintään 3 100 euroa kuukaudessa
"""
HARBOURS = """Fördelning av medel till hamnar för 2031

Regeringen presenterar fördelningen av medel till hamnar.

För 2031 fördelas följande medel till hamnarna:

• 500 miljoner fördelas till samtliga hamnar för att förstärka sjöräddningen.
• 410 miljoner fördelas på 32 hamnar för att minska bullret.

Regeringen har betalat ut mindre medel till hamnarna under 2030 än under 2029. En anledning till det är att trafiken har
minskat.
"""
HEADS = """Tuki kylille

Asukasta kohti suurin tukisumma ohjataan alle 700 asukkaan Lahdelle, jossa tuki nousee 259 euroon asukasta kohti.
"""
SHARES = """Kommunekonomi 2023

Reformen förändrade kommunernas ekonomi. Nationellt sett sjönk kommunernas avgifter med 21 procent.
"""


def ask(where: Path, *questions: str) -> list[Answer]:
    texts = {
        "kentat.txt": GRANTS,
        "uimapaikat.txt": PONDS,
        "pisteet.txt": CENTRES,
        "hill.txt": EXPORTS,
        "sv.txt": SHARES,
        "palvelut.txt": SERVICES,
        "reform.txt": REFORM,
        "pillars.txt": PILLARS,
        "hamnar.txt": HARBOURS,
        "kylat.txt": HEADS,
    }
    with closing(opened(ingest_texts(where, texts))) as generation:
        return [answer(Question(question), generation) for question in questions]


def test_the_year_may_stand_in_a_heading_and_the_name_in_a_label(tmp_path: Path) -> None:
    (sum_of, count, other_year) = ask(
        tmp_path,
        "Paljonko Luoteen kenttävirasto myönsi lähikenttiin vuonna 2021?",
        "Kuinka monelle hankkeelle Koillisen kenttävirasto myönsi avustusta vuonna 2021?",
        "Paljonko Luoteen kenttävirasto myönsi lähikenttiin vuonna 2019?",
    )
    assert "900 500" in sum_of.answer
    assert "1 212 000" not in sum_of.answer
    assert "17 hankkeelle" in count.answer
    assert "21 hankkeelle" not in count.answer
    assert other_year.status == "not_found", other_year.answer


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Montako avustushakemusta Lounaan vesivirasto sai?", "Avustushakemuksia tuli 138."),
        ("Paljonko Rantakylän seura sai uimapaikkojen kunnostukseen?", "75 000 euroa"),
        ("Hur mycket sjönk kommunernas avgifter?", "21 procent"),
        ("How much of the Hill Trust's funding went to small companies?", "EUR 24 million"),
    ],
)
def test_one_sentence_that_tells_it_is_enough(tmp_path: Path, question: str, told: str) -> None:
    (answered,) = ask(tmp_path, question)
    assert answered.status == "answered", answered.answer
    assert told in answered.answer.replace("\n", " ")


def test_what_is_sold_was_not_granted_and_regions_are_no_centres(tmp_path: Path) -> None:
    granted, paid = ask(
        tmp_path, "How much did the Hill Trust grant in 2020?", "Paljonko avustusta Lounaan vesivirastosta maksettiin?"
    )
    assert "90 million" not in granted.answer
    assert paid.status == "not_found", paid.answer


STAYS = """Yöpymiset lisääntyivät

Koko maassa vieraille tilastoitiin toukokuussa 120 000 yöpymisvuorokautta. Kotimaisten vieraiden yöpymiset lisääntyivät
Savukallion seudulla 12,5 prosenttia. Vieraille tilastoitiin seudulla yhteensä 4 210 yöpymisvuorokautta.

Valtionapuihin ehdotetaan 6 mrd. euroa v. 2031. Laskennalliset osuudet ovat 4 mrd. euroa.

Pohjarannan kehitys ry:lle hakemuksia on tullut 47 kappaletta. Etelärannan kehitys ry:lle hakemuksia on tullut 39 kpl.
"""


def test_what_is_said_of_the_whole_country_of_another_year_or_of_an_opposite_is_not_told(tmp_path: Path) -> None:
    with closing(opened(ingest_texts(tmp_path, {"yopymiset.txt": STAYS}))) as generation:
        stays, growth, year, applications = (
            answer(Question(question), generation).answer
            for question in (
                "Montako yöpymisvuorokautta vieraille tilastoitiin Savukallion seudulla toukokuussa?",
                "Paljonko ulkomaisten vieraiden yöpymiset lisääntyivät Savukallion seudulla?",
                "Paljonko laskennalliset osuudet olivat vuonna 2030?",
                "Montako hakemusta Etelärannan kehitys ry:lle on tullut?",
            )
        )
    assert "120 000" not in stays
    assert "12,5" not in growth
    assert "4 mrd" not in year
    assert "39 kpl" in applications
    assert "47" not in applications


MUSEUMS = """Kylämuseot

Vuonna 2032 kylämuseoille myönnettiin avustus 84 hankkeeseen. Seudulla on jaossa noin 5 miljoonaa euroa, josta
keskuksen myöntämää tukea on 4 miljoonaa euroa ja paikallisten yhdistysten myöntämää tukea 1 miljoonaa euroa.
"""


def test_how_much_was_granted_is_not_to_how_many_and_the_share_is_of_the_part_named(tmp_path: Path) -> None:
    with closing(opened(ingest_texts(tmp_path, {"museot.txt": MUSEUMS}))) as generation:
        granted, share = (
            answer(Question(question), generation).answer
            for question in (
                "Paljonko kylämuseoille myönnettiin vuonna 2032?",
                "Mikä osuus seudun rahasta on yhdistysten myöntämää?",
            )
        )
    assert "84" not in granted
    assert "80" not in share


def test_a_number_that_is_no_money_is_no_price(tmp_path: Path) -> None:
    (priced,) = ask(tmp_path, "Paljonko perhepisteiden neuvonta maksaa?")
    assert priced.status == "not_found", priced.answer


CASES = """Koivulan vartioiden vuosi 2031

Vartioiden tietoon tuli viime vuonna 4 318 vahinkoa ja tehtäviä hoidettiin 2 207 kappaletta.

Vuonna 2031 vesivahinkoja tuli vartioiden tietoon 530 tapausta ja määrä on 83 enemmän kuin vuonna 2030.
"""


def test_all_of_a_kind_are_not_told_by_a_kind_of_them(tmp_path: Path) -> None:
    with closing(opened(ingest_texts(tmp_path, {"vartiot.txt": CASES}))) as generation:
        told = answer(Question("Kuinka monta vahinkoa vartioiden tietoon tuli vuonna 2031?"), generation)
    assert "530" not in told.answer
    assert "4 318" in told.answer


TURNOVER = """# Rannikon lautat

| Tunnusluku | 2031 | 2030 |
|---|---|---|
| Liikevaihto, milj. € | 31,2 | 29,9 |
"""


def test_what_something_was_in_a_year_that_is_not_there_is_said_with_the_years_that_are(tmp_path: Path) -> None:
    with closing(opened(ingest_texts(tmp_path, {"lautat.md": TURNOVER}))) as generation:
        told = answer(Question("Mikä oli Rannikon lauttojen liikevaihto vuonna 2025?"), generation)
    assert told.status == "not_found"
    assert "2030 ja 2031" in told.answer


FILMS = """Lokakuussa 2 miljoonaa euroa tukea paikkaamiseen ja kalustoon

Julkaistu 10.10.2032

Säätiön hallitus teki 45 päätöstä. Tukea myönnettiin vajaa 2 miljoonaa euroa 22 hakemukselle.

Paikkaustukea haettiin 62 hankkeelle yhteensä 727 800 euroa. Kolmannes menestyi: tukea myönnettiin 17 hankkeelle
yhteensä 174 900 euroa.

Kalustotukea haettiin 29 hankkeelle lähes 4 miljoonan euron arvosta. Tukea myönnettiin 11 hankkeelle yhteensä 352 500
euroa.

Edellisenä vuonna tukea myönnettiin noin 400 000 euroa enemmän kuin vuonna 2030.
"""


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Paljonko paikkaustukea myönnettiin lokakuussa 2032?", "174 900"),
        ("Paljonko kalustotukea myönnettiin lokakuussa 2032?", "352 500"),
        ("Kuinka monelle hankkeelle kalustotukea myönnettiin lokakuussa 2032?", "11 hankkeelle"),
        ("Paljonko paikkaustukea haettiin lokakuussa 2032?", "727 800"),
    ],
)
def test_what_goes_on_after_a_compound_is_of_it(tmp_path: Path, question: str, told: str) -> None:
    with closing(opened(ingest_texts(tmp_path, {"saatio.txt": FILMS}))) as generation:
        answered = answer(Question(question), generation)
    assert told in answered.answer.replace("\n", " ")
    assert "2 miljoonaa" not in answered.answer


def test_what_was_more_than_in_a_year_is_not_what_was_in_it(tmp_path: Path) -> None:
    with closing(opened(ingest_texts(tmp_path, {"saatio.txt": FILMS}))) as generation:
        answered = answer(Question("Paljonko säätiö myönsi tukea vuonna 2030?"), generation)
    assert answered.status == "not_found", answered.answer


def test_a_sentence_with_much_more_of_the_question_is_told_rather_than_the_next_one(tmp_path: Path) -> None:
    text = (
        "EUR 3.7 million to Island Projects in fishery research\n\n11 Apr 2012\n\n"
        "The Archipelago Council for Fishery has decided to grant some EUR 3.7 million to Island Projects. "
        "In the September 2011 call, the Archipelago Council received a total of 197 applications for Island funding. "
        "Of the applications submitted, 33 were granted funding. The number of applications increased by almost 25 per "
        "cent compared to the year before. The average funding per project was some EUR 430,000.\n"
    )
    question = "How many applications did the Archipelago Council for Fishery receive in 2011?"
    with closing(opened(ingest_texts(tmp_path, {"call.txt": text}))) as generation:
        assert "197 applications" in answer(Question(question), generation).answer


def test_hours_count_nothing(tmp_path: Path) -> None:
    text = "Kylätorit\n\nKylätoreja on neljä: Salo, Niemi, Vuori ja Lahti.\n\nKylätorit ovat auki arkisin klo 9–15.\n"
    with closing(opened(ingest_texts(tmp_path, {"torit.txt": text}))) as generation:
        told = answer(Question("Montako kylätoria on?"), generation)
    assert told.answer.startswith("Kylätoreja on neljä")


def test_an_item_of_a_list_tells_not_the_whole_that_its_lead_names(tmp_path: Path) -> None:
    (told,) = ask(tmp_path, "Paljonko julkisiin ranta- ja metsäpalveluihin myönnetään?")
    assert "3 100" not in told.answer


def test_what_is_to_be_saved_is_no_cost_and_a_pillar_no_money(tmp_path: Path) -> None:
    cost, money, saved = ask(
        tmp_path,
        "Vad kostar hamnreformen?",
        "How much money goes to pillar 3 projects of HILL?",
        "Hur mycket ska nås genom hamnreformen?",
    )
    assert cost.status == "not_found"
    assert money.status == "not_found"
    assert "3 miljarder" in saved.answer


def test_what_is_shared_out_somebody_gets(tmp_path: Path) -> None:
    got, other, many, why = ask(
        tmp_path,
        "Hur mycket får hamnarna för sjöräddningen 2031?",
        "Hur mycket får hamnarna för sjöräddningen 2028?",
        "Hur många hamnar får del av de 410 miljonerna?",
        "Varför betalade regeringen ut mindre till hamnarna 2030 än 2029?",
    )
    assert "500 miljoner" in got.answer
    assert other.status == "not_found"
    assert "32 hamnar" in many.answer
    assert "En anledning till det" in why.answer


def test_to_whom_is_no_amount(tmp_path: Path) -> None:
    (told,) = ask(tmp_path, "Kenelle avustuksia myönnetään?")
    assert told.answered_by == "passages"
    assert "422 200 000" not in told.answer


def test_what_each_gets_is_not_what_there_is_in_all(tmp_path: Path) -> None:
    whole, each = ask(tmp_path, "Paljonko Lahti sai yhteensä?", "Paljonko Lahti sai asukasta kohti?")
    assert whole.status == "not_found"
    assert "259 euroon" in each.answer
