#!/usr/bin/env bash
# Answers the issue ISSUE with the text ANSWER of a folder, and labels it where proposing it has not ended as `success`.
set -euo pipefail

answer=$1/${ANSWER:-answer.md}
if [ -f "$answer" ]; then
  gh issue comment "$ISSUE" --edit-last --create-if-none --body-file="$answer"
fi
if [ "$PROPOSED" = success ]; then change=--remove-label; else change=--add-label; fi
gh issue edit "$ISSUE" "$change" to-check || echo "There is no label to-check: docs/maintaining.md has them all."
