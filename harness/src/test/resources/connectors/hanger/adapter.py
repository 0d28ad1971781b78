"""A connector that never returns from a SELECT from a table.

How is said by the connect option ``misbehave``, or by TCK_MISBEHAVE: ``sleep`` (the default),
``spin`` (keeps a processor busy), ``native`` (sleeps in native code without giving Python's lock
back, so that no other thread runs). In any case it ignores polite requests to end.
"""

from __future__ import annotations

import ctypes
import signal
import time

import plain_rest
import tck_adapter


class HangingConnection(plain_rest.PlainConnection):
    """Hangs."""

    def query(self, sql: str) -> tck_adapter.Result | int | None:
        """Execute a statement, or hang."""
        if sql.lower().lstrip().startswith("select") and " from " in sql.lower():
            self.hang(self.misbehaviour or "sleep")
        return super().query(sql)

    @staticmethod
    def hang(how: str) -> None:
        """Never return."""
        if how == "native":
            ctypes.PyDLL(None).sleep(86400)
        while how == "spin":
            pass
        time.sleep(86400)


class Hanger(plain_rest.PlainRest):
    """Translates until it hangs."""

    name = "hanger"
    connection = HangingConnection


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    tck_adapter.serve(Hanger())
