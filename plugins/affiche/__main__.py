"""`python -m affiche`: the command line."""

from __future__ import annotations

from affiche.cli import main

if __name__ == "__main__":
    main()
