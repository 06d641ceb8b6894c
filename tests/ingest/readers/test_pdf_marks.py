from ingest.readers.pdf_marks import is_raised, with_marks


def test_marks_of_five_sixths_of_the_size_are_raised() -> None:
    word = (392.2, 96.2, 412.2, 106.2)
    assert is_raised(word, (412.2, 93.7, 416.4, 102.1))
    assert not is_raised(word, (412.2, 97.8, 416.4, 106.2))  # small, yet on the line
    assert not is_raised(word, (412.2, 93.2, 417.2, 103.2))  # as large as the word


def test_digits_of_a_mark_are_no_digits_of_its_number() -> None:
    assert with_marks("20221)", [False] * 4 + [True] * 2) == "2022¹⁾"
