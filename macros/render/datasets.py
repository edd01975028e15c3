"""What the page about the open data says of each kind of data; the files themselves are made by ``export/opendata.py``."""

from __future__ import annotations

from dataclasses import dataclass

#: Where the open data stands in the site.
FOLDER = "data"

LICENCE = "CC BY 4.0"
LICENCE_ADDRESS = "https://creativecommons.org/licenses/by/4.0/deed.nl"


@dataclass(frozen=True)
class Dataset:
    """One kind of data as others can take it: how many items, and how heavy each file is in bytes."""

    name: str
    title: str
    count: int
    json_size: int
    csv_size: int

    @property
    def json(self) -> str:
        return f"{FOLDER}/{self.name}.json"

    @property
    def csv(self) -> str:
        return f"{FOLDER}/{self.name}.csv"

    @property
    def schema(self) -> str:
        return f"{FOLDER}/schema/{self.name}.json"
