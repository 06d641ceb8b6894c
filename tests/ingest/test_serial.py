import json
from decimal import Decimal
from typing import Any

import pytest

from ingest.chunk import Chunk
from ingest.document import Document
from ingest.serial import from_data, to_data
from ingest.table import Figure, Table
from tests.index import sample


@pytest.mark.parametrize(
    "value",
    [sample.document(), sample.chunk(), sample.figure(), sample.table()],
    ids=lambda value: type(value).__name__,
)
def test_what_becomes_json_comes_back_equal(value: Document | Chunk | Figure | Table) -> None:
    assert from_data(type(value), json.loads(json.dumps(to_data(value)))) == value


def test_decimals_keep_their_digits() -> None:
    finding = sample.table().findings[0]
    back: Any = from_data(type(finding), json.loads(json.dumps(to_data(finding))))
    assert (back.stated, str(back.difference)) == (Decimal("2.5"), "0.5")


@pytest.mark.parametrize("data", [None, [], {}, "x", [1, 2, 3]])
def test_other_data_is_refused(data: object) -> None:
    with pytest.raises(ValueError, match="is not a Chunk"):
        from_data(Chunk, data)
