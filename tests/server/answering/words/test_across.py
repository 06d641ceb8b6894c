"""Words of a question that meet those of labels in another language."""

from server.answering.words.across import keys_elsewhere, keys_in


def test_a_word_meets_what_it_is_called_in_another_language() -> None:
    assert keys_elsewhere("rikollisuus", "fi") & keys_in("brottslighet")
    assert keys_elsewhere("crimes", "en") & keys_in("rikollisuus")


def test_a_compound_does_not_meet_the_other_word_of_its_first_part() -> None:
    assert not keys_elsewhere("rikosuhrimaksu", "fi")
    assert not keys_elsewhere("rikollisuus", "fi") & keys_in("kriminaalipolitiikka")
