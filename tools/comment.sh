#!/usr/bin/env bash
# Writes the comment of each <folder>/<number>, over the earlier one if there is one, and its labels.
# One that cannot be written keeps no other back; 1 if there was one.
set -euo pipefail
shopt -s nullglob
here="repos/$GITHUB_REPOSITORY"
ended=0

say() {
  if [ -s "$1/earlier" ]; then
    gh api --silent --method PATCH "$here/issues/comments/$(<"$1/earlier")" --field "body=@$1/comment.md"
  else
    gh api --silent --method POST "$here/issues/$2/comments" --field "body=@$1/comment.md"
  fi
}

# Whether a commit came meanwhile: its own answer follows, and this one would hide it.
is_outdated() {
  [ -s "$1/head" ] && [ "$(gh api "$here/pulls/$2" --jq .head.sha)" != "$(<"$1/head")" ]
}

for answer in "$1"/*/; do
  number=$(basename "$answer")
  if is_outdated "$answer" "$number"; then
    echo "Pull request $number has another commit by now."
    continue
  fi
  if ! say "$answer" "$number"; then
    echo "The comment on $number could not be written."
    ended=1
    continue
  fi
  while read -r label; do
    gh api --silent --method POST "$here/issues/$number/labels" --raw-field "labels[]=$label" ||
      echo "There is no label $label: docs/maintaining.md has them all."
  done <"$answer/add"
  while read -r label; do
    gh api --silent --method DELETE "$here/issues/$number/labels/$label" || echo "$label was gone."
  done <"$answer/remove"
done
exit "$ended"
