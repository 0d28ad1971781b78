"""The operations that this SDK knows."""

from __future__ import annotations

import os
import platform
import signal
from typing import Any, Callable

from . import bench, probe
from .errors import RequestError, UnsupportedError
from .handles import Handles
from .pages import Pages
from .translation import ConnectArguments, Identity, Result, Translation

_PAGE_ROWS = 1000


class Operations:
    """Carries out requests."""

    def __init__(
        self,
        translation: Translation,
        identity: Identity,
        end_other_threads: Callable[[], None],
        log: Callable[[str], None],
    ) -> None:
        """Serve this translation."""
        self._translation = translation
        self._identity = identity
        self._end_other_threads = end_other_threads
        self._log = log
        self._handles = Handles()
        self._operations: dict[str, Callable[[dict[str, Any]], dict[str, Any]]] = {
            "hello": self._hello,
            "connect": self._connect,
            "close": self._close,
            "execute": self._execute,
            "query": self._query,
            "next": self._next,
            "bench": self._bench,
            "probe": lambda request: probe.facts(request.get("what", [])),
            "reset": self._reset,
        }

    def carry_out(self, request: dict[str, Any]) -> dict[str, Any]:
        """Return what stands under ok in the reply."""
        name = str(request.get("op"))
        operation = self._operations.get(name)
        if operation is None:
            raise UnsupportedError(name, "the Python adapter SDK does not know this operation")
        return operation(request)

    def _hello(self, request: dict[str, Any]) -> dict[str, Any]:
        if 1 not in request.get("protocol", []):
            raise RequestError(f"this adapter speaks protocol 1, not {request.get('protocol')}")
        return {
            "protocol": 1,
            "connector": {"name": self._identity.connector, "version": self._identity.version},
            "language": "python",
            "runtime": {
                "name": platform.python_implementation(),
                "version": platform.python_version(),
            },
            "os": platform.system(),
            "arch": platform.machine(),
            "interfaces": list(self._identity.interfaces),
            "capabilities": ["bench", "probe"],
            "dump": {"signal": "USR1" if hasattr(signal, "SIGUSR1") else "", "pid": os.getpid()},
        }

    def _connect(self, request: dict[str, Any]) -> dict[str, Any]:
        name = _text(request, "as")
        self._vacate(name)
        arguments = ConnectArguments(
            interface=_text(request, "interface"),
            host=_text(request, "host"),
            port=int(request["port"]),
            user=_text(request, "user"),
            password=_text(request, "password"),
            database=request.get("database"),
            timezone=request.get("timezone"),
            options=dict(request.get("options", {})),
        )
        if arguments.interface not in self._identity.interfaces:
            raise UnsupportedError(
                arguments.interface, f"this adapter offers {list(self._identity.interfaces)}"
            )
        self._handles.put(name, self._translation.connect(arguments))
        return {}

    def _close(self, request: dict[str, Any]) -> dict[str, Any]:
        self._handles.close(_text(request, "on"))
        return {}

    def _execute(self, request: dict[str, Any]) -> dict[str, Any]:
        connection = self._handles.connection(_text(request, "on"))
        return _affected(connection.execute(_text(request, "sql")))

    def _query(self, request: dict[str, Any]) -> dict[str, Any]:
        name = _text(request, "as")
        self._vacate(name)
        connection = self._handles.connection(_text(request, "on"))
        result = connection.query(_text(request, "sql"))
        if not isinstance(result, Result):
            return _affected(result)
        try:
            pages = Pages(result, int(request.get("pageRows", _PAGE_ROWS)))
            first = pages.first()
            self._handles.put(name, pages)
            return first
        except BaseException:
            self._close_quietly(result)
            raise

    def _next(self, request: dict[str, Any]) -> dict[str, Any]:
        return self._handles.result(_text(request, "on")).next()

    def _bench(self, request: dict[str, Any]) -> dict[str, Any]:
        return bench.run(
            self._handles.connection(_text(request, "on")),
            _text(request, "workload"),
            request.get("params", {}),
            int(request["warmupMs"]),
            int(request["measureMs"]),
        )

    def _vacate(self, name: str) -> None:
        for problem in self._handles.vacate(name):
            self._log(f"making room for a new {name}: {problem!r}")

    def _reset(self, _request: dict[str, Any]) -> dict[str, Any]:
        for problem in self._handles.close_all():
            self._log(f"reset: {problem!r}")
        self._end_other_threads()
        return {}

    def _close_quietly(self, result: Result) -> None:
        try:
            result.close()
        except Exception as problem:
            self._log(f"closing a result that failed: {problem!r}")


def _affected(rows: int | None) -> dict[str, Any]:
    return {} if rows is None else {"affected": int(rows)}


def _text(request: dict[str, Any], name: str) -> str:
    value = request.get(name)
    if not isinstance(value, str):
        raise RequestError(f'{request.get("op")} needs the text "{name}"')
    return value
