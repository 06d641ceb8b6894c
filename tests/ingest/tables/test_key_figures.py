import pytest

from ingest.tables.key_figures import key_figures
from tests.ingest.tables.gridded import plain, quoted
from tests.ingest.tables.gridded import read as read_file


def read(text: str) -> list[tuple[str, str | None, tuple[str, ...], tuple[str, ...]]]:
    return [(str(f.value), f.unit, f.row_path, f.column_path) for f in key_figures(plain(text))]


def test_money_and_share_of_a_labelled_bullet() -> None:
    text = "• 1. vaihe\n– Hankeaika: 1.1.2031-31.12.2031\n– Rahoitus: Pohjola 1 346 190€, 100%\n– Selvitykset"
    document = plain(text)
    money, share = key_figures(document)
    assert (str(money.value), money.unit, money.row_path, money.column_path) == (
        "1346190",
        "EUR",
        ("Pohjola",),
        ("Rahoitus",),
    )
    assert (money.measure, money.period, money.approximate) == ("funding", "1.1.2031-31.12.2031", False)
    assert (str(share.value), share.unit, share.column_path) == ("100", "%", ("Rahoitus",))
    assert quoted(document, money) == "1 346 190"
    assert (money.placement, money.check) == ("stated", "unchecked")


def test_approximations_and_parts() -> None:
    whole, part = key_figures(plain("Ohjelman rahoitus on 369 M€, josta noin 300 M€ valtionavustuksia."))
    assert (str(whole.value), whole.approximate) == ("369000000", False)
    assert (str(part.value), part.approximate, part.column_path) == (
        "300000000",
        True,
        ("Ohjelman rahoitus", "josta", "valtionavustuksia"),
    )


def test_counted_nouns() -> None:
    assert read("Koulutuksiin saatiin uutta väkeä: nuorille 2400 osaajaa, aikuisille 840 osaajaa.") == [
        ("2400", "osaajaa", ("nuorille",), ("Koulutuksiin saatiin uutta väkeä", "osaajaa")),
        ("840", "osaajaa", ("aikuisille",), ("Koulutuksiin saatiin uutta väkeä", "osaajaa")),
    ]
    values = [value for value, *_ in read("Palveluun on viety 418 mallia, joista 82:ssa on arviointitietoa.")]
    assert values == ["418", "82"]


def test_answers_of_a_survey() -> None:
    assert read("Henkilöstön hyvinvointikysely (n=105, vastaus% 23)") == [
        ("105", None, (), ("Henkilöstön hyvinvointikysely", "n")),
        ("23", "%", (), ("vastaus%",)),
    ]


def test_the_nearest_period_counts() -> None:
    first, second = key_figures(
        plain("Verotulot olivat vuonna 2024 noin 33,6 milj. euroa (33,2 milj. euroa vuonna 2023).")
    )
    assert (str(first.value), first.period, first.approximate) == ("33600000", "2024", True)
    assert (str(second.value), second.period) == ("33200000", "2023")


def test_a_slide_with_a_number_alone_is_told_by_the_lines_above() -> None:
    (figure,) = key_figures(plain("Sampo-ohjelma\n• Saatavuuden parantaminen\n2020 – 2023\n223 M€\n"))
    assert (str(figure.value), figure.period, figure.programme) == ("223000000", "2020-2023", "Sampo-ohjelma")
    assert figure.row_path == ("Sampo-ohjelma",)


@pytest.mark.parametrize(
    "text",
    [
        "Sivu 12",
        "Kokous pidetään 16.1.2012 klo 12.00–16.00 huoneessa 14.",
        "Laki 1234/2020 tuli voimaan vuonna 2021.",
        "Puhelin 029 163 3000",
        "Luku 3.2 käsittelee asiaa 2 vuotta.",
        "1. Valmistelu ja 2. toteutus",
        "Investointi 4 ja Pilari 3",
        "12/22 raportti, 25-vuotiaat",
        "Lain 17 pykälässä säädetään asiasta.",
        "Valtatien 4 kehittämistä jatketaan.",
    ],
)
def test_what_is_no_figure(text: str) -> None:
    assert read(text) == []


def test_counts_have_no_measure_and_labels_name_something() -> None:
    heading = "Avustusohjelma\n\n"
    figures = key_figures(plain(heading + "Hankkeeseen myönnetyllä tuella koulutettiin 840 osaajaa."))
    assert [(str(f.value), f.unit, f.measure) for f in figures] == [("840", "osaajaa", None)]
    assert read("Tuloraja on kuitenkin vähintään 1 600 euroa.")[0][3] == ("Tuloraja on kuitenkin",)
    assert read("Tällä hetkellä käytetään 60 prosenttia.") == []
    assert read("Paketilla toteutetaan valtatien 5 parannusta.") == []
    assert read("Hallitus purkaa 300 yrityksiä haittaavaa normia.") == []


def test_each_number_has_its_own_year() -> None:
    figures = key_figures(plain("Varataan jakamatonta 120 milj. euroa v. 2024, 150 milj. € v. 2025 ja 180 v. 2026."))
    assert [(str(f.value), f.period) for f in figures][:2] == [("120000000", "2024"), ("150000000", "2025")]
    figures = key_figures(plain("Osuus on vuonna 2025 16,5 prosenttia, vuonna 2026 19,5 prosenttia."))
    assert [(str(f.value), f.period) for f in figures] == [("16.5", "2025"), ("19.5", "2026")]


def test_numbers_side_by_side_without_units_are_cells_of_a_row_not_figures() -> None:
    text = "Muut toimintakulut 10 605 10 052\nsiitä Ahola 553 1 197\nYhteensä 4 251 772 2 823 552 100,0 %\n"
    assert key_figures(plain(text)) == ()
    (figure,) = key_figures(plain("Ohjelmassa koulutettiin vuonna 2024 1 200 osaajaa."))
    assert figure.value == 1200


@pytest.mark.parametrize("text", ["1 000 €", "1 000 €Käyttö\n2031", "Belopp i 1 000 euro", "Luvut 1 000 euroa"])
def test_the_unit_of_a_table_is_no_amount(text: str) -> None:
    assert read(text) == []
    assert len(read("Tuki oli 1 000 euroa.")) == 1


def test_what_a_number_is_compared_with_is_not_its_year() -> None:
    (figure,) = key_figures(plain("Vuonna 2031 määrä kasvoi 1 032 työpaikkaa vuoteen 2030 verrattuna."))
    assert figure.period == "2031"
    (figure,) = key_figures(plain("Tuki kasvoi 5 000 euroa vuodesta 2030."))
    assert figure.period is None
    (figure,) = key_figures(plain("Asetuksen (EU) 2021/690 tuki on 5 000 euroa."))
    assert figure.period is None


def test_a_sentence_above_says_nothing_of_what_an_amount_is() -> None:
    figures = key_figures(plain("Tuet\n\nHakemuksia tuli 172.\n\nAlhon yhdistys sai 70 000 euroa talon työhön.\n"))
    assert [figure.measure for figure in figures if figure.unit == "EUR"] == [None]


def test_amounts_ahead_of_what_they_are_for() -> None:
    text = "Rahoituksesta 14,6 milj. euroa kohdentuu Alholle, 10,4 milj. euroa Beedaan ja 2,4 milj. euroa Cedoon."
    assert read(text) == [
        ("14600000", "EUR", (), ("Rahoituksesta",)),
        ("10400000", "EUR", ("Beedaan",), ("Rahoituksesta",)),
        ("2400000", "EUR", ("Cedoon",), ("Rahoituksesta",)),
    ]
    assert read("Hankkeita on 12 hanketta Alhossa, 5 hanketta Beedassa ja 3 hanketta Cedossa.")[1:] == [
        ("5", "hanketta", ("Beedassa",), ("hanketta",)),
        ("3", "hanketta", ("Cedossa",), ("hanketta",)),
    ]


def test_names_ahead_of_their_amounts_stay_theirs() -> None:
    text = "Tukea saivat Alho 5 milj. euroa, Beeda 3 milj. euroa ja Cedon kunta 2 milj. euroa."
    assert [(value, concerns) for value, _, concerns, _ in read(text)] == [
        ("5000000", ("Alho",)),
        ("3000000", ("Beeda",)),
        ("2000000", ()),
    ]


def test_of_applications_and_what_was_granted_then_the_sum_is_granted() -> None:
    (figure,) = key_figures(
        plain("Kaikki hakemukset on käsitelty ja kuntiin on myönnetty tukea yhteensä 329 milj. euroa.")
    )
    assert figure.measure == "granted"


def test_a_heading_over_a_paragraph_in_one_line_is_no_part_of_its_sentence() -> None:
    text = (
        "Alueen poikkeusrahoitusta annettiin yhdeksän miljoonaa\n"
        "Keskukset ovat nyt ottaneet käsittelyyn kaiken, ja niihin on myönnetty tukea yhteensä 329 milj. euroa.\n"
    )
    assert read(text)[0][3] == ("niihin on myönnetty tukea yhteensä",)


def test_a_noun_behind_a_number_is_all_that_a_list_of_counts_says_of_it() -> None:
    assert read("Museoissa oli yhteensä 953 näyttelyä, 63 765 opastusta ja 11 245 työpajaa.")[1:] == [
        ("63765", "opastusta", (), ("opastusta",)),
        ("11245", "työpajaa", (), ("työpajaa",)),
    ]


def test_millions_in_the_illative() -> None:
    assert read("Tulot kasvoivat lähes 54,9 miljoonaan euroon.")[0][:2] == ("54900000", "EUR")


def test_of_which_is_nothing_counted() -> None:
    assert read("Koulutus 870 957\nsiitä ostopalvelut muilta 123 126\n") == []


def test_the_currency_before_an_amount_is_no_name() -> None:
    assert read("Grants went to Alpha EUR 5,000 and to Beta EUR 6,000.")[0][2] == ("Alpha",)


@pytest.mark.parametrize(
    "text",
    [
        "Vuonna 2031 vero tuotti 92 miljoonaa euroa, eli 2 miljoonaa euroa enemmän kuin budjetoitiin.",
        "Skatten var 92 miljoner euro, vilket är 2 miljoner euro mer än budgeterat.",
        "Tax brought in EUR 92 million, which is EUR 2 million more than budgeted.",
    ],
)
def test_what_one_sum_differs_from_another_by_is_no_budget(text: str) -> None:
    assert [figure.measure for figure in key_figures(plain(text))][1:] == ["deviation"]


@pytest.mark.parametrize("mark", ["", "²", "2"])
def test_the_end_of_a_sentence_above_states_no_period(mark: str) -> None:
    above = f"Kaupungin lainakanta\nkasvoi 0,7 miljoonalla eurolla vuodesta 2023.{mark}"
    text = f"{above}\n\nTyöttömyysaste oli 7,8 prosenttia."
    rate = next(figure for figure in key_figures(plain(text)) if figure.unit == "%")
    assert (str(rate.value), rate.period) == ("7.8", None)


def test_a_numbered_label_and_lines_of_a_lone_and_are_one_label() -> None:
    text = "Investointi 3. Tietopohja ja\n\nvaikuttavuus (40 M€)\n\nTyökyky\n\nja\n\nIPS\n\n(11 M€)\n"
    assert [(str(f.value), f.column_path) for f in key_figures(plain(text))] == [
        ("40000000", ("Investointi 3. Tietopohja ja vaikuttavuus",)),
        ("11000000", ("Työkyky ja IPS",)),
    ]


def test_the_comma_behind_a_hyphen_parts_no_label() -> None:
    (found,) = key_figures(plain("Hoito-, kuntoutus- ja palveluvelan purkaminen (178 M€)"))
    assert found.column_path == ("Hoito-, kuntoutus- ja palveluvelan purkaminen",)


def test_the_unit_over_the_years_of_a_table_is_no_amount() -> None:
    assert read("Talous\n\nTULOS 1 000 €\nTP 2030 TA 2031\n") == []
    assert [value for value, *_ in read("Alhon Veto sai avustusta 1 000 €\n\nVuosina 2030 ja 2031 ei haettu.\n")] == [
        "1000"
    ]


def test_a_heading_stands_below_none_of_its_own_level() -> None:
    text = "# Rantalan alue\n\n## 68 021 asukasta\n\nKuntia on monta.\n\n## Yli 4 000 työntekijää\n\nVäki siirtyi.\n"
    figures = {str(f.value): f.row_path for f in key_figures(read_file(text.encode(), "a.md"))}
    assert figures["4000"] == ("Rantalan alue",)


def test_money_of_one_programme_stands_under_no_heading_of_another() -> None:
    text = (
        "Rannikon palvelujen ohjelma\n\n31.5.2031\n\nRannikon tulevaisuus -ohjelma\n\n• Laadun parantaminen\n\n"
        "• Kustannusten hillitseminen\n\n2030 – 2033\n\n223 M€\n\nSaariston kasvun ohjelma\n\n• Liikenne paremmaksi\n\n"
        "2032 – 2035\n\n369 M€, josta noin 300 M€ valtionavustuksia\n\nSaariston kasvun ohjelma jatkuu.\n"
    )
    figures = key_figures(read_file(text.encode(), "slides.txt"))
    whole = next(figure for figure in figures if figure.value == 369_000_000)
    assert (whole.programme, whole.row_path) == ("Saariston kasvun ohjelma", ("Saariston kasvun ohjelma",))
