import pytest

from server.answering.text.timelines import pairs_of
from server.answering.text.units import units_of


@pytest.mark.parametrize(
    ("lines", "pairs"),
    [
        (("Aikataulu", "Haku avautuu", "1.3.2024", "Haku päättyy", "30.4.2024"), [(1, 2), (3, 4)]),
        (("1.3.2024", "Haku avautuu", "30.4.2024", "Haku päättyy"), [(0, 1), (2, 3)]),
        (("Aikataulu", "1.3.2024", "Haku avautuu", "30.4.2024", "Haku päättyy"), [(1, 2), (3, 4)]),
        (("Haku avautuu", "1.3.2024", "Haku päättyy", "30.4.2024", "Huhti"), [(0, 1), (2, 3)]),
        # Neither side tells: the last line may be of the slide below.
        (("Haku avautuu", "1.3.2024", "Haku päättyy", "30.4.2024", "Lisätietoja"), []),
        (("Haku avautuu", "1.3.2024"), []),
    ],
)
def test_a_date_is_of_the_line_that_the_run_s_ends_tell(lines: tuple[str, ...], pairs: list[tuple[int, int]]) -> None:
    assert pairs_of(lines) == pairs


def test_a_date_and_its_line_are_one_unit() -> None:
    text = "Aikataulu\n\nOhjausryhmä\n\n29.11.2011\n\nNeuvottelu-\n\nkunta\n\n18.1.2012\n"
    read = [" ".join(text[unit.start : unit.end].split()) for unit in units_of(text)]
    assert read == ["Aikataulu", "Ohjausryhmä 29.11.2011", "Neuvottelu- kunta 18.1.2012"]
