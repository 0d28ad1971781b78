"""What an adapter's author writes."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Sequence

from .values import encode

if TYPE_CHECKING:
    from .errors import ConnectorError


@dataclass(frozen=True)
class Identity:
    """Says who the connector is."""

    connector: str
    """Its id."""
    version: str
    """Its version as loaded."""
    interfaces: Sequence[str]
    """Those of ``native``, ``rest`` and ``websocket`` that the adapter offers."""


@dataclass(frozen=True)
class ConnectArguments:
    """Says where and as whom to connect."""

    interface: str
    host: str
    port: int
    user: str
    password: str
    database: str | None = None
    timezone: str | None = None
    options: dict[str, str] = field(default_factory=dict)
    """Settings of the connector or the adapter by name."""


@dataclass(frozen=True)
class Column:
    """A result column as the connector describes it."""

    name: str
    type: str = ""
    """TDengine's type name as told, empty if the connector does not tell."""
    length: int | None = None
    """The length as told, None if the connector does not tell."""


class Result:
    """An open result, read row by row as the connector hands it out."""

    def columns(self) -> list[Column]:
        """Describe the columns."""
        raise NotImplementedError

    def fetch(self) -> Sequence[Any] | None:
        """Return the next row's host objects as the connector returns them, None after the last."""
        raise NotImplementedError

    def encode(self, host: Any, column: Column) -> dict[str, Any] | None:
        """Put a host object into the protocol's form."""
        return encode(host, column.type)

    def close(self) -> None:
        """Close the result."""


class Connection:
    """An open connection."""

    def execute(self, sql: str) -> int | None:
        """Execute a statement and return the affected rows, None if the connector reports none."""
        raise NotImplementedError

    def query(self, sql: str) -> Result | int | None:
        """Execute a statement; return its result, or what execute returns if it has none."""
        raise NotImplementedError

    def close(self) -> None:
        """Close the connection."""
        raise NotImplementedError


class Translation:
    """Translates requests into calls of one connector.

    It calls and hands on: no retries, no repairs, no conversions that would hide what the connector
    does. It is called from many threads, as the harness asks. Every call of the connector goes
    through ``tck_adapter.call``.
    """

    def identity(self) -> Identity:
        """Say who the connector is, with its version as loaded."""
        raise NotImplementedError

    def connect(self, arguments: ConnectArguments) -> Connection:
        """Open a connection."""
        raise NotImplementedError

    def describe(self, error: BaseException) -> ConnectorError | None:
        """Describe an exception that the connector raised; None: undocumented, the driver's."""
        raise NotImplementedError
