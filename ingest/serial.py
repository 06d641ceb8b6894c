"""Documents, chunks, tables and figures to JSON and back. Knows nothing of where the JSON is kept or sent.

A dataclass becomes a list of its fields' values in their order, so that a hundred thousand figures load in a second or
two. Decimals and dates become strings; nothing but JSON's own types comes back from a parser, so reading hostile JSON
can raise but not execute.
"""

import dataclasses
import types
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

T = TypeVar("T")
Convert = Callable[[Any], Any]

_PLAIN = (str, int, float, bool)
_WRITTEN: dict[Any, tuple[Convert, Convert]] = {
    Decimal: (str, Decimal),
    date: (date.isoformat, date.fromisoformat),
}


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


@cache
def _converter(hint: Any, *, back: bool) -> Convert | None:  # noqa: ANN401
    """Return how a field's value becomes JSON, or JSON the value where `back`; None where the two are the same."""
    kind, optional = _parts(hint)
    if kind in _PLAIN or get_origin(kind) is Literal:
        return None
    convert: Convert
    if kind in _WRITTEN:
        convert = _WRITTEN[kind][back]
    elif get_origin(kind) is tuple:
        inner = _converter(get_args(kind)[0], back=back)
        made: Convert = tuple if back else list
        convert = made if inner is None else lambda values: made([inner(value) for value in values])
    else:
        convert = _decoder(kind) if back else _encoder(kind)
    return (lambda value: None if value is None else convert(value)) if optional else convert


@cache
def _encoder(kind: type) -> Convert:
    hints = get_type_hints(kind)
    fields = [(field.name, _converter(hints[field.name], back=False)) for field in dataclasses.fields(kind)]

    def encode(value: Any) -> list[Any]:  # noqa: ANN401
        return [getattr(value, name) if convert is None else convert(getattr(value, name)) for name, convert in fields]

    return encode


@cache
def _decoder(kind: type) -> Convert:
    hints = get_type_hints(kind)
    fields = dataclasses.fields(kind)
    converts = [(index, _converter(hints[field.name], back=True)) for index, field in enumerate(fields)]
    needed = [(index, convert) for index, convert in converts if convert is not None]
    placed = [index for index, field in enumerate(fields) if not field.kw_only]
    named = [(index, field.name) for index, field in enumerate(fields) if field.kw_only]
    count = len(fields)

    def decode(data: Any) -> Any:  # noqa: ANN401
        if not isinstance(data, list) or len(data) != count:
            message = f"{kind.__name__} has {count} fields"
            raise TypeError(message)
        for index, convert in needed:
            data[index] = convert(data[index])
        return kind(*[data[index] for index in placed], **{name: data[index] for index, name in named})

    return decode
