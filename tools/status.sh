#!/bin/sh
# Writes the status of each <folder>/<number>: whether all who must agree to a commit have.
set -eu

for answer in "$1"/*/; do
  [ -s "$answer/head" ] || continue
  gh api --silent --method POST "repos/$GITHUB_REPOSITORY/statuses/$(cat "$answer/head")" \
    --raw-field context=agreement --raw-field "state=$(cat "$answer/state")" \
    --raw-field "description=$(cat "$answer/description")"
done
