"""The bench loop: it runs inside the adapter, so that the protocol costs nothing."""

from __future__ import annotations

import time
from typing import Any, Callable

from .errors import RequestError
from .translation import Connection, Result

_PART_BITS = 3
_PARTS = 1 << _PART_BITS


def run(
    connection: Connection, workload: str, params: dict[str, Any], warmup: int, measure: int
) -> dict[str, Any]:
    """Run a workload for so many milliseconds and return what its measured part did."""
    operation = _operation(connection, workload, params)
    _loop(operation, warmup * 1_000_000, {}, at_least=0)
    histogram: dict[int, int] = {}
    operations, rows, nanos = _loop(operation, measure * 1_000_000, histogram, at_least=1)
    return {
        "operations": operations,
        "rows": rows,
        "nanos": nanos,
        "histogram": [[upper_bound(bucket), histogram[bucket]] for bucket in sorted(histogram)],
    }


def bucket_of(nanos: int) -> int:
    """Return the bucket of a duration: an eighth of a power of two."""
    if nanos < _PARTS:
        return max(0, nanos)
    shift = nanos.bit_length() - 1 - _PART_BITS
    return (shift + 1) * _PARTS + ((nanos >> shift) & (_PARTS - 1))


def upper_bound(bucket: int) -> int:
    """Return the greatest duration in a bucket."""
    if bucket < _PARTS:
        return bucket
    return ((_PARTS + bucket % _PARTS + 1) << (bucket // _PARTS - 1)) - 1


def _operation(connection: Connection, workload: str, params: dict[str, Any]) -> Callable[[], int]:
    if workload in ("roundtrip", "fetch"):
        sql = _text(params, "sql")
        return lambda: _fetch(connection, sql)
    if workload == "insert":
        return _insert(connection, params)
    raise RequestError(f"bench knows roundtrip, insert and fetch, not {workload}")


def _text(params: dict[str, Any], name: str) -> str:
    value = params.get(name)
    if not isinstance(value, str):
        raise RequestError(f"this workload needs the text params.{name}")
    return value


def _fetch(connection: Connection, sql: str) -> int:
    result = connection.query(sql)
    if not isinstance(result, Result):
        return 0
    rows = 0
    try:
        while result.fetch() is not None:
            rows += 1
    finally:
        result.close()
    return rows


def _insert(connection: Connection, params: dict[str, Any]) -> Callable[[], int]:
    into, row = _text(params, "into"), _text(params, "row")
    rows, start, step = params.get("rows", 1), params.get("start", 0), params.get("step", 1)
    number = 0

    def insert() -> int:
        nonlocal number
        values = "".join(
            row.replace("{ts}", str(start + index * step)).replace("{i}", str(index))
            for index in range(number, number + rows)
        )
        number += rows
        connection.execute(f"INSERT INTO {into} VALUES {values}")
        return int(rows)

    return insert


def _loop(
    operation: Callable[[], int], nanos: int, histogram: dict[int, int], at_least: int
) -> tuple[int, int, int]:
    operations = rows = 0
    start = now = time.perf_counter_ns()
    while now - start < nanos or operations < at_least:
        rows += operation()
        operations += 1
        end = time.perf_counter_ns()
        bucket = bucket_of(end - now)
        histogram[bucket] = histogram.get(bucket, 0) + 1
        now = end
    return operations, rows, max(1, now - start)
