"""A connector that answers wrongly, and says nothing of it.

What it does wrong is said by the connect option ``misbehave``, or by TCK_MISBEHAVE:
``off-by-one`` (the default: each whole number is one too large), ``null-as-zero``,
``loses-last-row``, ``doubles-affected``, ``swallows-errors``.
"""

from __future__ import annotations

from typing import Any, Sequence

import plain_rest
import tck_adapter


class LyingResult(tck_adapter.Result):
    """Changes what another result says."""

    def __init__(self, honest: tck_adapter.Result, lie: str) -> None:
        """Lie about this result."""
        self._honest = honest
        self._lie = lie
        self._row = honest.fetch()

    def columns(self) -> list[tck_adapter.Column]:
        """Describe the columns."""
        return self._honest.columns()

    def fetch(self) -> Sequence[Any] | None:
        """Return the next row, not as it is."""
        row, self._row = self._row, None if self._row is None else self._honest.fetch()
        if row is None or (self._lie == "loses-last-row" and self._row is None):
            return None
        return [self._changed(host) for host in row]

    def _changed(self, host: Any) -> Any:
        if self._lie == "off-by-one" and isinstance(host, int) and not isinstance(host, bool):
            return host + 1
        return 0 if self._lie == "null-as-zero" and host is None else host

    def encode(self, host: Any, column: tck_adapter.Column) -> dict[str, Any] | None:
        """Put a host object into the protocol's form."""
        return self._honest.encode(host, column)


class LyingConnection(plain_rest.PlainConnection):
    """Changes what the server says."""

    def query(self, sql: str) -> tck_adapter.Result | int | None:
        """Execute a statement and lie about it."""
        lie = self.misbehaviour or "off-by-one"
        if lie == "swallows-errors":
            try:
                return super().query(sql)
            except Exception:
                return 0
        outcome = super().query(sql)
        if isinstance(outcome, tck_adapter.Result):
            return LyingResult(outcome, lie)
        doubled = lie == "doubles-affected" and outcome is not None
        return 2 * outcome if doubled else outcome


class Liar(plain_rest.PlainRest):
    """Translates wrongly."""

    name = "liar"
    connection = LyingConnection


if __name__ == "__main__":
    tck_adapter.serve(Liar())
