"""`tools/accounts.sh`, with a `gh` that knows a few accounts."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from tests.projects import ROOT

#: Answers as `gh api --include` does: an account that is there, one that is gone, a server that is ill.
GH = """#!/bin/sh
case $3 in
  users/ana) printf 'HTTP/2.0 200 OK\\nserver: 404 \\n\\n{}' ;;
  users/bo) printf 'HTTP/2.0 404 Not Found\\n\\n{}'; exit 1 ;;
  *) printf 'HTTP/2.0 502 Bad Gateway\\n\\n'; exit 1 ;;
esac
"""


def test_accounts_that_github_does_not_know_are_printed(tmp_path: Path) -> None:
    gh = tmp_path / "gh"
    gh.write_text(GH, encoding="utf-8")
    gh.chmod(0o755)
    environment = {**os.environ, "PATH": f"{tmp_path}:{os.environ['PATH']}"}
    command = [str(ROOT / "tools/accounts.sh")]
    done = subprocess.run(command, input="ana\nbo\nill\n", env=environment, check=True, capture_output=True, text=True)
    assert done.stdout == "bo\n"
