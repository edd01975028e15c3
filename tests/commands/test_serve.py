"""The supervisor around the server. The children are real processes, tiny ones instead of MkDocs."""

import os
import signal
import socket
import subprocess
import sys
import threading
import time

import pytest

from macros.commands import clock, serve
from macros.commands.console import ROOT, CommandError

# Serves until it is interrupted, unless the file "broken" is there: a build that fails.
# Listens to Ctrl+C, also where the tests run in the background and it is ignored.
CHILD = """
import os, pathlib, signal, sys, time
signal.signal(signal.SIGINT, signal.default_int_handler)
pathlib.Path("log").open("a").write("start\\n")
if os.path.exists("broken"):
    sys.exit(1)
try:
    pathlib.Path("up").write_text("")
    time.sleep(60)
except KeyboardInterrupt:
    pathlib.Path("log").open("a").write("clean end\\n")
finally:
    pathlib.Path("up").unlink()
"""


class Scene:
    """A project folder with a supervisor running in a thread."""

    def __init__(self, root):
        self.root = root
        self.said = []
        self.looks = 0
        for name in ("macros", "data"):
            (root / name).mkdir()
        (root / "macros" / "code.py").write_text("1")
        (root / "child.py").write_text(CHILD)
        self.stopping = False
        self.supervisor = serve.Supervisor(
            start=lambda: subprocess.Popen([sys.executable, "child.py"], cwd=root),
            look=self.look,
            answers=(root / "up").exists,
            address="http://127.0.0.1:8000/",
            pause=0.05,
            say=self.said.append,
        )

    def look(self, names):
        if self.stopping:
            raise KeyboardInterrupt
        self.looks += 1
        return serve.snapshot(self.root, names)

    def __enter__(self):
        self.thread = threading.Thread(target=self.run)
        self.thread.start()
        return self

    def run(self):
        try:
            self.supervisor.run()
        except KeyboardInterrupt:
            self.said.append("stopped")

    def __exit__(self, *_):
        self.stopping = True
        self.thread.join(timeout=10)

    def log(self):
        return (self.root / "log").read_text().split("\n")[:-1]

    def wait(self, start, count=1):
        """Wait until a sentence that starts so was said that many times."""
        end = time.monotonic() + 30
        while sum(text.startswith(start) for text in self.said) < count:
            assert time.monotonic() < end, f"«{start}» was not said; only {self.said}"
            time.sleep(0.02)

    def wait_for_looks(self, count=3):
        """Wait until the supervisor looked at the files that often again: what it did not do by then, it does not do."""
        enough, end = self.looks + count, time.monotonic() + 30
        while self.looks < enough:
            assert time.monotonic() < end, f"looks no more; {self.said}"
            time.sleep(0.02)

    def wait_for_log(self, expected):
        """Wait until the servers wrote this: on a busy machine one that answers may still have to write."""
        end = time.monotonic() + 30
        while self.log() != expected:
            assert time.monotonic() < end, self.log()
            time.sleep(0.02)


@pytest.fixture
def scene(tmp_path):
    return Scene(tmp_path)


def test_says_where_the_site_is_when_it_is_there(scene):
    with scene:
        scene.wait("De gids staat op http://127.0.0.1:8000/")
        assert (scene.root / "up").exists()


@pytest.mark.skipif(os.name == "nt", reason="Windows cannot interrupt one process")
def test_changed_code_ends_the_server_cleanly_and_starts_it_again(scene):
    with scene:
        scene.wait("De gids staat op")
        (scene.root / "macros" / "new.py").write_text("2")
        scene.wait("De gids staat op", count=2)
        scene.wait_for_log(["start", "clean end", "start"])
    assert "De code in macros/ is gewijzigd: ik start opnieuw …" in scene.said


def test_changed_data_is_left_to_the_running_server(scene):
    with scene:
        scene.wait("De gids staat op")
        (scene.root / "data" / "a.yml").write_text("a: 1")
        scene.wait_for_looks()
        assert scene.log() == ["start"]


def test_failed_build_waits_for_the_next_save_and_tries_again(scene):
    (scene.root / "broken").write_text("")
    with scene:
        scene.wait("De site kon niet gebouwd worden.")
        scene.wait_for_looks()
        assert scene.log() == ["start"]
        (scene.root / "broken").unlink()
        (scene.root / "data" / "a.yml").write_text("a: 1")
        scene.wait("De gids staat op")
        assert scene.log() == ["start", "start"]


def test_stopping_leaves_no_server_behind(scene):
    with scene:
        scene.wait("De gids staat op")
    assert scene.said[-1] == "stopped"
    assert scene.supervisor.child.poll() is not None


def test_snapshot_sees_new_changed_and_deleted_files_but_not_compiled_ones(tmp_path):
    file = tmp_path / "macros" / "a.py"
    file.parent.mkdir()
    states = []
    for content in (None, "1", "22"):
        if content:
            file.write_text(content)
        states.append(serve.snapshot(tmp_path, ["macros", "mkdocs.yml"]))
    assert states[0] == {} and states[1] != states[2]
    (tmp_path / "macros" / "__pycache__").mkdir()
    (tmp_path / "macros" / "__pycache__" / "a.pyc").write_text("x")
    (tmp_path / "macros" / ".a.py.swp").write_text("x")
    assert serve.snapshot(tmp_path, ["macros", "mkdocs.yml"]) == states[2]
    file.unlink()
    assert serve.snapshot(tmp_path, ["macros", "mkdocs.yml"]) == {}


def test_occupied_port_is_named():
    with socket.socket() as other:
        other.bind((serve.HOST, 0))
        other.listen()
        port = other.getsockname()[1]
        with pytest.raises(CommandError, match=f"Poort {port} is al bezet"):
            serve.main([], port=port)


@pytest.mark.skipif(os.name == "nt", reason="Windows cannot interrupt one process")
@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGHUP"])
def test_ctrl_c_or_closing_the_window_ends_everything(name, tmp_path):
    (tmp_path / "mkdocs").mkdir()
    (tmp_path / "mkdocs" / "__init__.py").write_text("")
    (tmp_path / "mkdocs" / "__main__.py").write_text(
        "import socket, sys, time\n"
        "server = socket.create_server(('127.0.0.1', int(sys.argv[sys.argv.index('--dev-addr') + 1].split(':')[1])))\n"
        "time.sleep(60)\n"
    )
    with socket.socket() as probe:
        probe.bind((serve.HOST, 0))
        port = probe.getsockname()[1]
    script = f"import pathlib; from macros.commands import serve; serve.main([], pathlib.Path.cwd(), {port})"
    process = subprocess.Popen(
        [sys.executable, "-c", script], cwd=tmp_path, stderr=subprocess.PIPE, text=True, encoding="utf-8",
        env={**os.environ, clock.VARIABLE: "5", "PYTHONPATH": f"{tmp_path}{os.pathsep}{ROOT}", "PYTHONUTF8": "1"},
    )  # fmt: skip
    try:
        assert process.stderr.readline().startswith("Ik bouw de site")
        assert "De gids staat op" in process.stderr.readline()
        process.send_signal(getattr(signal, name))
        _, rest = process.communicate(timeout=60)
    finally:
        process.kill()
    assert rest.strip().endswith("Gestopt.")
    assert process.returncode == 0
    assert serve.port_is_free(serve.HOST, port)
