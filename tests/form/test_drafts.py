"""Drafts on the device: the rules of keeping them, without a browser."""

from __future__ import annotations

import json

import pytest

DRAFT = {"format": "gids-draft", "version": 1, "kind": "story", "id": "a", "name": "Mijn verhaal", "revision": 3, "saved": "2026-11-22T10:00:00Z", "data": {"title": "x"}}


def test_a_kept_draft_reads_back_as_it_was(ask):
    assert ask("form.readDraft", json.dumps(DRAFT), "story") == DRAFT


@pytest.mark.parametrize(("text", "trouble"), [
    ("", "damaged"), ("{", "damaged"), ("null", "foreign"), ("[]", "foreign"), ('"tekst"', "foreign"), ("{}", "foreign"),
    (json.dumps({**DRAFT, "kind": "plan"}), "foreign"), (json.dumps({**DRAFT, "format": "x"}), "foreign"),
    (json.dumps({**DRAFT, "version": 2}), "newer"), (json.dumps({**DRAFT, "version": "1"}), "damaged"), (json.dumps({**DRAFT, "version": 0}), "damaged"),
    (json.dumps({**DRAFT, "data": []}), "damaged"), (json.dumps({**DRAFT, "data": None}), "damaged"), (json.dumps({**DRAFT, "revision": None}), "damaged"),
    (json.dumps({**DRAFT, "id": 5}), "damaged"),
])  # fmt: skip
def test_what_is_no_draft_of_this_form_is_refused(ask, text, trouble):
    sentences = ask("form.readDraft", text, "story")["thrown"], TROUBLES[trouble]
    assert sentences[1] in sentences[0]


TROUBLES = {"damaged": "beschadigd", "foreign": "geen concept van dit formulier", "newer": "nieuwere versie"}


def test_saving_raises_the_revision_and_never_overwrites_a_later_one(ask):
    found = ask("test.drafts", [["save", "a", 0, "eerste"], ["save", "a", 1, "tweede"], ["save", "a", 1, "te laat"], ["fork", "a", 1, "te laat"], ["list"]])
    assert found[:3] == [1, 2, "changed"]
    assert sorted(found[4]) == ["te laat", "tweede"]


def test_full_and_forbidden_storage_have_their_own_sentence(ask):
    assert ask("test.drafts", [["save", "a", 0, "x"]], "QuotaExceededError") == ["full"]
    assert ask("test.drafts", [["save", "a", 0, "x"]], "SecurityError") == ["blocked"]


def test_wiping_takes_everything_of_this_site_and_nothing_else(ask):
    found = ask("test.drafts", [["put", "van-een-ander", "blijft"], ["put", "gids:plan:1", "weg"], ["save", "a", 0, "x"], ["wipe"], ["keys"]])
    assert found[3] == 2
    assert found[4] == ["van-een-ander"]


def test_a_damaged_draft_is_never_overwritten(ask):
    found = ask("test.drafts", [["put", "gids:draft:story:a", "{kapot"], ["save", "a", 0, "x"], ["list"], ["get", "gids:draft:story:a"]])
    assert found[1:] == ["changed", [], "{kapot"]
