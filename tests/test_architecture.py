"""The arrows point one way: entry points, then render and export, then guide. Read from the imports."""

from __future__ import annotations

import ast
import re
import sys
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "macros"
MODULES = {
    ".".join(file.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): file
    for file in PACKAGE.rglob("*.py")
    if "__pycache__" not in file.parts
}


@cache
def parsed(module):
    return ast.parse(MODULES[module].read_text(encoding="utf-8"))


def imported(node, module):
    """The full names that an import statement brings in."""
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    assert node.level == 0, f"{module} uses a relative import"
    return [f"{node.module}.{alias.name}" for alias in node.names]


def imports(module, *, top_level_only=False):
    """What a module imports, anywhere or only when it is itself imported."""
    tree = parsed(module)
    nodes = top_level(tree) if top_level_only else ast.walk(tree)
    return {name for node in nodes if isinstance(node, ast.Import | ast.ImportFrom) for name in imported(node, module)}


def top_level(tree):
    """The statements that run on import: not what stands in functions, nor what is only for type checkers."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            continue
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test):
            continue
        yield node
        yield from top_level(node)


def within(name, *packages):
    return any(name == package or name.startswith(f"{package}.") for package in packages)


def breaking(layer, *forbidden):
    """The imports of a layer that it may not have."""
    layer_modules = [module for module in MODULES if within(module, layer)]
    assert layer_modules
    return sorted(f"{module}: {name}" for module in layer_modules for name in imports(module) if within(name, *forbidden))


BUILDERS = ("mkdocs", "mkdocs_macros", "material", "properdocs", "zensical")
ENTRY_POINTS = ("macros.commands", "macros.hooks", "macros.project", "macros.__main__")


def test_the_domain_knows_no_site_builder_no_html_and_no_network():
    html = ("jinja2", "markupsafe", "bs4", "html")
    network = ("socket", "ssl", "http", "urllib.request", "requests", "httpx")
    outer = ("macros.render", "macros.export")
    assert breaking("macros.guide", *outer, *ENTRY_POINTS, *BUILDERS, *html, *network) == []


def test_rendering_knows_no_site_builder_and_no_command():
    assert breaking("macros.render", "macros.export", *ENTRY_POINTS, *BUILDERS) == []


def test_exports_know_no_site_builder_and_no_command():
    assert breaking("macros.export", *ENTRY_POINTS, *BUILDERS) == []


def test_only_the_hooks_import_mkdocs():
    users = {module for module in MODULES if any(within(name, *BUILDERS) for name in imports(module))}
    assert users == {"macros.hooks"}


def test_only_the_package_itself_knows_the_macros_plugin():
    definers = [
        module
        for module in MODULES
        if any(isinstance(node, ast.FunctionDef) and node.name == "define_env" for node in ast.walk(parsed(module)))
    ]
    assert definers == ["macros"]


@pytest.mark.parametrize(
    "module",
    ["macros", "macros.__main__", "macros.commands.cli", "macros.commands.setup", "macros.commands.clock", "macros.commands.console"],
)
def test_what_sets_up_needs_only_the_standard_library(module):
    """Before anything is installed these must run: they, and all of ours that they import."""
    waiting, seen, foreign = [module], set(), set()
    while waiting:
        current = waiting.pop()
        if current in seen:
            continue
        seen.add(current)
        for name in imports(current, top_level_only=True):
            ours = name if name in MODULES else name.rpartition(".")[0]
            if within(name, "macros"):
                waiting.append(ours)
            elif name.partition(".")[0] not in sys.stdlib_module_names:
                foreign.add(f"{current}: {name}")
    assert foreign == set()


def test_no_module_writes_html_by_hand():
    """Tags stand in templates. The composer alone turns the tree of a text into elements."""
    tag = re.compile(r"</?(a|p|div|span|ul|ol|li|h[1-6]|section|table|t[dhr]|button|script|style|svg)[ />]")
    writers = set()
    for module in MODULES:
        if not within(module, "macros.guide", "macros.render", "macros.export"):
            continue
        tree = parsed(module)
        docstrings = {ast.get_docstring(node, clean=False) for node in ast.walk(tree) if isinstance(node, DOCUMENTED)}
        texts = {node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)}
        if any(tag.search(text) for text in texts - docstrings):
            writers.add(module)
    assert writers == {"macros.render.composer"}


DOCUMENTED = (ast.Module, ast.FunctionDef, ast.ClassDef)


def test_every_module_says_in_its_docstring_what_it_is_for():
    assert [module for module in MODULES if not ast.get_docstring(parsed(module))] == []


def test_no_browser_test_waits_by_eval():
    """``wait_for_function`` looks again by ``eval``, which the policy of the site refuses: it only passes when it need not wait. Use ``until``."""
    files = sorted((ROOT / "tests").rglob("*.py"))
    assert any("def until(" in file.read_text(encoding="utf-8") for file in files)
    assert [file.name for file in files if re.search(r"\.wait_for_function\(", file.read_text(encoding="utf-8"))] == []


def test_the_rule_would_be_seen_to_break():
    """The walk finds an import inside a function, and skips it where only those on import count."""
    assert "macros.project.current" in imports("macros")
    assert "macros.project.current" not in imports("macros", top_level_only=True)
    assert "mkdocs.exceptions.PluginError" in imports("macros.hooks")
