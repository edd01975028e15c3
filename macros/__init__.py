"""What hand-written pages call. Importable with the standard library alone: setting up starts here too."""

from __future__ import annotations

from typing import Any


def define_env(env: Any) -> None:
    """Register the one macro that pages use: ``{{ fragment("steps") }}`` puts a fragment made from data on the page."""
    from macros.project import current
    from macros.render.shell import page_key

    @env.macro
    def fragment(name: str, **arguments: Any) -> str:
        """The fragment ``name`` (a file in ``render/templates/fragments``), written for the page that asks."""
        # A builder with hooks has loaded it for this build; others do not say when a build begins, so each page looks again.
        project = env.conf["extra"].get("project") or current(directories=env.conf["use_directory_urls"])
        page = env.page.file.src_uri if hasattr(env.page, "file") else env.page.path
        operator = env.conf["extra"]["operator"]
        return str(project.site.fragment(name, project.composer(page_key(page)), operator=operator, **arguments))
