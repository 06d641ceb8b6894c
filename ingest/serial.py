"""Documents, chunks, tables and figures to JSON and back. Knows nothing of where the JSON is kept or sent.

A dataclass becomes a list of its fields' values in their order, so that a hundred thousand figures load in a second or
two; `SCHEMA` is a fingerprint of all fields, and whoever keeps the JSON keeps it beside it. Decimals and dates become
strings; nothing but JSON's own types comes back from a parser, so reading hostile JSON can raise but not execute.
"""

import dataclasses
import hashlib
import types
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from ingest.chunk import Chunk
from ingest.document import Block, Document, Grid, GridCell, Page, Span, WordBox
from ingest.table import Figure, Finding, Table

T = TypeVar("T")
Convert = Callable[[Any], Any]

_PLAIN = (str, int, float, bool)


def to_data(value: object) -> Any:  # noqa: ANN401  # JSON has no narrower type
    """Return the dataclass `value` as nested lists that `json.dumps` takes."""
    kind: Any = type(value)
    return _encoder(kind)(value)


def from_data(kind: type[T], data: Any) -> T:  # noqa: ANN401
    """Return the `kind` that `to_data` gave `data` for.

    Raises:
        ValueError: the data is of another shape. Plain fields (text, numbers) are taken as they stand.
    """
    hashable: Any = kind
    try:
        made: T = _decoder(hashable)(data)
    except (TypeError, IndexError, ArithmeticError) as exc:
        message = f"stored data is not a {kind.__name__}: {exc}"
        raise ValueError(message) from exc
    return made


def _parts(hint: Any) -> tuple[Any, bool]:  # noqa: ANN401
    """Return the hint without None, and whether None was allowed."""
    if get_origin(hint) in {Union, types.UnionType}:
        kinds = [kind for kind in get_args(hint) if kind is not type(None)]
        if len(kinds) != 1:
            message = f"no JSON form for {hint}"
            raise TypeError(message)
        return kinds[0], True
    return hint, False


def _optional(convert: Convert | None, *, optional: bool) -> Convert | None:
    if convert is None or not optional:
        return convert
    return lambda value: None if value is None else convert(value)


@cache
def _field_encoder(hint: Any) -> Convert | None:  # noqa: ANN401
    """Return how a field's value becomes JSON; None where it is JSON already."""
    kind, optional = _parts(hint)
    convert: Convert | None
    if kind in _PLAIN or get_origin(kind) is Literal:
        return None
    if kind is Decimal:
        convert = str
    elif kind is date:
        convert = date.isoformat
    elif get_origin(kind) is tuple:
        inner = _field_encoder(get_args(kind)[0])
        convert = list if inner is None else lambda values: [inner(value) for value in values]
    else:
        convert = _encoder(kind)
    return _optional(convert, optional=optional)


@cache
def _field_decoder(hint: Any) -> Convert | None:  # noqa: ANN401
    """Return how JSON becomes a field's value; None where it is that already."""
    kind, optional = _parts(hint)
    convert: Convert | None
    if kind in _PLAIN or get_origin(kind) is Literal:
        return None
    if kind is Decimal:
        convert = Decimal
    elif kind is date:
        convert = date.fromisoformat
    elif get_origin(kind) is tuple:
        inner = _field_decoder(get_args(kind)[0])
        convert = tuple if inner is None else lambda values: tuple([inner(value) for value in values])
    else:
        convert = _decoder(kind)
    return _optional(convert, optional=optional)


@cache
def _encoder(kind: type) -> Convert:
    hints = get_type_hints(kind)
    fields = [(field.name, _field_encoder(hints[field.name])) for field in dataclasses.fields(kind)]

    def encode(value: Any) -> list[Any]:  # noqa: ANN401
        return [getattr(value, name) if convert is None else convert(getattr(value, name)) for name, convert in fields]

    return encode


@cache
def _decoder(kind: type) -> Convert:
    hints = get_type_hints(kind)
    names = [field.name for field in dataclasses.fields(kind)]
    converts = [(index, _field_decoder(hints[name])) for index, name in enumerate(names)]
    needed = [(index, convert) for index, convert in converts if convert is not None]
    count = len(names)

    def decode(data: Any) -> Any:  # noqa: ANN401
        if not isinstance(data, list) or len(data) != count:
            message = f"{kind.__name__} has {count} fields"
            raise TypeError(message)
        for index, convert in needed:
            data[index] = convert(data[index])
        return kind(*data)

    return decode


def _schema() -> str:
    kinds = (Span, WordBox, Block, GridCell, Grid, Page, Document, Chunk, Figure, Finding, Table)
    described = [
        f"{kind.__name__}({', '.join(f'{name}: {hint}' for name, hint in get_type_hints(kind).items())})"
        for kind in kinds
    ]
    return hashlib.sha256("\n".join(described).encode()).hexdigest()[:16]


SCHEMA = _schema()
"""Changes whenever a field of the data model does."""
