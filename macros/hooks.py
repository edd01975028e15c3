"""What MkDocs calls. The only module that imports MkDocs: it gives the builder what the rest of the package makes, and makes nothing itself."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import write_file

from macros import project
from macros.commands import addresses, clock, offline, preview
from macros.commands.console import say
from macros.export import opendata, plan_documents, share, shelf, story_template
from macros.export.press import Unprintable
from macros.guide.problems import InvalidData, report
from macros.render import assets, discovery, feed, plan, plan_schema, search
from macros.render.files import body, front_matter, write_pages
from macros.render.shell import error_shell, page_key, page_shell
from macros.render.site import GeneratedPage

_command = "build"
_project: project.Project
_titles: dict[str, str] = {}
_indexed: set[str] = set()


@dataclass
class _Built:
    """What the last whole build was made with: while serving, one page is made anew with it."""

    config: MkDocsConfig
    files: Files
    nav: Navigation
    env: Any = None


_built: _Built


class _HtmlPage(Page):
    """A page made from data: its file already holds HTML, and what it holds is known without reading it again."""

    def __init__(self, made: GeneratedPage, file: File, config: MkDocsConfig) -> None:
        super().__init__(None, file, config)
        self._made = made

    def read_source(self, config: MkDocsConfig) -> None:
        self.meta, self.markdown = front_matter(self._made), body(self._made)

    def render(self, config: MkDocsConfig, files: Files) -> None:
        self.content = self.markdown
        self.present_anchor_ids = set()


def on_startup(*, command: str, dirty: bool) -> None:
    global _command
    _command = command


def on_config(config: MkDocsConfig) -> None:
    config.theme.static_templates.discard("sitemap.xml")  # ours is written after the build, without a .gz


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Load the data, add the pages made from it and what stands beside them, and leave the theme's own files out of the site."""
    root = Path(config.config_file_path).resolve().parent  # as macros name it, however the builder was called
    _load(root, config)
    for file in list(files):
        if not _is_ours(file, config):
            files.remove(file)
    _add_files(files, config, _documents(config, root))
    _add_pages(files, config, root)
    try:
        bundle = assets.join(root / "docs" / "assets")
    except assets.UnusableFile as error:
        raise PluginError(f"\n{error}\nDe site is niet gebouwd.") from error
    config.extra["bundle"] = bundle
    for made in (bundle.files, _beside(config), _rules(bundle), _plan(bundle)):
        _add_files(files, config, made)
    return files


def _load(root: Path, config: MkDocsConfig) -> None:
    """Read the data; with an error in it nothing is built."""
    global _project
    try:
        _project = project.renew(root, directories=config.use_directory_urls)
    except InvalidData as error:
        raise PluginError(f"\n{error}") from error
    config.extra["project"] = _project  # for the macros: asking the disk for each fragment takes long with a thousand stories
    if _project.notices:
        print(report(_project.notices))


def _add_pages(files: Files, config: MkDocsConfig, root: Path) -> None:
    pages = {page.key: page for page in _project.site.pages()}
    for key, path in write_pages(pages.values(), root / "build" / "pages").items():
        file = File.generated(config, f"{key}.md", abs_src_path=str(path))
        files.append(file)
        _HtmlPage(pages[key], file, config)


def _beside(config: MkDocsConfig) -> dict[str, bytes]:
    """The files beside the pages: open data, and what the stories, the plan and the download of the whole site offer."""
    guide, site = _project.guide, _project.site
    data, site.datasets = opendata.files(guide, site.edition, site.router, config.site_url or "")
    download, site.download = {}, None
    if zip := os.environ.get(offline.VARIABLE):
        download, site.download = offline.offered(Path(zip))
    template = {story_template.NAME: story_template.template(guide, site.edition)}
    schema = {plan_schema.NAME: plan_schema.content(guide)}
    return site.views.contents | site.edits.contents | template | data | download | schema


def _rules(bundle: assets.Bundle) -> dict[str, bytes]:
    """What the forms and tools go by, as scripts made from the data; the bundle gets their names."""
    site = _project.site
    rules = {"story-rules": site.form.script, "plan-rules": site.plan.script, **site.tools.scripts}
    bundle.scripts |= {rule: name for rule, (name, _) in rules.items()}
    return dict(rules.values())


def _plan(bundle: assets.Bundle) -> dict[str, bytes]:
    """What the pages of the plan load with the page, and by its name there what they load when somebody asks for it."""
    parts, content = plan_documents.PlanParts(_project.guide, _project.site.edition).script
    bundle.scripts["plan-word-parts"] = parts
    later = {use: [bundle.scripts[name] for name in names] for use, names in plan.LATER.items()}
    bundle.scripts["plan-outline"], outline = _project.site.plan.outline_script(later)
    return {parts: content, bundle.scripts["plan-outline"]: outline}


def _documents(config: MkDocsConfig, root: Path) -> dict[str, bytes]:
    """The documents on paper: made with every build, but while serving (or measuring) only when somebody asked. And the picture to share."""
    folder, guide, published = root / "build" / "documents", _project.guide, addresses.lasting(root)
    try:
        if _command == "serve" or os.environ.get(shelf.UNMADE):
            found = shelf.look(folder, guide, _project.site.edition, published=published)
        else:
            found = shelf.fill(folder, guide, clock.edition_epoch(), config.site_url or "", say, published)
        picture = {share.NAME: share.picture(config.site_name, "Praktische gids in zes stappen")}
    except Unprintable as error:
        raise PluginError(f"\n{error}\nDe site is niet gebouwd.") from error
    _project.site.prints = found.prints
    return found.files | picture


def _is_ours(file: File, config: MkDocsConfig) -> bool:
    """Hand-written pages and assets; not the theme's files, nor parts that are joined into one file."""
    return file.src_dir == config.docs_dir and not assets.is_part(file.src_uri)


def on_nav(nav: Navigation, *, config: MkDocsConfig, files: Files) -> None:
    global _built
    _built = _Built(config, files, nav)


def on_env(env: Any, *, config: MkDocsConfig, files: Files) -> None:
    """Templates escape what they are given. All pages are read by now, so each can name every other by its title."""
    env.autoescape = True
    _built.env = env
    pages = {page_key(file.src_uri): file.page for file in files.documentation_pages() if file.page}
    _titles.clear()
    _titles.update((key, str(page.title)) for key, page in pages.items())
    _indexed.clear()
    _indexed.update(key for key, page in pages.items() if page.meta.get("indexed", True))
    bundle = config.extra["bundle"]
    index = search.build(_search_pages(pages), _project.guide.vocabulary, _project.site.router)
    _add_files(files, config, index.files)
    bundle.scripts["search-core"] = index.core


def _search_pages(pages: dict[str, Page]) -> list[search.SearchPage]:
    return [
        search.SearchPage(key, str(page.title), page.meta.get("description", ""), page.content or "", page.meta.get("kind", ""))
        for key, page in pages.items()
        if key in _indexed and page.meta.get("kind") not in search.LEFT_OUT
    ]


def _add_files(files: Files, config: MkDocsConfig, contents: dict[str, bytes]) -> None:
    for name, content in contents.items():
        files.append(File.generated(config, name, content=content))


def on_page_context(context: dict[str, Any], *, page: Page, config: MkDocsConfig, nav: Any) -> dict[str, Any]:
    context["gids"] = page_shell(
        _project.site,
        _titles,
        config.extra,
        key=page_key(page.file.src_uri),
        meta=page.meta,
        html=page.content or "",
        strict_policy=_command != "serve",
    )
    return context


def on_template_context(context: dict[str, Any], *, template_name: str, config: MkDocsConfig) -> dict[str, Any]:
    context["gids"] = error_shell(
        _project.site, _titles, config.extra, site_url=config.site_url or "", strict_policy=_command != "serve"
    )
    return context


def on_post_build(*, config: MkDocsConfig) -> None:
    discovery.write(Path(config.site_dir), _indexed, _project.site.router, config.site_url or "", _project.site.dates)
    feed.write(Path(config.site_dir), _project.site, config.site_url or "")


# --- while serving ---


def on_serve(server: Any, *, config: MkDocsConfig, builder: Callable[[], None]) -> Any:
    root, directories = _project.root, config.use_directory_urls
    server.builder = preview.Preview(
        root,
        read=lambda: project.renew(root, directories=directories),
        show=_show,
        whole=builder,
        follow=preview.Reminder(server.watch),
    )
    return server


def _show(stories: frozenset[str]) -> bool:
    """Write the pages of these stories as the last build would; False where one has no page that a story makes."""
    global _project
    renewed = project.renew(_project.root, directories=_built.config.use_directory_urls)
    renewed.site.offer_as(_project.site)
    pages = [renewed.site.story_page(id) for id in sorted(stories)]
    shown = [page for page in pages if page and page.key in _titles]
    if len(shown) < len(pages):
        return False
    _project = renewed
    for page in shown:
        _write(page)
    return True


def _write(generated: GeneratedPage) -> None:
    config, files, nav = _built.config, _built.files, _built.nav
    file = files.get_file_from_path(f"{generated.key}.md")
    assert file, "a page of the last build"
    page = _HtmlPage(generated, file, config)
    page.read_source(config)
    page.render(config, files)
    _titles[generated.key] = generated.title
    context = get_context(nav, files.documentation_pages(), config, page)
    context = config.plugins.on_page_context(context, page=page, config=config, nav=nav)
    write_file(_built.env.get_template("main.html").render(context).encode(), file.abs_dest_path)
