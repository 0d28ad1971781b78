"""Values in the protocol's form: objects with one key, their kind."""

from __future__ import annotations

import json
import math
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from typing import Any

_EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)
_MICROSECOND = timedelta(microseconds=1)
_I64 = range(-(2**63), 2**63)
_U64 = range(2**64)
_BYTES_KINDS = {"VARBINARY": "varbin", "GEOMETRY": "geo", "BLOB": "blob"}
_TEXT_KINDS = {"NCHAR": "nchar", "JSON": "json"}


def encode(host: Any, type_name: str = "") -> dict[str, Any] | None:  # noqa: PLR0911
    """Return the form of a host object as it is, whatever TDengine's type.

    The type's name only decides between kinds that look alike in Python: VARCHAR and NCHAR text,
    VARBINARY, GEOMETRY and BLOB bytes.
    """
    if host is None:
        return None
    # bool is an int, datetime is a date: the order matters.
    if isinstance(host, bool):
        return {"b": host}
    if isinstance(host, int):
        return _integer(host)
    if isinstance(host, float):
        return {"f64": float_text(host)}
    if isinstance(host, str):
        return {_TEXT_KINDS.get(_bare(type_name), "str"): host}
    if isinstance(host, (bytes, bytearray, memoryview)):
        return {_BYTES_KINDS.get(_bare(type_name), "bin"): bytes(host).hex()}
    if isinstance(host, datetime):
        return instant(host)
    if isinstance(host, Decimal):
        return _decimal(host, type_name)
    if isinstance(host, (dict, list)):
        return {"json": json.dumps(host, ensure_ascii=False)}
    kind = "a date" if isinstance(host, date) else f"a {type(host).__name__}"
    raise TypeError(f"the connector returned {kind}, for which the protocol has no kind: {host!r}")


def timestamp(count: int, precision: str) -> dict[str, Any]:
    """Return an instant as a count of ``ms``, ``us`` or ``ns`` since the epoch."""
    return {"ts": {"v": str(count), "p": precision}}


def instant(moment: datetime) -> dict[str, Any]:
    """Return a datetime's instant; one without zone is read in this process's time zone."""
    aware = moment.astimezone(timezone.utc)
    micros = (aware - _EPOCH) // _MICROSECOND
    return timestamp(micros // 1000, "ms") if micros % 1000 == 0 else timestamp(micros, "us")


def float_text(value: float) -> str:
    """Return the shortest text that gives back the same bits."""
    if math.isnan(value):
        return "NaN"
    if math.isinf(value):
        return "Inf" if value > 0 else "-Inf"
    return repr(value)


def host_type(host: Any) -> str:
    """Return how a host object's type is called: ``int``, ``datetime.datetime``."""
    kind = type(host)
    if kind.__module__ == "builtins":
        return kind.__qualname__
    return f"{kind.__module__}.{kind.__qualname__}"


def _integer(value: int) -> dict[str, Any]:
    if value in _I64:
        return {"i64": str(value)}
    if value in _U64:
        return {"u64": str(value)}
    raise OverflowError(f"the connector returned {value}, which is no 64-bit integer")


def _decimal(value: Decimal, type_name: str) -> dict[str, Any]:
    if not value.is_finite():
        return {"f64": float_text(float(value))}
    _, digits, exponent = value.as_tuple()
    scale = max(0, -int(exponent))
    precision = max(len(digits) + max(0, int(exponent)), scale)
    declared = type_name[type_name.find("(") + 1 : type_name.find(")")].split(",")
    if len(declared) == 2 and all(part.strip().isdigit() for part in declared):  # noqa: PLR2004
        precision, scale = int(declared[0]), int(declared[1])
    return {"dec": {"v": format(value, "f"), "p": precision, "s": scale}}


def _bare(type_name: str) -> str:
    return type_name.upper().split("(")[0].strip()
