#!/usr/bin/env bash
# Writes into <folder>/<number> what is online of each merged pull request whose commit is in PUBLISHED, once for each.
set -euo pipefail
export PATH="$PWD/.venv/bin:$PATH"
out=$1
here="repos/$GITHUB_REPOSITORY"

merged=$(gh api "$here/pulls?state=closed&sort=updated&direction=desc&per_page=30" | affiche answer find merged)
while read -r number commit; do
  [ -n "$commit" ] || continue
  git merge-base --is-ancestor "$commit" "$PUBLISHED" || continue
  asked=$(mktemp -d)
  gh api "$here/pulls/$number" >"$asked/pull.json"
  gh api --paginate --slurp "$here/pulls/$number/files?per_page=100" >"$asked/files.json"
  affiche answer published --answers "$asked" --out "$out/$number"
done <<<"$merged"
