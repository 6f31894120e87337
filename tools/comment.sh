#!/bin/sh
# Writes the comment of each <folder>/<number>, over the earlier one if there is one, and its labels.
set -eu
here="repos/$GITHUB_REPOSITORY"

for answer in "$1"/*/; do
  [ -d "$answer" ] || continue
  number=$(basename "$answer")
  if [ -s "$answer/earlier" ]; then
    gh api --silent --method PATCH "$here/issues/comments/$(cat "$answer/earlier")" --field "body=@$answer/comment.md"
  else
    gh api --silent --method POST "$here/issues/$number/comments" --field "body=@$answer/comment.md"
  fi
  while read -r label; do
    gh api --silent --method POST "$here/issues/$number/labels" --raw-field "labels[]=$label" ||
      echo "There is no label $label: docs/maintaining.md has them all."
  done <"$answer/add"
  while read -r label; do
    gh api --silent --method DELETE "$here/issues/$number/labels/$label" || echo "$label was gone."
  done <"$answer/remove"
done
