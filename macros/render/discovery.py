"""What lets others find the pages: the sitemap, robots.txt and the headers that hosts should send."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from pathlib import Path
from xml.sax.saxutils import escape

from macros.render.addresses import Router
from macros.render.shell import POLICY

_HEADERS = f"""/*
  Content-Security-Policy: {POLICY}; frame-ancestors 'none'
  X-Content-Type-Options: nosniff
  Referrer-Policy: no-referrer
/assets/*
  Cache-Control: public, max-age=31536000, immutable
"""


def write(folder: Path, pages: Iterable[str], router: Router, site_url: str, dates: Mapping[str, datetime.date]) -> None:
    """Write the files into the built site. Without a ``site_url`` there is no sitemap: it needs full addresses.

    A page has a date there only when the data says when it was last written or looked at: a date that moves with every
    edition would tell search engines of changes that are none.
    """
    (folder / "_headers").write_text(_HEADERS, encoding="utf-8", newline="\n")
    robots = "User-agent: *\nAllow: /\n"
    if site_url:
        base = site_url.rstrip("/") + "/"
        entries = "".join(
            f"<url><loc>{escape(base + router.file(page))}</loc>{_modified(dates.get(page))}</url>\n"
            for page in sorted(pages)
        )
        sitemap = (
            '<?xml version="1.0" encoding="UTF-8"?>\n'
            f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{entries}</urlset>\n'
        )
        (folder / "sitemap.xml").write_text(sitemap, encoding="utf-8", newline="\n")
        robots += f"Sitemap: {base}sitemap.xml\n"
    (folder / "robots.txt").write_text(robots, encoding="utf-8", newline="\n")


def _modified(date: datetime.date | None) -> str:
    return f"<lastmod>{date.isoformat()}</lastmod>" if date else ""
