import json
from pathlib import Path

import pytest

from index import lemmas


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("valtionavustuksia", "valtionavustus"),
        ("Kainuulle", "kainuu"),
        ("kainuulle", "kainuu"),
        ("Kauhavan", "kauhava"),
        ("Pohjois-Savon", "pohjois-savo"),
        ("uudenmaan", "uusimaa"),
        ("EU:n", "eu"),
        ("thl:lle", "thl"),
        ("myönnettiin", "myöntää"),
        ("VALTIONAVUSTUKSET", "valtionavustus"),
    ],
)
def test_base_forms(form: str, expected: str) -> None:
    assert expected in lemmas.base_forms(form)


def test_compound_parts_are_base_forms() -> None:
    assert lemmas.compound_parts("valtionavustuksia") == ("valtion", "avustus")
    assert lemmas.compound_parts("sote-keskusten") == ("sote", "keskus")
    assert lemmas.compound_parts("avustus") == ()


def test_a_compound_and_its_part_share_a_term() -> None:
    assert {term for term, _ in lemmas.terms("avustus")} & {term for term, _ in lemmas.terms("valtionavustuksia")}


def test_several_base_forms_share_one_weight() -> None:
    found = dict(lemmas.terms("uudenmaan"))
    assert found["uusimaa"] == found["uudenmaa"] == 0.5


@pytest.mark.parametrize(
    ("one", "other"), [("regionerna", "regioner"), ("grants", "grant"), ("Zorblattien", "Zorblatti")]
)
def test_forms_of_words_unknown_to_finnish_share_a_term(one: str, other: str) -> None:
    assert {term for term, _ in lemmas.terms(one)} & {term for term, _ in lemmas.terms(other)}


def test_words_of_numbers_and_codes() -> None:
    assert lemmas.words("2020-luvulla 15.5.2023 ja 12,5 % ESR-hanke 2014–2020 (29.10.30)") == [
        "2020-luvulla",
        "15.5.2023",
        "ja",
        "12,5",
        "ESR-hanke",
        "2014",
        "2020",
        "29.10.30",
    ]
    assert dict(lemmas.terms("15.5.2023")) == {"15.5.2023": 1.0, "2023": lemmas.PART_WEIGHT}
    assert "2020-luku" in dict(lemmas.terms("2020-luvulla"))


@pytest.mark.parametrize("printed", ["5 007 266", "5\u00a0007\u00a0266", "5.007.266"])
def test_an_amount_is_found_without_its_grouping(printed: str) -> None:
    assert (("5007266", 1.0),) in lemmas.text_terms(printed + " euroa")


def test_saved_forms_come_back(tmp_path: Path) -> None:
    path = tmp_path / "forms.json"
    lemmas.save_forms(path, ["Kainuulle", "avustus", "2020"])
    before = lemmas.terms("Kainuulle"), lemmas.base_forms("Kainuulle"), lemmas.is_known("Kainuulle")
    assert lemmas.read_forms(path) == ("2020", "Kainuulle", "avustus")
    assert (lemmas.terms("Kainuulle"), lemmas.base_forms("Kainuulle"), lemmas.is_known("Kainuulle")) == before
    for damaged in ("", "{", "[]", '{"version": 1, "forms": 3}'):
        path.write_text(damaged)
        lemmas.read_forms(path)
    lemmas.read_forms(tmp_path / "absent.json")


def test_what_is_saved_of_a_form_is_not_looked_up_again(tmp_path: Path) -> None:
    path = tmp_path / "forms.json"
    path.write_text(json.dumps({"version": lemmas.VERSION, "forms": {"hyrräkelkka": [["hyrrä|kelkka"], True]}}))
    lemmas.read_forms(path)
    assert lemmas.base_forms("hyrräkelkka") == ("hyrräkelkka",)
    assert dict(lemmas.terms("hyrräkelkka")) == {"hyrräkelkka": 1.0, "hyrrä": 0.7, "kelkka": 0.7}


def test_forms_of_another_version_are_listed_but_not_believed(tmp_path: Path) -> None:
    path = tmp_path / "forms.json"
    path.write_text(json.dumps({"version": 1, "forms": {"laivalle": [["väärä", 1.0]]}}))
    assert lemmas.read_forms(path) == ("laivalle",)
    assert lemmas.base_forms("laivalle") == ("laiva",)
