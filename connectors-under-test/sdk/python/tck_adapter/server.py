"""The adapter protocol on standard input and output."""

from __future__ import annotations

import contextlib
import faulthandler
import json
import os
import queue
import signal
import sys
import threading
from typing import Any, BinaryIO, Callable, Iterable, Optional

from .errors import failure_reply
from .operations import Operations
from .translation import Translation

_MAIN = "main"
_EXIT_SECONDS = 1

_Work = Optional[Callable[[], None]]


def serve(translation: Translation) -> None:
    """Serve until the harness says bye or closes standard input, then end the process.

    From then on whatever the connector prints, its native code included, goes to standard error.
    """
    protocol = os.fdopen(os.dup(1), "wb", buffering=0)
    os.dup2(2, 1)
    sys.stdout = sys.stderr
    faulthandler.enable()
    for name in ("SIGUSR1", "SIGQUIT"):
        if hasattr(signal, name):
            faulthandler.register(getattr(signal, name), all_threads=True, chain=False)
    Server(translation, protocol, _log).run(sys.stdin.buffer)
    # What the connector does at exit happens as in a user's program, but it must not hang.
    with contextlib.suppress(RuntimeError):
        faulthandler.dump_traceback_later(_EXIT_SECONDS, exit=True)
    sys.exit(0)


def _log(message: str) -> None:
    sys.stderr.write(f"tck: {message}\n")
    sys.stderr.flush()


class Server:
    """Hands requests to threads and writes their replies."""

    def __init__(
        self, translation: Translation, protocol: BinaryIO, log: Callable[[str], None]
    ) -> None:
        """Serve this translation."""
        self._translation = translation
        self._protocol = protocol
        self._log = log
        self._writing = threading.Lock()
        self._threads = NamedThreads()

    def run(self, lines: Iterable[bytes]) -> None:
        """Serve these requests until bye or the end."""
        operations = Operations(
            self._translation,
            self._translation.identity(),
            lambda: self._threads.forget_all_but(_MAIN),
            self._log,
        )
        for line in lines:
            request = json.loads(line)
            if request.get("op") == "bye":
                # Answered here, whatever the threads do.
                self._send({"seq": request["seq"], "ok": {}})
                return
            self._threads.run(request.get("thread", _MAIN), self._answer(operations, request))

    def _answer(self, operations: Operations, request: dict[str, Any]) -> Callable[[], None]:
        def answer() -> None:
            try:
                line = self._line({"seq": request["seq"], "ok": operations.carry_out(request)})
            except BaseException as error:
                failure = failure_reply(self._translation, error)
                line = self._line({"seq": request["seq"], **failure})
            self._write(line)

        return answer

    def _send(self, reply: dict[str, Any]) -> None:
        self._write(self._line(reply))

    @staticmethod
    def _line(reply: dict[str, Any]) -> bytes:
        # ASCII, because half a surrogate pair has no UTF-8 form but can be escaped.
        return json.dumps(reply, separators=(",", ":"), allow_nan=False).encode("ascii") + b"\n"

    def _write(self, line: bytes) -> None:
        rest = memoryview(line)
        try:
            with self._writing:
                while rest:
                    rest = rest[self._protocol.write(rest) :]
        except OSError as error:
            # The harness is gone; standard input ends too, and that ends the process.
            self._log(f"a reply could not be written: {error}")


class NamedThreads:
    """Runs work on threads of given names: the same name in order, others concurrently."""

    def __init__(self) -> None:
        """Start without threads."""
        self._queues: dict[str, queue.SimpleQueue[_Work]] = {}
        self._lock = threading.Lock()

    def run(self, name: str, work: Callable[[], None]) -> None:
        """Queue work."""
        with self._lock:
            waiting = self._queues.get(name)
            if waiting is None:
                waiting = self._queues[name] = queue.SimpleQueue()
                threading.Thread(
                    target=_work_off, args=(waiting,), name=f"tck {name}", daemon=True
                ).start()
            waiting.put(work)

    def forget_all_but(self, name: str) -> None:
        """End the other threads after their work; a blocked one stays."""
        with self._lock:
            for other in [each for each in self._queues if each != name]:
                self._queues.pop(other).put(None)


def _work_off(waiting: queue.SimpleQueue[_Work]) -> None:
    while True:
        work = waiting.get()
        if work is None:
            return
        work()
