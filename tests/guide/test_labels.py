"""What readers see for a word that the data chooses from a list."""

from typing import get_args

import pytest

from macros.guide import labels, model


@pytest.mark.parametrize(
    ("shown", "choices"),
    [
        (labels.STRENGTHS, get_args(model.Help.model_fields["strength"].annotation)),
        (labels.USES, get_args(model.StoryStrategy.model_fields["use"].annotation)),
        (labels.COUNTED_BY, tuple(model.Per)),
    ],
)
def test_every_choice_has_words_of_its_own(shown, choices):
    assert set(shown) == set(choices)
    assert len(set(shown.values())) == len(choices) > 2
