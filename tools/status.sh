#!/usr/bin/env bash
# Writes whether all who must agree to a commit have, from the answers <folder>/<number> to those who propose it.
# A status belongs to a commit. Whoever agreed to it in one pull request agreed to it, so one answer that is "success" is
# enough: else anybody could hold a pull request up by proposing its commit once more.
set -euo pipefail
shopt -s nullglob

decided=
for answer in "$1"/*/; do
  [ -s "$answer/head" ] || continue
  if [ -z "$decided" ] || [ "$(<"$answer/state")" = success ]; then decided=$answer; fi
done
if [ -n "$decided" ]; then
  gh api --silent --method POST "repos/$GITHUB_REPOSITORY/statuses/$(<"$decided/head")" \
    --raw-field context=agreement --raw-field "state=$(<"$decided/state")" \
    --raw-field "description=$(<"$decided/description")"
fi
