"""Whose an exception is: the server's, the driver's, or the adapter's own."""

from __future__ import annotations

import traceback
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Callable

if TYPE_CHECKING:
    from .translation import Translation


@dataclass(frozen=True)
class ConnectorError:
    """An error as the connector reports it."""

    origin: str
    """``server``, ``driver`` or ``timeout``."""
    code: int | None = None
    """The connector's numeric code, None if it gives none."""


class UnsupportedError(Exception):
    """The connector or its adapter has no such thing."""

    def __init__(self, capability: str, why: str) -> None:
        """Name what is missing, and how the adapter's author knows."""
        super().__init__(why)
        self.capability = capability
        self.why = why


class RequestError(Exception):
    """A request makes no sense: an unknown handle, a missing field."""


class RaisedByConnectorError(Exception):
    """Carries what the connector raised."""

    def __init__(self, original: BaseException) -> None:
        """Keep the original exception."""
        super().__init__(str(original))
        self.original = original


def call(function: Callable[..., Any], *arguments: Any, **keywords: Any) -> Any:
    """Call the connector, so that whatever it raises is known to be the connector's.

    Extension modules leave no frames in a traceback: only the place of the call tells whose an
    exception is. A panic of native code is no ``Exception``, therefore everything is caught.
    """
    try:
        return function(*arguments, **keywords)
    except BaseException as error:
        raise RaisedByConnectorError(error) from error


def failure_reply(translation: Translation, error: BaseException) -> dict[str, Any]:
    """Return the reply, without seq, to a request that ended with an exception."""
    if isinstance(error, UnsupportedError):
        return {"unsupported": {"capability": error.capability, "why": error.why}}
    if isinstance(error, RequestError):
        return {"fault": {"message": str(error), "trace": ""}}
    if isinstance(error, RaisedByConnectorError):
        return _connector_error(translation, error.original)
    return {
        "fault": {
            "message": repr(error),
            "trace": "".join(traceback.format_exception(type(error), error, error.__traceback__)),
        }
    }


def _connector_error(translation: Translation, original: BaseException) -> dict[str, Any]:
    described = translation.describe(original) or ConnectorError("driver")
    kind = type(original)
    return {
        "error": {
            "origin": described.origin,
            "code": described.code,
            "class": f"{kind.__module__}.{kind.__qualname__}",
            "message": str(original),
        }
    }
