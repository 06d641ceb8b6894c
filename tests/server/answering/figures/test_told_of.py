import pytest

from ingest.document import Page
from server.answering.answer import Answer, Citation, Language, Question
from server.answering.figures.told_numbers import fitting
from server.answering.figures.told_of import of_all_asked, says_all
from server.answering.figures.understanding import understand
from tests.server.answering.figures.written import ask, source_of

_FEES = (
    "Kylätalojen raportti\n\nKorjausavustukset\n\nKorjausavustuksista päätettiin keväällä. "
    "Niitä maksettiin 64 000 euroa.\n\n"
    "Vuokratuet\n\nVuokratukien hakemuksia tuli paljon. Tukia maksettiin 21 500 euroa.\n"
)
_PAPERS = (
    "Stöd till tidningar\n\nTidskrifterna får 40 000 euro av lotterimedlen. Biblioteken behöver flera tidskrifter.\n"
)
_CLUBS = (
    "# Klubbar\n\n| Ort | Stöd |\n|---|---|\n| Granvik | 4 000 |\n| Ekåsen | 3 000 |\n\n"
    "Under året ordnades 48 kvällar.\n"
)


def answered(question: str, page: str, quote: str, language: Language = "fi", title: str = "") -> bool:
    text = Page(1, page, page, tuple(range(len(page) + 1)))
    start = page.index(quote)
    cited = Citation(1, "c/a.md", "a.md", title, None, "c", 1, start, start + len(quote), quote)
    told = Answer(language, "answered", None, question, f"{quote} [1]", citations=(cited,))
    asked = understand(Question(question), language)
    return of_all_asked(asked, fitting(asked, told), lambda *_: text).status == "answered"


@pytest.mark.parametrize(
    ("question", "quote", "told"),
    [
        ("Paljonko korjausavustuksia maksettiin?", "Niitä maksettiin 64 000 euroa.", True),
        ("Paljonko vuokratukia maksettiin?", "Niitä maksettiin 64 000 euroa.", False),
        ("Paljonko vuokratukia maksettiin?", "Tukia maksettiin 21 500 euroa.", True),
        ("Paljonko vuokratukia maksettiin syyskuussa?", "Tukia maksettiin 21 500 euroa.", True),
        ("Paljonko matkatukia maksettiin?", "Tukia maksettiin 21 500 euroa.", False),
    ],
)
def test_an_amount_is_of_what_its_sentence_or_its_section_names(question: str, quote: str, told: bool) -> None:  # noqa: FBT001 - expected
    assert answered(question, _FEES, quote) is told


def test_a_paragraph_before_tells_of_another() -> None:
    page = (
        "Liitto käsitteli keväällä hakemuksia kuukauden ajan.\n\nKeskus käsitteli omansa. Tukea haettiin 7 100 euroa.\n"
    )
    quote = "Tukea haettiin 7 100 euroa."
    assert answered("Paljonko tukea haettiin keskukselta?", page, quote)
    assert not answered("Paljonko tukea haettiin liitolta?", page, quote)


def test_a_title_says_what_all_its_sentences_are_of() -> None:
    quote = "Tukia maksettiin 21 500 euroa."
    assert not answered("Paljonko kylätalojen tukia maksettiin?", _FEES, quote)
    assert answered("Paljonko kylätalojen tukia maksettiin?", _FEES, quote, title="Kylätalojen raportti")


def test_what_is_reserved_for_one_is_not_for_another() -> None:
    quote = "Tidskrifterna får 40 000 euro av lotterimedlen."
    assert answered("Hur mycket får tidskrifterna av lotterimedlen?", _PAPERS, quote, "sv")
    assert not answered("Hur mycket får biblioteken av lotterimedlen?", _PAPERS, quote, "sv")


def test_a_number_in_all_is_not_that_of_a_row_of_a_table_above() -> None:
    quote = "Under året ordnades 48 kvällar."
    assert answered("Hur många kvällar ordnades?", _CLUBS, quote, "sv")
    assert not answered("Hur många kvällar ordnades i Granvik?", _CLUBS, quote, "sv")


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Montako kirjoitusta julkaistiin?", True),
        ("Montako kirjoitusta tehtiin?", True),
        ("Montako kirjoitusta luettiin?", False),
        ("Montako kertaa kirjoituksia julkaistiin?", False),
    ],
)
def test_how_many_were_read_is_not_told_by_how_many_were_published(question: str, told: bool) -> None:  # noqa: FBT001 - expected
    page = "Sivustolla julkaistiin 31 kirjoitusta.\n"
    assert answered(question, page, page.strip()) is told


@pytest.mark.parametrize(
    ("quote", "told"),
    [
        ("Keskimääräinen tuki laski 4,5 prosenttia.", False),
        ("Keskimääräinen tuki laski 4,5 prosenttiin vuokrasta.", True),
        ("Keskimääräinen tuki oli 310 euroa.", True),
    ],
)
def test_by_how_much_an_average_changed_is_not_the_average(quote: str, told: bool) -> None:  # noqa: FBT001 - expected
    assert answered("Paljonko on keskimääräinen tuki?", quote, quote) is told


@pytest.mark.parametrize(("quote", "told"), [("Nuoret: 4 100 asiakasta", False), ("Asiakkaita: 9 300", True)])
def test_a_labelled_part_is_not_all(quote: str, told: bool) -> None:  # noqa: FBT001 - expected
    assert answered("Montako asiakasta on yhteensä?", f"Asiakkaat\n\n{quote}\n", quote) is told


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Montako LUMO-hakemusta saapui?", True),
        ("Paljonko LUMO-rahaa myönnettiin?", True),
        ("Paljonko SAMPO-rahaa myönnettiin?", False),
        ("Montako LUMO-valitusta saapui?", False),
    ],
)
def test_the_parts_of_a_hyphenated_word_may_stand_apart(question: str, told: bool) -> None:  # noqa: FBT001 - expected
    quote = "LUMO:n hakemuksia saapui 12, ja niille myönnettiin 90 000 euroa."
    assert answered(question, quote, quote) is told


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Paljonko rahaa varataan uimahallille?", False),
        ("Paljonko uimahallista tehtiin poistoja?", True),
    ],
)
def test_what_is_reserved_is_money_given(question: str, told: bool) -> None:  # noqa: FBT001 - expected
    quote = "Uimahallista tehtiin 45 000 euron poistot."
    assert answered(question, quote, quote) is told


@pytest.mark.parametrize(
    ("question", "told"),
    [("Montako opettajaa kunnassa on?", False), ("Montako opettajaa kokeili kiertoa?", True)],
)
def test_how_many_used_something_is_not_how_many_there_are(question: str, told: bool) -> None:  # noqa: FBT001 - expected
    quote = "Keväällä alkoi työn kierto, jota kokeili 14 opettajaa."
    assert answered(question, quote, quote) is told


def test_a_figure_of_a_year_is_told_by_its_name() -> None:
    quote = "Kunta nousi vertailussa sijalle 12 vuonna 2022."
    assert not answered("Mikä oli kunnan vuosikate 2022?", f"Tilinpäätösvuosi oli hyvä. {quote}", quote)


def test_figures_of_running_text_are_told_of_what_is_named() -> None:
    source = source_of(talous="# Talous\n\nKirjastotaloon tehtiin 45 000 euron poistot.\n")
    found = ask("Paljonko rahaa varataan kirjastotalolle?", source)
    assert found is None or found.status != "answered"


def test_an_amount_of_a_place_is_told_where_tables_lack_it() -> None:
    quote = "Kuopiossa seurat saivat tukea 8 100 euroa."
    text = Page(1, quote, quote, tuple(range(len(quote) + 1)))
    cited = Citation(1, "c/a.md", "a.md", "Seurojen tuki", None, "c", 1, 0, len(quote), quote)
    told = Answer("fi", "answered", None, "q", f"{quote} [1]", citations=(cited,))
    here, elsewhere = (
        understand(Question(f"Paljonko tukea {place} seurat saivat?"), "fi") for place in ("Kuopion", "Oulun")
    )
    assert says_all(here, told, lambda *_: text)
    assert not says_all(elsewhere, told, lambda *_: text)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Montako leiriä pidettiin?", False),
        ("Montako nuorta ohjattiin leirille?", True),
        ("Montako nuorta tavoitettiin?", True),
    ],
)
def test_what_something_is_done_at_is_not_counted(question: str, told: bool) -> None:  # noqa: FBT001 - expected
    quote = "Vuoden aikana tavoitettiin 92 nuorta, joista 17 ohjattiin leirille."
    assert answered(question, quote, quote) is told


def test_things_counted_are_no_other_things_of_their_heading() -> None:
    page = "# Gäster\n\nBadet hade 3 100 gäster. Museet visade 85 tavlor.\n"
    assert answered("Hur många gäster hade badet?", page, "Badet hade 3 100 gäster.", "sv")
    assert not answered("Hur många gäster hade museet?", page, "Museet visade 85 tavlor.", "sv")


def test_a_unit_tells_what_is_measured_without_its_name() -> None:
    assert answered("Kuinka suuri on Hiitolan pinta-ala?", "Hiitolan koko on 28 km².", "Hiitolan koko on 28 km².")
    assert not answered("Kuinka suuri on Hiitolan pinta-ala?", "Hiitolassa on 28 järveä.", "Hiitolassa on 28 järveä.")


def test_by_how_many_per_cent_something_fell_is_not_how_much_it_was() -> None:
    quote = "Kunnallisverot laskivat 3,3 prosenttia vuonna 2031."
    assert not answered("Paljonko kunnallisveroja kertyi?", quote, quote)
    assert answered("Paljonko kunnallisverot laskivat?", quote, quote)
    assert not answered("How much were the municipal taxes?", quote, quote, "en")


_AID = (
    "Lähiavun varat\n\nVuonna 2031 lähiapuun varattiin 40 miljoonaa euroa, mikä vastaa 0,2 prosenttia menoista. "
    "Varoista 61 prosenttia on kuntaliiton hallinnoimia.\n"
)


@pytest.mark.parametrize(
    ("quote", "told"),
    [
        ("Vuonna 2031 lähiapuun varattiin 40 miljoonaa euroa, mikä vastaa 0,2 prosenttia menoista.", False),
        ("Varoista 61 prosenttia on kuntaliiton hallinnoimia.", True),
    ],
)
def test_the_share_of_one_part_is_not_that_of_another(quote: str, told: bool) -> None:  # noqa: FBT001 - expected
    assert answered("Kuinka suuri osa vuoden 2031 lähiavun varoista on kuntaliiton hallinnoimia?", _AID, quote) is told


def test_the_largest_part_of_another_whole_is_not_the_part_of_what_was_applied_for() -> None:
    page = "Lisätuet 2031\n\nSuurin osa lisätuesta, 5 miljoonaa euroa, osoitettiin uusille halleille.\n"
    quote = "Suurin osa lisätuesta, 5 miljoonaa euroa, osoitettiin uusille halleille."
    assert not answered("Kuinka suuri osa haetusta tuesta myönnettiin vuonna 2031?", page, quote)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Paljonko Kuusiston hallin menot olivat?", False),
        ("Paljonko Rantalan hallin menot olivat?", False),
        ("Paljonko Kuusiston ja Rantalan menot olivat yhteensä?", True),
    ],
)
def test_what_two_have_together_is_none_of_either(question: str, told: bool) -> None:  # noqa: FBT001 - expected
    quote = "Kahden suurimman hallin, Kuusiston ja Rantalan menot olivat yhteensä 643 000 euroa."
    assert answered(question, f"Hallien menot\n\n{quote}\n", quote) is told
