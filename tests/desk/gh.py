"""A stand-in for GitHub's command `gh api`: it answers from a file and writes down what it is asked to change."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path


def main(arguments: list[str]) -> int:
    """Answers one call: the path is looked up without its query; what is not there is a 404, which prints too."""
    options, values, path = {"--method": "GET", "--jq": ""}, {}, ""
    rest = iter(arguments[1:])
    for word in rest:
        if word in options:
            options[word] = next(rest)
        elif word in ("--field", "--raw-field"):
            name, _, value = next(rest).partition("=")
            is_file = word == "--field" and value.startswith("@")
            values[name] = Path(value[1:]).read_text(encoding="utf-8") if is_file else value
        elif not word.startswith("--"):
            path = word.partition("?")[0]
    folder = Path(os.environ["FAKE_GITHUB"])
    if options["--method"] != "GET":
        with (folder / "calls.jsonl").open("a", encoding="utf-8") as calls:
            calls.write(json.dumps([options["--method"], path, values]) + "\n")
        return 0
    if path.endswith("/zip"):
        sys.stdout.buffer.write((folder / "proposal.zip").read_bytes())
        return 0
    answers = json.loads((folder / "answers.json").read_text(encoding="utf-8"))
    if path not in answers:
        sys.stdout.write('{"message": "Not Found"}')
        return 1
    answer = answers[path]
    for name in options["--jq"].split(".")[1:]:
        answer = answer[name]
    said = answer if options["--jq"] else json.dumps(answer)
    sys.stdout.write(f"[{said}]\n" if "--slurp" in arguments else f"{said}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
