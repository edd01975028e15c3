"""Addresses are permanent: whatever was published once still answers, leads on, or says that it was withdrawn."""

from __future__ import annotations

from macros.commands import addresses


def listed():
    return addresses.LIST.read_text(encoding="utf-8")


def test_every_address_that_was_ever_published_still_answers(built, figure):
    broken = addresses.broken(listed(), built)
    figure("addresses-kept", len(addresses.read(listed())[0]))
    figure("addresses-broken", len(broken))
    assert broken == []


def test_every_address_of_the_site_is_in_the_list(built):
    assert addresses.unlisted(listed(), built) == [], f"add them with: {addresses.AGAIN}"


def test_a_story_that_was_withdrawn_still_answers_at_its_address(configured_built):
    assert addresses.broken("/praktijkverhalen/weggehaald/\n/strategieen/oude-naam/\n", configured_built) == []
