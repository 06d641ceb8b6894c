"""The questions of a message are told apart from what is written around them; nothing that they need is lost."""

import pytest

from server.answering.words.message import Message, message_of, outright


@pytest.mark.parametrize(
    ("message", "question"),
    [
        ("Haluaisin tietää, paljonko Rantala sai.", "Paljonko Rantala sai?"),
        ("Voisitteko ystävällisesti kertoa, milloin hanke päättyy?", "Milloin hanke päättyy?"),
        ("Tiedätkö kuka vastaa hankkeesta?", "Kuka vastaa hankkeesta?"),
        ("Mietin, että mikä on Rantala-hanke?", "Mikä on Rantala-hanke?"),
        ("Etsi minulle tieto siitä, montako mallia siinä on.", "Montako mallia siinä on?"),
        ("Onko sinulla tietoa siitä, kuka sen rahoittaa?", "Kuka sen rahoittaa?"),
        ("Haluaisin tietää, millaisia tavoitteita on.", "Millaisia tavoitteita on?"),
        ("Pikainen kysymys: mikä on Rantala-hanke?", "Mikä on Rantala-hanke?"),
        ("Tarvitsen luvun puheeseen: paljonko Rantala sai?", "Paljonko Rantala sai?"),
        ("Johtaja haluaa tietää, mikä alue sai eniten.", "Mikä alue sai eniten?"),
        ("Jag skulle vilja veta hur mycket Strandby fick 2031.", "Hur mycket Strandby fick 2031?"),
        ("Vet du när projektet slutar?", "När projektet slutar?"),
        ("Jag undrar vem som ansvarar för projektet.", "Vem som ansvarar för projektet?"),
        ("I need to know how much Strandby was granted in 2031.", "How much Strandby was granted in 2031?"),
        ("Could you please tell me which area got most?", "Which area got most?"),
        ("Do you happen to know when the project ends?", "When the project ends?"),
        ("Paljonko Rantala sai, kiitos?", "Paljonko Rantala sai?"),
        ("Moi, mikä Rantala-hanke on? Kiitos!", "mikä Rantala-hanke on?"),
        ("Hei! Paljonko Rantala sai? Terveisin Maija Meikäläinen", "Paljonko Rantala sai?"),
        ("Olen valmistelemassa puhetta. Mikä alue sai eniten?", "Mikä alue sai eniten?"),
        ("Paljonko Rantala sai? Tarvitsen luvun pian.", "Paljonko Rantala sai?"),
        ("Selitä lyhyesti Rantala-hanke", "Mikä on Rantala-hanke?"),
        ("Tiivistä Rantala-hankkeen tavoitteet.", "Mitkä ovat Rantala-hankkeen tavoitteet?"),
        ("Summarise the aims of the Strandby project", "What are the aims of the Strandby project?"),
        ("En löydä mistään, paljonko Rantala sai. Osaatko auttaa?", "Paljonko Rantala sai?"),
        ("Esimies kysyi, paljonko hankkeesta on maksettu.", "Paljonko hankkeesta on maksettu?"),
        ("Could you check whether Strandby got more than Lakeside?", "Strandby got more than Lakeside?"),
        ("Can you list the grants to Strandby?", "List the grants to Strandby"),
        ("Var snäll och jämför Strandby och Viken.", "Jämför Strandby och Viken"),
        ("Any idea how many regions got money?", "How many regions got money?"),
        ("Onkohan tiedossa, kuka vastaa hankkeesta?", "Kuka vastaa hankkeesta?"),
        ("Avustaja pyysi selvittämään, paljonko saatiin.", "Paljonko saatiin?"),
        ("Tietopyyntö: Rantalan avustus vuonna 2031", "Rantalan avustus vuonna 2031"),
        ("Pyydän tietoa Rantalan avustuksista", "Kerro Rantalan avustuksista"),
        ("Ystävällisesti luettelisitko Rantalan tavoitteet?", "Luettele Rantalan tavoitteet"),
        ("Förklara Strandby-projektet", "Vad är Strandby-projektet?"),
    ],
)
def test_a_message_of_one_question_asks_it_outright(message: str, question: str) -> None:
    assert message_of(message) == Message((question,))
    assert message_of(question) == Message((question,))


@pytest.mark.parametrize(
    "question",
    [
        "Mistä voin kysyä, milloin hanke päättyy?",
        "Voiko asiakas tarkistaa, milloin aika on?",
        "Lapin alueet haluavat tietää, paljonko he saivat",
        "Kerätäänkö tietoa siitä, miten palvelut toimivat?",
        "Kun hanke päättyy, kuka arvioi sen?",
        "Kainuu: paljonko se sai?",
        "Paljonko Rantala sai vuonna 2031? Tarkoitan Etelä-Rantalaa.",
        "Rantala sai avustusta",
        "Kerro verkko-hankkeista",
        "Etsi yksikkö, joka vastaa hankkeesta",
        "Milloin R.K. Rantala syntyi?",
        "Kerro Rantalan avustuksista",
        "Mitkä ovat esim. Rantalan tavoitteet?",
    ],
)
def test_what_names_something_or_asks_itself_stays(question: str) -> None:
    assert message_of(question) == Message((question,))


def test_each_question_of_a_message_is_one_of_its_own() -> None:
    assert message_of("Paljonko Rantala sai? Entä Ahola?") == Message(("Paljonko Rantala sai?", "Entä Ahola?"))
    asked = message_of("Rantala-hanke on minulle vieras. Mikä se on? Kuka sen rahoittaa?")
    assert asked == Message(("Mikä se on?", "Kuka sen rahoittaa?"), ("Rantala-hanke on minulle vieras.",))


def test_a_sentence_is_as_it_was_where_nothing_leads_it_in() -> None:
    assert outright("Paljonko Rantala sai?") == "Paljonko Rantala sai?"
