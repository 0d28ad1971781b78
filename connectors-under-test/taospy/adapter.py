"""The adapter of taospy: module taosrest, and module taos for the native interface."""

from __future__ import annotations

import sys
from importlib.metadata import version
from typing import Any, Sequence

import requests
import taosrest
import tck_adapter
from tck_adapter import call

# What taosrest gives an error that has no code of the server.
_NO_CODE = 0xFFFF


class RestResult(tck_adapter.Result):
    """A result, which taosrest holds as a whole."""

    def __init__(self, result: Any) -> None:
        """Read this result."""
        self._fields = call(getattr, result, "fields")
        self._rows = call(iter, result)

    def columns(self) -> list[tck_adapter.Column]:
        """Describe the columns."""
        return [
            tck_adapter.Column(str(field["name"]), str(field["type"]), int(field["bytes"]))
            for field in self._fields
        ]

    def fetch(self) -> Sequence[Any] | None:
        """Return the next row."""
        return call(next, self._rows, None)


class RestConnection(tck_adapter.Connection):
    """Calls the methods of a TaosRestConnection."""

    def __init__(self, connection: Any) -> None:
        """Use this connection."""
        self._connection = connection

    def execute(self, sql: str) -> int | None:
        """Execute a statement."""
        return call(self._connection.execute, sql)

    def query(self, sql: str) -> tck_adapter.Result | int | None:
        """Execute a statement that may have a result set.

        taosrest has no other sign of a statement without one than a result of one column of this
        name, and decides by it too.
        """
        result = RestResult(call(self._connection.query, sql))
        if [column.name for column in result.columns()] == ["affected_rows"]:
            row = result.fetch()
            return None if row is None else row[0]
        return result

    def close(self) -> None:
        """Close the connection."""
        call(self._connection.close)


class Taospy(tck_adapter.Translation):
    """Translates requests into calls of taosrest or taos."""

    def identity(self) -> tck_adapter.Identity:
        """Say who the connector is."""
        return tck_adapter.Identity("taospy", version("taospy"), ["rest", "native"])

    def connect(self, arguments: tck_adapter.ConnectArguments) -> tck_adapter.Connection:
        """Open a connection; taosrest sends nothing yet."""
        if arguments.interface == "native":
            # Loads libtaos, without which the module cannot even be imported.
            from native import connect  # noqa: PLC0415

            return connect(arguments)
        host = f"[{arguments.host}]" if ":" in arguments.host else arguments.host
        settings: dict[str, Any] = {
            "url": f"http://{host}:{arguments.port}",
            "user": arguments.user,
            "password": arguments.password,
        }
        if arguments.database is not None:
            settings["database"] = arguments.database
        if arguments.timezone is not None:
            settings["timezone"] = arguments.timezone
        for name, value in arguments.options.items():
            settings[name] = _setting(name, value)
        return RestConnection(call(taosrest.connect, **settings))

    def describe(self, error: BaseException) -> tck_adapter.ConnectorError | None:
        """Tell the server's errors from those of HTTP."""
        if "taos" in sys.modules:
            from native import describe  # noqa: PLC0415

            native_error = describe(error)
            if native_error is not None:
                return native_error
        if isinstance(error, taosrest.HTTPError):
            # The server refused, by a status of HTTP: TDengine's code is in the body, which
            # taosrest does not hand on.
            return tck_adapter.ConnectorError("server")
        if isinstance(error, taosrest.Error):
            code = error.errno
            if code == _NO_CODE:
                return tck_adapter.ConnectorError("server" if error.status else "driver")
            return tck_adapter.ConnectorError("server", code)
        if isinstance(error, requests.Timeout):
            return tck_adapter.ConnectorError("timeout")
        return None


def _setting(name: str, value: str) -> Any:
    if name == "timeout":
        return float(value)
    if name == "convert_timestamp":
        return value.lower() == "true"
    return value


if __name__ == "__main__":
    tck_adapter.serve(Taospy())
