"""Install Debian packages, where that is allowed without asking for a password."""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
from collections.abc import Sequence

from macros.commands.console import Runner, say


def is_debian() -> bool:
    """Debian, or a system made from it that has its package manager."""
    if not shutil.which("apt-get"):
        return False
    try:
        release = platform.freedesktop_os_release()
    except OSError:
        return False
    return "debian" in f"{release.get('ID', '')} {release.get('ID_LIKE', '')}".split()


def privilege(run: Runner = subprocess.run) -> list[str] | None:
    """The words before a command that make it run as root, or None where that is not allowed."""
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo") and run(["sudo", "-n", "true"], capture_output=True).returncode == 0:
        return ["sudo", "-n"]
    return None


def may_install(run: Runner = subprocess.run) -> bool:
    """True when install() stands a chance."""
    return is_debian() and privilege(run) is not None


def install(packages: Sequence[str], run: Runner = subprocess.run) -> bool:
    """Install the packages; False when that is not allowed here or does not work."""
    if not packages or not may_install(run):
        return False
    say(f"Ik installeer {', '.join(packages)} met apt-get …")
    apt = [
        *(privilege(run) or []),
        "env",
        "DEBIAN_FRONTEND=noninteractive",
        "apt-get",
        "-o",
        "DPkg::Lock::Timeout=300",
    ]
    # A failing update (one dead source among many) need not stop the installation.
    run([*apt, "update"], capture_output=True, text=True)
    result = run(
        [*apt, "install", "--yes", "--no-install-recommends", *packages],
        capture_output=True,
        text=True,
    )
    if result.returncode:
        say((result.stdout + result.stderr).strip())
    return result.returncode == 0
