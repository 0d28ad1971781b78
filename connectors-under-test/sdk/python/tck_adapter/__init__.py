"""What every Python adapter needs besides its translation.

The line loop, named threads, handles, values, pages, classification of errors, the bench loop and
probes. It needs Python 3.8 and nothing else, because a connector's own libraries must not be
disturbed.
"""

from .errors import ConnectorError, UnsupportedError, call
from .server import serve
from .translation import Column, ConnectArguments, Connection, Identity, Result, Translation
from .types import type_name
from .values import encode, timestamp

__all__ = [
    "Column",
    "ConnectArguments",
    "Connection",
    "ConnectorError",
    "Identity",
    "Result",
    "Translation",
    "UnsupportedError",
    "call",
    "encode",
    "serve",
    "timestamp",
    "type_name",
]
