"""The native interface of taospy, module taos, which loads libtaos."""

from __future__ import annotations

from typing import Any, Sequence

import taos
import taos.error
import tck_adapter
from tck_adapter import call

# What taos gives an error that has no code of the server.
_NO_CODE = 0xFFFF
_PRECISIONS = {0: "ms", 1: "us", 2: "ns"}


class NativeResult(tck_adapter.Result):
    """A result, which taos fetches block by block and hands out row by row."""

    def __init__(self, result: Any) -> None:
        """Read this result."""
        self._result = result
        self._fields = list(call(getattr, result, "fields"))
        self._precision = _PRECISIONS[call(getattr, result, "precision")]

    def columns(self) -> list[tck_adapter.Column]:
        """Describe the columns."""
        return [
            tck_adapter.Column(field.name, tck_adapter.type_name(field.type), field.bytes)
            for field in self._fields
        ]

    def fetch(self) -> Sequence[Any] | None:
        """Return the next row."""
        return call(next, self._result, None)

    def encode(self, host: Any, column: tck_adapter.Column) -> dict[str, Any] | None:
        """Read a TIMESTAMP that comes as a count."""
        if column.type == "TIMESTAMP" and isinstance(host, int):
            return tck_adapter.timestamp(host, self._precision)
        return super().encode(host, column)

    def close(self) -> None:
        """Free the result."""
        call(self._result.close)


class NativeConnection(tck_adapter.Connection):
    """Calls the methods of a TaosConnection."""

    def __init__(self, connection: Any) -> None:
        """Use this connection."""
        self._connection = connection

    def execute(self, sql: str) -> int | None:
        """Execute a statement."""
        return call(self._connection.execute, sql)

    def query(self, sql: str) -> tck_adapter.Result | int | None:
        """Execute a statement; one without fields has no result set."""
        result = call(self._connection.query, sql)
        if call(getattr, result, "field_count") == 0:
            affected = call(getattr, result, "affected_rows")
            call(result.close)
            return affected
        return NativeResult(result)

    def close(self) -> None:
        """Close the connection."""
        call(self._connection.close)


def connect(arguments: tck_adapter.ConnectArguments) -> tck_adapter.Connection:
    """Open a connection to taosd."""
    settings: dict[str, Any] = {
        "host": arguments.host,
        "port": arguments.port,
        "user": arguments.user,
        "password": arguments.password,
    }
    if arguments.database is not None:
        settings["database"] = arguments.database
    if arguments.timezone is not None:
        settings["timezone"] = arguments.timezone
    settings.update(arguments.options)
    return NativeConnection(call(taos.connect, **settings))


def describe(error: BaseException) -> tck_adapter.ConnectorError | None:
    """Tell the server's errors, which have a code, from those of taos itself."""
    if not isinstance(error, taos.error.Error):
        return None
    if error.errno == _NO_CODE:
        return tck_adapter.ConnectorError("driver")
    return tck_adapter.ConnectorError("server", error.errno)
