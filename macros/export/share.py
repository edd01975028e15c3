"""The picture that goes along when somebody shares a link to the guide."""

from __future__ import annotations

import json
from functools import lru_cache

import typst

from macros.export import press

#: Where it stands in the site.
NAME = "assets/images/delen.png"
_DOTS_PER_INCH = 144


@lru_cache(maxsize=1)
def picture(title: str, line: str) -> bytes:
    """A PNG of 1200 by 630; the same words give the same bytes."""
    press.compiler()  # says which typeface is missing or damaged
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[press.FONTS])
    compiler = typst.Compiler(input=press.TEMPLATES / "share.typ", root=press.TEMPLATES, font_paths=fonts)
    words = json.dumps({"title": title, "line": line}, ensure_ascii=False)
    return compiler.compile(format="png", ppi=_DOTS_PER_INCH, sys_inputs={"words": words})
