"""Reads the text that taosws returns for a TIMESTAMP."""

from __future__ import annotations

import re
from datetime import datetime, timedelta, timezone, tzinfo

_TEXT = re.compile(
    r"^([+-]?\d{4,6})-(\d\d)-(\d\d) (\d\d):(\d\d):(\d\d)(?:\.(\d{1,9}))? ([+-]\d\d:\d\d|[A-Za-z]+)$"
)
_EPOCH = datetime(1970, 1, 1)


def nanoseconds(text: str, zone_name: str | None) -> int | None:
    """Return the instant in nanoseconds since the epoch, exactly as the text tells it.

    The text ends with an offset, ``2021-07-21 09:56:32.589123999 +00:00``; or, on a connection
    with a time zone, with that zone's abbreviation at the instant, ``… 17:56:32 CST``. None for a
    text of another form, or one beyond what Python's calendar knows.
    """
    found = _TEXT.match(text)
    if found is None:
        return None
    try:
        local = datetime(*(int(found.group(index)) for index in range(1, 7)))
        offset = _offset(local, found.group(8), zone_name)
    except (ValueError, OverflowError):
        return None
    if offset is None:
        return None
    since = local - _EPOCH - offset
    fraction = int((found.group(7) or "").ljust(9, "0"))
    return (since.days * 86400 + since.seconds) * 1_000_000_000 + fraction


def _offset(local: datetime, zone: str, zone_name: str | None) -> timedelta | None:
    if zone[0] in "+-":
        minutes = int(zone[1:3]) * 60 + int(zone[4:6])
        return timedelta(minutes=-minutes if zone[0] == "-" else minutes)
    if zone in ("UTC", "Z"):
        return timedelta(0)
    known = _zone(zone_name)
    if known is None:
        return None
    # An hour that comes twice a year is told by the abbreviation.
    for fold in (0, 1):
        moment = local.replace(tzinfo=known, fold=fold)
        if moment.tzname() == zone:
            return moment.utcoffset()
    return None


def _zone(name: str | None) -> tzinfo | None:
    if name is None:
        return None
    try:
        from zoneinfo import ZoneInfo

        return ZoneInfo(name)
    except (ImportError, KeyError):
        return timezone.utc if name in ("UTC", "Etc/UTC") else None
