import json
from pathlib import Path

import pytest

from ingest.tables.audit import as_json, as_text, audit, main
from tests.ingest.tables.gridded import gridded
from tests.ingest.tables.make import document_of

_TEXT = """Myönnetyt avustukset
Alue
2020 2021 yhteensä (€)
Aho 2 199 998 4 439 314 6 639 312
Berg 2 831 000 5 702 581 8 533 581
Cid 1 671 131 3 336 135 5 007 266
yhteensä (€) 6 702 129 13 508 030 20 210 159
"""


def test_lists_wrong_totals_worst_first_with_their_lines() -> None:
    entries = audit([document_of(_TEXT)])
    assert [[int(each) for each in (entry.stated, entry.expected, entry.difference)] for entry in entries] == [
        [13508030, 13478030, 30000],
        [20210159, 20180159, 30000],
    ]
    assert entries[0].file == "d.txt"
    assert entries[0].quotes[0].text == "yhteensä (€) 6 702 129 13 508 030 20 210 159"
    assert all(_TEXT[quote.start : quote.end] == quote.text for entry in entries for quote in entry.quotes)


def test_prints_text_and_json() -> None:
    entries = audit([document_of(_TEXT)])
    assert "stated 13 508 030 EUR, expected 13 478 030 EUR" in as_text(entries)
    assert json.loads(as_json(entries))[0]["difference"] == 30000
    assert as_text(()) == "Nothing found that does not add up.\n"


def test_command_reads_files(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text(_TEXT, encoding="utf-8")
    assert main([str(tmp_path), "--json"]) == 0
    assert [entry["page"] for entry in json.loads(capsys.readouterr().out)] == [1, 1]


def test_quotes_a_row_without_the_heading_of_its_group() -> None:
    rows = [["Ala", "2031", "2032"], ["Talot", "", ""], ["Koulut", "30,5", "51,5"], ["Kirjastot", "72,1", "79,6"]]
    (entry,) = audit([gridded(*rows, ["Terveysasemat", "20,8", "67,5"], ["Talot yhteensä", "123,4", "200,6"])])
    assert [quote.text.split()[0] for quote in entry.quotes] == ["Talot", "Koulut", "Kirjastot", "Terveysasemat"]
