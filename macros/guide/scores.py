"""«Drempels in kaart»: what people answer per barrier, and when a barrier weighs heavily. The arithmetic is in the browser."""

from __future__ import annotations

from typing import Any

from macros.guide.guide import Guide

#: What people can say of a barrier, on screen and on paper, and what it counts for. «Weten we niet» counts for nothing: it is somebody to ask.
WEIGHTS = {"veel": 2, "beetje": 1, "niet": 0}
UNKNOWN = "weten-we-niet"
WORDS = {"veel": "veel", "beetje": "een beetje", "niet": "niet", UNKNOWN: "weten we niet"}
LABELS = {weight: word if weight == UNKNOWN else f"speelt hier {word}" for weight, word in WORDS.items()}
#: From this mean on a barrier weighs heavily: at least as near to «veel» as to «een beetje».
HEAVY = 1.5
#: How many people one picture can hold, and how long a note may be.
MOST_PEOPLE = 40
LONGEST_NOTE = 500


def rules(guide: Guide) -> dict[str, Any]:
    """All that the browser needs: the barriers in order, what answers count for, the limits."""
    return {
        "weights": WEIGHTS,
        "words": WORDS,
        "unknown": UNKNOWN,
        "heavy": HEAVY,
        "mostPeople": MOST_PEOPLE,
        "longestNote": LONGEST_NOTE,
        "barriers": [
            {"id": barrier.id, "side": barrier.side, "title": barrier.title, "bs": [touched.b for touched in barrier.seven_bs]}
            for barrier in guide.barriers
        ],
        "bs": [{"id": seven.id, "title": seven.title} for seven in guide.seven_bs],
    }
