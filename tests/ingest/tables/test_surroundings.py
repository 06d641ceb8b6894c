"""What stands over a table is kept with it, prose is not; a note on signs is its sign; captions before old headings."""

from pathlib import Path

from ingest.read import Taken, read_documents
from ingest.table import Table
from ingest.tables.recover import recover

_PAGE = '<!doctype html><html lang="fi"><head><title>Raportti</title></head><body><main>{body}</main></body></html>'
_TABLE = (
    "<table><tr><th>{corner}</th><th>2024</th><th>2025</th></tr>"
    "<tr><td>{row}</td><td>10</td><td>12</td></tr><tr><td>{other}</td><td>20</td><td>-5</td></tr></table>"
)


def _tables(tmp_path: Path, body: str) -> tuple[Table, ...]:
    path = tmp_path / "raportti.html"
    path.write_text(_PAGE.format(body=body), encoding="utf-8")
    (taken,) = read_documents([path])
    assert isinstance(taken, Taken)
    return recover(taken.document).tables


def test_headings_and_corner_are_kept_and_prose_is_not(tmp_path: Path) -> None:
    """The unit that a table belongs to stands in a heading over its title."""
    table = _TABLE.format(corner="Puolue", row="Sininen", other="Vihreä")
    (found,) = _tables(
        tmp_path,
        "<h1>Vaalit</h1><p>Satama suljettiin keväällä.</p><h2>Valtuusto</h2><h3>Paikat</h3>" + table,
    )
    assert found.title == "Paikat"
    assert found.above == ("Puolue", "Valtuusto", "Vaalit")


def test_a_note_tells_what_a_minus_means(tmp_path: Path) -> None:
    """The sentence with both poles is the table's sign; praise of one is not."""
    table = _TABLE.format(corner="Kohde", row="Hallinto", other="Koulutus")
    note = "<p>* pav = pitkä aikaväli. Huom! Säästöt on esitetty positiivisina ja lisäykset negatiivisina lukuina.</p>"
    (noted,) = _tables(tmp_path, "<h1>Yhteenveto</h1>" + note + table)
    assert noted.sign == "Säästöt on esitetty positiivisina ja lisäykset negatiivisina lukuina."
    (praised,) = _tables(tmp_path, "<h1>Yhteenveto</h1><p>* Positiivisia tuloksia saatiin.</p>" + table)
    assert praised.sign == "as printed"


def test_a_sentence_without_a_verb_is_a_caption(tmp_path: Path) -> None:
    """It says what the figures count; a sentence with a verb tells of other things."""
    table = _TABLE.format(corner="Hanke", row="Sininen", other="Vihreä")
    (named,) = _tables(tmp_path, "<h1>Väki</h1><p>Henkilötyövuodet hankkeittain vuosina 2024–2025.</p>" + table)
    assert "Henkilötyövuodet hankkeittain vuosina 2024–2025." in named.above
    (told,) = _tables(tmp_path, "<h1>Väki</h1><p>Hakemuksia tuli paljon vuonna 2024.</p>" + table)
    assert told.above == ("Hanke",)


def test_a_heading_without_a_number_is_no_part_of_the_numbered_one_after_it(tmp_path: Path) -> None:
    """However large "Investoinnit" is printed, 1.2 is a part of 1, not of it."""
    table = _TABLE.format(corner="Osasto", row="Koulut", other="Tiet")
    told = "<p>Vuoden aikana rakennettiin kaksi siltaa ja yksi koulu.</p>"
    body = f"<h1>1. Kertomus</h1>{told}<h2>1.1 Talous</h2>{told}<h3>Investoinnit</h3>{told}<h4>1.2 Henkilöstö</h4>"
    (found,) = _tables(tmp_path, body + table)
    assert (found.title, found.above) == ("1.2 Henkilöstö", ("Osasto", "1. Kertomus"))
