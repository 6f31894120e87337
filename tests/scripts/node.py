"""Runs our scripts in Node, to ask their functions without a page."""

from __future__ import annotations

import atexit
import json
import shutil
import subprocess
from functools import cache
from pathlib import Path
from typing import IO, Any

ASSETS = Path(__file__).parents[2] / "overrides" / "assets"
#: Answers each line, a page without anything standing in for the document.
LOOP = """
import { createInterface } from "node:readline";
globalThis.document = { querySelectorAll: () => [] };
for await (const line of createInterface({ input: process.stdin })) {
  const [path, expression, values] = JSON.parse(line);
  const give = new Function("script", "values", `return ${expression}`);
  console.log(JSON.stringify({ answer: give(await import(path), values) ?? null }));
}
"""


def ask(script: str, expression: str, *values: object) -> Any:
    """What an expression gives, `script` being what a script exports, `values` the values."""
    asked, answered = _node()
    asked.write(json.dumps([(ASSETS / script).as_uri(), expression, values]) + "\n")
    asked.flush()
    line = answered.readline()
    assert line, f"{script}: {expression} fails, see the output of Node"
    return json.loads(line)["answer"]


@cache
def _node() -> tuple[IO[str], IO[str]]:
    """What one process of Node, the same for all tests, reads and writes."""
    node = shutil.which("node")
    assert node, "node is not installed: see tools/npm.sh"
    pipe = subprocess.PIPE
    process = subprocess.Popen([node, "--input-type=module", "--eval", LOOP], stdin=pipe, stdout=pipe, text=True)
    atexit.register(process.kill)
    assert process.stdin
    assert process.stdout
    return process.stdin, process.stdout
