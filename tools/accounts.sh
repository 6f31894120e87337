#!/usr/bin/env bash
# Of the accounts on its input, one a line, prints those that GitHub does not know any more.
# An account that cannot be asked after counts as one that is there.
set -euo pipefail

while read -r account; do
  said=$(gh api --include "users/$account" 2>/dev/null </dev/null) || true
  case ${said%%$'\n'*} in HTTP/*" 404"*) echo "$account" ;; esac
done
