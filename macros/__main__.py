"""What people call: ``python -m macros <verb>``."""

from __future__ import annotations

import sys

OLDEST_PYTHON = (3, 11)


def main() -> int:
    # Checked before any import of ours: an older Python cannot even read the other modules.
    if sys.version_info < OLDEST_PYTHON:
        sys.stderr.write(
            "Deze gids heeft Python 3.11 of nieuwer nodig en dit is Python {}.{}. "
            "Installeer een nieuwere Python en probeer het opnieuw.\n".format(*sys.version_info)
        )
        return 1
    from macros.commands import cli

    return cli.main(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
