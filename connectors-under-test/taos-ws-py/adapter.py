"""The adapter of taos-ws-py, module taosws."""

from __future__ import annotations

import re
from importlib.metadata import version
from typing import Any, Sequence
from urllib.parse import quote

import taosws
import tck_adapter
from instants import nanoseconds
from tck_adapter import call

_CODE = re.compile(r"^\[0x([0-9A-Fa-f]+)\]")
# The codes of the client itself; the server's are below.
_DRIVER_CODES = range(0xE000, 0x10000)


class WsResult(tck_adapter.Result):
    """A result that comes row by row."""

    def __init__(self, columns: list[tck_adapter.Column], fetch: Any, timezone: str | None) -> None:
        """Read rows with this function."""
        self._columns = columns
        self._fetch = fetch
        self._timezone = timezone

    def columns(self) -> list[tck_adapter.Column]:
        """Describe the columns."""
        return self._columns

    def fetch(self) -> Sequence[Any] | None:
        """Return the next row."""
        return call(self._fetch)

    def encode(self, host: Any, column: tck_adapter.Column) -> dict[str, Any] | None:
        """Read a TIMESTAMP that comes as text, or as a count of nanoseconds."""
        if column.type == "TIMESTAMP" and isinstance(host, str):
            count = nanoseconds(host, self._timezone)
            if count is not None:
                return _coarsest(count)
        elif column.type == "TIMESTAMP" and isinstance(host, int):
            return tck_adapter.timestamp(host, "ns")
        return super().encode(host, column)


class WsConnection(tck_adapter.Connection):
    """Calls the methods of a taosws connection."""

    def __init__(self, connection: Any, timezone: str | None) -> None:
        """Use this connection."""
        self._connection = connection
        self._timezone = timezone

    def execute(self, sql: str) -> int | None:
        """Execute a statement."""
        return call(self._connection.execute, sql)

    def query(self, sql: str) -> tck_adapter.Result | int | None:
        """Execute a statement; one without fields has no result set, and tells no count."""
        result = call(self._connection.query, sql)
        if call(getattr, result, "field_count") == 0:
            return None
        columns = [
            tck_adapter.Column(field.name(), field.type(), field.bytes())
            for field in call(getattr, result, "fields")
        ]
        rows = iter(result)
        return WsResult(columns, lambda: next(rows, None), self._timezone)

    def close(self) -> None:
        """Close the connection."""
        call(self._connection.close)


class CursorConnection(WsConnection):
    """Calls the methods of cursors, each with a connection of its own to the server."""

    def execute(self, sql: str) -> int | None:
        """Execute a statement."""
        cursor = call(self._connection.cursor)
        try:
            return call(cursor.execute, sql)
        finally:
            call(cursor.close)

    def query(self, sql: str) -> tck_adapter.Result | int | None:
        """Execute a statement."""
        cursor = call(self._connection.cursor)
        affected = call(cursor.execute, sql)
        description = call(getattr, cursor, "description")
        if not description:
            call(cursor.close)
            return affected
        columns = [
            tck_adapter.Column(name, tck_adapter.type_name(number), length)
            for name, number, length, *_ in description
        ]
        return CursorResult(columns, cursor, self._timezone)


class CursorResult(WsResult):
    """A result that a cursor reads."""

    def __init__(self, columns: list[tck_adapter.Column], cursor: Any, tz: str | None) -> None:
        """Read rows from this cursor."""
        super().__init__(columns, cursor.fetchone, tz)
        self._cursor = cursor

    def close(self) -> None:
        """Close the cursor."""
        call(self._cursor.close)


class TaosWs(tck_adapter.Translation):
    """Translates requests into calls of taosws."""

    def identity(self) -> tck_adapter.Identity:
        """Say who the connector is."""
        return tck_adapter.Identity("taos-ws-py", version("taos-ws-py"), ["websocket"])

    def connect(self, arguments: tck_adapter.ConnectArguments) -> tck_adapter.Connection:
        """Open a connection by a DSN."""
        options = dict(arguments.options)
        api = options.pop("api", "connection")
        if arguments.timezone is not None:
            options["timezone"] = arguments.timezone
        connection = call(taosws.connect, _dsn(arguments, options))
        kinds = {"connection": WsConnection, "cursor": CursorConnection}
        if api not in kinds:
            raise tck_adapter.UnsupportedError(f"api={api}", f"known are {', '.join(kinds)}")
        return kinds[api](connection, arguments.timezone)

    def describe(self, error: BaseException) -> tck_adapter.ConnectorError | None:
        """Read the code, which taosws puts into the text only."""
        if not isinstance(error, (taosws.Error, taosws.InterfaceError)):
            return None
        text = str(error)
        found = _CODE.match(text)
        code = int(found.group(1), 16) if found else None
        if code is not None and code not in _DRIVER_CODES:
            return tck_adapter.ConnectorError("server", code)
        timed_out = re.search(r"timed? ?out", text, re.IGNORECASE) is not None
        return tck_adapter.ConnectorError("timeout" if timed_out else "driver", code)


def _dsn(arguments: tck_adapter.ConnectArguments, options: dict[str, str]) -> str:
    host = f"[{arguments.host}]" if ":" in arguments.host else arguments.host
    user, password = quote(arguments.user, safe=""), quote(arguments.password, safe="")
    database = quote(arguments.database or "", safe="")
    query = "&".join(f"{quote(name)}={quote(value, safe='/')}" for name, value in options.items())
    return f"ws://{user}:{password}@{host}:{arguments.port}/{database}" + (
        f"?{query}" if query else ""
    )


def _coarsest(nanos: int) -> dict[str, Any]:
    for unit, precision in ((1_000_000, "ms"), (1_000, "us")):
        if nanos % unit == 0:
            return tck_adapter.timestamp(nanos // unit, precision)
    return tck_adapter.timestamp(nanos, "ns")


if __name__ == "__main__":
    tck_adapter.serve(TaosWs())
