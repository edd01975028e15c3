"""The same commit gives the same site, byte for byte, whoever builds it, where and when."""

from __future__ import annotations

import datetime
import os
import re

import pytest

from macros.render import dutch
from tests.conftest import build, copy_project

pytestmark = pytest.mark.slow

EPOCH = 1_790_000_000
NEXT_DAY = EPOCH + 24 * 60 * 60


def contents(folder):
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


@pytest.fixture(scope="module")
def one(tmp_path_factory):
    folder = tmp_path_factory.mktemp("one")
    return contents(
        build(copy_project(folder / "gids"), folder / "site", SOURCE_DATE_EPOCH=str(EPOCH), TZ="UTC", PYTHONHASHSEED="0", LC_ALL="C.UTF-8")
    )


@pytest.fixture(scope="module")
def other_project(tmp_path_factory):
    """A copy in another folder, deeper, with files that are years old."""
    project = copy_project(tmp_path_factory.mktemp("other") / "diep" / "in een map" / "gids")
    for file in project.rglob("*"):
        os.utime(file, (1_000_000_000, 1_000_000_000))
    return project


ELSEWHERE = {"TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "4242", "LC_ALL": "C", "LANG": "C"}


def test_another_folder_time_zone_clock_and_hash_seed_change_no_byte(one, other_project, tmp_path):
    other = contents(build(other_project, tmp_path / "site", SOURCE_DATE_EPOCH=str(EPOCH), **ELSEWHERE))
    assert sorted(one) == sorted(other)
    assert [name for name in one if one[name] != other[name]] == []


def test_another_edition_changes_only_the_date_of_the_edition(one, other_project, tmp_path):
    other = contents(build(other_project, tmp_path / "site", SOURCE_DATE_EPOCH=str(NEXT_DAY), **ELSEWHERE))
    assert one != other
    first, second = undated(one, EPOCH), undated(other, NEXT_DAY)
    assert sorted(first) == sorted(second)
    assert [name for name in first if first[name] != second[name] and not PACKED.search(name)] == []


#: Where the date cannot be read back: packed in documents, and as words to search for.
PACKED = re.compile(rb"\.(pdf|docx|pptx|zip)$|^assets/search/")


def undated(files, epoch):
    """Names and contents without the date of the edition, and without the hash and the size of what holds it."""
    day = datetime.datetime.fromtimestamp(epoch, datetime.UTC).date()
    dates = [dutch.day(day).encode(), day.isoformat().encode()]

    def without(content):
        for date in dates:
            content = content.replace(date, b"DATE")
        content = re.sub(rb"\b[0-9,]+(?: |\xc2\xa0)[kM]B\b", b"SIZE", content)
        return re.sub(rb"\b[0-9a-f]{12}\b", b"HASH", content)

    return {without(name.encode()): without(content) for name, content in files.items()}
