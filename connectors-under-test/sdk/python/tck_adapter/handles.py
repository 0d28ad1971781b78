"""What is open under the harness's names."""

from __future__ import annotations

import threading
from typing import Union

from .errors import RequestError
from .pages import Pages
from .translation import Connection

_Thing = Union[Connection, Pages]


class Handles:
    """Keeps connections and results; may be used by many threads."""

    def __init__(self) -> None:
        """Start with nothing open."""
        self._open: dict[str, _Thing] = {}
        self._lock = threading.Lock()

    def check_free(self, name: str) -> None:
        """Raise if the name is taken."""
        if name in self._open:
            raise RequestError(f"the handle {name} exists already; close it first")

    def put(self, name: str, thing: _Thing) -> None:
        """Keep a connection or a result."""
        with self._lock:
            if name in self._open:
                raise RequestError(f"the handle {name} was created twice at the same time")
            self._open[name] = thing

    def connection(self, name: str) -> Connection:
        """Return the connection of this name."""
        thing = self._open.get(name)
        if isinstance(thing, Pages):
            raise RequestError(f"{name} is no connection")
        if thing is None:
            raise RequestError(f"no connection {name} is open")
        return thing

    def result(self, name: str) -> Pages:
        """Return the result of this name."""
        thing = self._open.get(name)
        if thing is None:
            raise RequestError(f"no result {name} is open")
        if not isinstance(thing, Pages):
            raise RequestError(f"{name} is no result")
        return thing

    def close(self, name: str) -> None:
        """Forget a handle, then close it: it is free even if closing fails."""
        with self._lock:
            thing = self._open.pop(name, None)
        if thing is None:
            raise RequestError(f"nothing is open under the handle {name}")
        thing.close()

    def close_all(self) -> list[BaseException]:
        """Close everything, results first, and return what went wrong."""
        with self._lock:
            things = sorted(self._open.values(), key=lambda thing: not isinstance(thing, Pages))
            self._open.clear()
        problems: list[BaseException] = []
        for thing in things:
            try:
                thing.close()
            except BaseException as problem:
                problems.append(problem)
        return problems
