"""A small connector over REST, without faults of its own: the seeded ones build on it."""

from __future__ import annotations

import base64
import json
import os
import re
import urllib.error
import urllib.request
from datetime import datetime, timezone
from typing import Any, Sequence

import tck_adapter
from tck_adapter import call

_TIMESTAMP = re.compile(r"^(.{19})(?:\.(\d+))?(Z|[+-]\d\d:?\d\d)$")
_NUMBERS = ("FLOAT", "DOUBLE")


class ServerError(Exception):
    """TDengine refused a statement."""

    def __init__(self, code: int, text: str) -> None:
        """Keep the code."""
        super().__init__(text)
        self.code = code


class PlainResult(tck_adapter.Result):
    """A result that is there as a whole."""

    def __init__(self, answer: dict[str, Any]) -> None:
        """Read this answer."""
        self._meta = answer["column_meta"]
        self.rows = iter(answer["data"])

    def columns(self) -> list[tck_adapter.Column]:
        """Describe the columns."""
        return [tck_adapter.Column(name, kind, length) for name, kind, length in self._meta]

    def fetch(self) -> Sequence[Any] | None:
        """Return the next row."""
        return next(self.rows, None)

    def encode(self, host: Any, column: tck_adapter.Column) -> dict[str, Any] | None:
        """Read timestamps to the nanosecond, and whole numbers of floating-point columns."""
        if column.type == "TIMESTAMP" and isinstance(host, str):
            return _instant(host)
        if column.type in _NUMBERS and isinstance(host, int):
            host = float(host)
        return super().encode(host, column)


class PlainConnection(tck_adapter.Connection):
    """Posts statements."""

    def __init__(self, arguments: tck_adapter.ConnectArguments) -> None:
        """Remember where and as whom."""
        database = "/" + arguments.database if arguments.database else ""
        self._url = f"http://{arguments.host}:{arguments.port}/rest/sql{database}"
        login = f"{arguments.user}:{arguments.password}".encode()
        self._headers = {"Authorization": "Basic " + base64.b64encode(login).decode()}
        self._opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        self.misbehaviour = arguments.options.get("misbehave") or os.environ.get("TCK_MISBEHAVE")

    def post(self, sql: str) -> dict[str, Any]:
        """Execute a statement and return TDengine's answer."""
        request = urllib.request.Request(self._url, sql.encode(), self._headers)
        try:
            with self._opener.open(request) as response:
                answer = json.loads(response.read())
        except urllib.error.HTTPError as error:
            answer = json.loads(error.read() or b"{}")
        if answer.get("code") != 0:
            raise ServerError(answer.get("code", 0xFFFF), answer.get("desc", "no description"))
        return answer

    def execute(self, sql: str) -> int | None:
        """Execute a statement."""
        affected = self.query(sql)
        return affected if isinstance(affected, int) else None

    def query(self, sql: str) -> tck_adapter.Result | int | None:
        """Execute a statement that may have a result set."""
        answer = call(self.post, sql)
        if [name for name, *_ in answer["column_meta"]] == ["affected_rows"]:
            return answer["data"][0][0]
        return PlainResult(answer)

    def close(self) -> None:
        """Close nothing: each statement has a connection of its own."""


class PlainRest(tck_adapter.Translation):
    """Translates requests into statements over REST."""

    name = "plain-rest"
    connection: type[PlainConnection] = PlainConnection

    def identity(self) -> tck_adapter.Identity:
        """Say who the connector is."""
        return tck_adapter.Identity(self.name, "1.0.0", ["rest"])

    def connect(self, arguments: tck_adapter.ConnectArguments) -> tck_adapter.Connection:
        """Open a connection and try the login."""
        connection = self.connection(arguments)
        call(connection.post, "select 1")
        return connection

    def describe(self, error: BaseException) -> tck_adapter.ConnectorError | None:
        """Tell the server's errors from all others."""
        return (
            tck_adapter.ConnectorError("server", error.code)
            if isinstance(error, ServerError)
            else None
        )


def _instant(text: str) -> dict[str, Any] | None:
    found = _TIMESTAMP.match(text)
    if found is None:
        return tck_adapter.encode(text)
    whole = datetime.fromisoformat(found.group(1)).replace(tzinfo=timezone.utc)
    zone = found.group(3)
    shift = 0
    if zone != "Z":
        minutes = int(zone[1:3]) * 60 + int(zone[-2:])
        shift = -60 * minutes if zone[0] == "-" else 60 * minutes
    since = whole - datetime(1970, 1, 1, tzinfo=timezone.utc)
    seconds = since.days * 86400 + since.seconds - shift
    fraction = found.group(2) or ""
    units = {3: "ms", 6: "us", 9: "ns"}
    digits = min(each for each in units if each >= len(fraction))
    return tck_adapter.timestamp(
        seconds * 10**digits + int(fraction.ljust(digits, "0") or "0"), units[digits]
    )


if __name__ == "__main__":
    tck_adapter.serve(PlainRest())
