"""Results in pages."""

from __future__ import annotations

import threading
from typing import Any

from .translation import Column, Result
from .values import host_type

# Keeps a line far below the harness's limit, however wide the rows are.
_PAGE_CHARACTERS = 8 << 20


class Pages:
    """Reads a result in pages."""

    def __init__(self, result: Result, page_rows: int) -> None:
        """Read at most so many rows a page."""
        self._result = result
        self._columns = result.columns()
        self._page_rows = page_rows
        self._ended = False
        self._lock = threading.Lock()

    def first(self) -> dict[str, Any]:
        """Return the first page, with the columns."""
        seen: list[dict[str, None]] = [{} for _ in self._columns]
        page = self._read(seen)
        return {"columns": list(map(_column_json, self._columns, seen)), **page}

    def next(self) -> dict[str, Any]:
        """Return the next page."""
        return self._read([{} for _ in self._columns])

    def close(self) -> None:
        """Close the result."""
        self._result.close()

    def _read(self, seen: list[dict[str, None]]) -> dict[str, Any]:
        rows: list[list[Any]] = []
        characters = 0
        with self._lock:
            while not self._ended and len(rows) < self._page_rows and characters < _PAGE_CHARACTERS:
                hosts = self._result.fetch()
                if hosts is None:
                    self._ended = True
                else:
                    row = self._row(hosts, seen)
                    characters += sum(map(_size, row))
                    rows.append(row)
            return {"rows": rows, "more": not self._ended}

    def _row(self, hosts: Any, seen: list[dict[str, None]]) -> list[Any]:
        row = []
        for index, (host, column) in enumerate(zip(hosts, self._columns)):
            if host is not None:
                seen[index][host_type(host)] = None
            row.append(None if host is None else self._result.encode(host, column))
        if len(hosts) != len(self._columns):
            row.extend(self._result.encode(host, Column("")) for host in hosts[len(row) :])
        return row


def _column_json(column: Column, seen: dict[str, None]) -> dict[str, Any]:
    message: dict[str, Any] = {"name": column.name}
    if column.type:
        message["type"] = column.type
    if column.length is not None:
        message["length"] = column.length
    message["nat"] = "|".join(seen)
    return message


def _size(value: Any) -> int:
    if isinstance(value, dict):
        return sum(len(body) for body in value.values() if isinstance(body, str)) + 16
    return 4
