"""Dates, amounts and lists as Dutch readers write them."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable

MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november",
    "december",
)  # fmt: skip


def day(date: datetime.date) -> str:
    """«1 maart 2021»."""
    return f"{date.day} {MONTHS[date.month - 1]} {date.year}"


def moment(text: str) -> str:
    """A year, month or day from the data («2021», «2021-03», «2021-03-01») in words."""
    parts = [int(part) for part in text.split("-")]
    if len(parts) == 1:
        return str(parts[0])
    if len(parts) == 2:
        return f"{MONTHS[parts[1] - 1]} {parts[0]}"
    return day(datetime.date(*parts))


def euro(amount: int) -> str:
    """«€ 139.000», with a space that does not break."""
    return f"€\u00a0{amount:,}".replace(",", ".")


_SPLIT_AMOUNT = re.compile(r"€ (?=\d)|(?<=\d) (?=(?:%|miljoen)(?!\w))")


def unbroken(text: str) -> str:
    """Running text in which no line ends between an amount and its sign: «€ 1,3 miljoen», «80 %»."""
    return _SPLIT_AMOUNT.sub(lambda found: found.group().replace(" ", "\u00a0"), text)


def size(bytes: int) -> str:
    """«35 kB», «1,2 MB»."""
    if bytes < 1_000_000:
        return f"{max(1, round(bytes / 1000))}\u00a0kB"
    return f"{bytes / 1_000_000:.1f}\u00a0MB".replace(".", ",")


def listed(parts: Iterable[str]) -> str:
    """Titles in running text, with a full stop unless the last has a sign of its own: «Wie? · Klaar?», «Straat · Plein.»."""
    text = " · ".join(parts)
    return text if text.endswith(("?", "!", ".")) else f"{text}."


def months_before(earlier: datetime.date, later: datetime.date) -> int:
    """Whole calendar months from ``earlier`` to ``later``."""
    return (later.year - earlier.year) * 12 + later.month - earlier.month - (later.day < earlier.day)
