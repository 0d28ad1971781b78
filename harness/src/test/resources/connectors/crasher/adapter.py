"""A connector whose process dies at each SELECT from a table.

How is said by the connect option ``misbehave``, or by TCK_MISBEHAVE: ``segfault`` (the default),
``abort``, ``exit`` (with code 7), ``babble`` (writes to the harness's pipe what is no message, and
lives on).
"""

from __future__ import annotations

import os
import signal
import sys

import plain_rest
import tck_adapter

_PIPE = os.dup(1)


class CrashingConnection(plain_rest.PlainConnection):
    """Dies."""

    def query(self, sql: str) -> tck_adapter.Result | int | None:
        """Execute a statement, or die."""
        if sql.lower().lstrip().startswith("select") and " from " in sql.lower():
            how = self.misbehaviour or "segfault"
            sys.stderr.write(f"crasher: {how}\n")
            sys.stderr.flush()
            if how == "babble":
                os.write(_PIPE, b"*** glibc detected *** double free\n")
            elif how == "exit":
                os._exit(7)
            else:
                os.kill(os.getpid(), signal.SIGABRT if how == "abort" else signal.SIGSEGV)
        return super().query(sql)


class Crasher(plain_rest.PlainRest):
    """Translates until it dies."""

    name = "crasher"
    connection = CrashingConnection


if __name__ == "__main__":
    tck_adapter.serve(Crasher())
