"""TDengine's types by their numbers, which some connectors tell instead of names."""

from __future__ import annotations

_NAMES = {
    0: "NULL",
    1: "BOOL",
    2: "TINYINT",
    3: "SMALLINT",
    4: "INT",
    5: "BIGINT",
    6: "FLOAT",
    7: "DOUBLE",
    8: "VARCHAR",
    9: "TIMESTAMP",
    10: "NCHAR",
    11: "TINYINT UNSIGNED",
    12: "SMALLINT UNSIGNED",
    13: "INT UNSIGNED",
    14: "BIGINT UNSIGNED",
    15: "JSON",
    16: "VARBINARY",
    17: "DECIMAL",
    18: "BLOB",
    20: "GEOMETRY",
    21: "DECIMAL",
}


def type_name(number: int) -> str:
    """Return the name of a type, or the number itself if TDengine has no such type."""
    return _NAMES.get(number, str(number))
