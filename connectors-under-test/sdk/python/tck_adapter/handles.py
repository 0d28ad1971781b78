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
        # Closed connections keep their handles, so that a scenario can ask what they answer.
        self._closed: set[int] = set()
        self._lock = threading.Lock()

    def vacate(self, name: str) -> list[BaseException]:
        """Make room for a new thing: close what is open under the name, return what went wrong."""
        with self._lock:
            thing = self._open.pop(name, None)
        return [] if thing is None else self._close_unless_closed([thing])

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
        """Close a connection or a result.

        A result's handle is free afterwards, even if closing fails; a connection's stays.
        """
        with self._lock:
            thing = self._open.get(name)
            if isinstance(thing, Pages):
                del self._open[name]
            elif thing is not None:
                self._closed.add(id(thing))
        if thing is None:
            raise RequestError(f"nothing is open under the handle {name}")
        thing.close()

    def close_all(self) -> list[BaseException]:
        """Close everything, results first, and return what went wrong."""
        with self._lock:
            things = sorted(self._open.values(), key=lambda thing: not isinstance(thing, Pages))
            self._open.clear()
        problems = self._close_unless_closed(things)
        self._closed.clear()
        return problems

    def _close_unless_closed(self, things: list[_Thing]) -> list[BaseException]:
        problems: list[BaseException] = []
        for thing in things:
            if id(thing) in self._closed:
                self._closed.discard(id(thing))
                continue
            try:
                thing.close()
            except BaseException as problem:
                problems.append(problem)
        return problems
