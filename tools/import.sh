#!/usr/bin/env bash
# From what `affiche import-declared` wrote into a folder to a pull request for each organisation: tools/import.sh FOLDER
# Works in a clone whose HEAD is the main branch. What feeds say is only ever in files, never in a command. As it has
# rights, it looks again at what it is handed: a few Markdown files of events, on a branch that it names itself.
set -euo pipefail
export LC_ALL=C
handed=$1
main=$(git rev-parse HEAD)
day=$(date --utc "+%Y-%m-%d")

# Git with the token of the workflow, which no file holds.
remote() { git -c credential.helper='!gh auth git-credential' "$@"; }

# The number of an open pull request of an earlier import, which its people may be mending; a fork's is somebody else's.
waiting() {
  gh pr list --state open --limit 1000 --json number,headRefName,isCrossRepository \
    --jq "map(select((.isCrossRepository | not) and (.headRefName | test(\"^import-$1-[0-9]{4}-[0-9]{2}-[0-9]{2}$\"))))[0].number // empty"
}

# Takes the files of a folder into the work tree; fails where they are not what they should be.
take() {
  [ -f "$1/paths" ] && [ ! -L "$1/paths" ] && [ ! -L "$1/files" ] && [ "$(wc -l <"$1/paths")" -le 100 ] || return 1
  while IFS= read -r path; do
    [[ $path =~ ^content/events(/[a-z0-9-]+){1,5}\.md$ ]] || return 1
    [ -f "$1/files/$path" ] && [ ! -L "$1/files/$path" ] && [ "$(wc -c <"$1/files/$path")" -le 128000 ] || return 1
    mkdir -p "$(dirname "$path")" && cp "$1/files/$path" "$path" && git add -- "$path" || return 1
  done <"$1/paths"
}

propose() {
  local branch=import-$1-$day open
  open=$(waiting "$1")
  if [ -n "$open" ]; then
    echo "$1: the import of an earlier day waits in #$open."
    return
  fi
  git switch --quiet --force --create "$branch" "$main"
  take "$handed/$1" || { echo "$1: what was handed on are not files of events." >&2; return 1; }
  git -c user.name="github-actions[bot]" -c user.email="41898282+github-actions[bot]@users.noreply.github.com" \
    commit --quiet --message "What the feeds of $1 bring"
  # Never over what is there: a person may have worked on a branch of this day whose pull request is closed.
  remote push --quiet --force-with-lease="refs/heads/$branch:" origin "HEAD:refs/heads/$branch"
  IFS= read -r title <"$handed/$1/title"
  gh pr create --base main --head "$branch" --title="$title" --body-file="$handed/$1/pull-request.md"
}

# Each in a shell of its own, so that one that fails costs no other; at last, the whole has failed.
failed=0
for folder in "$handed"/*/; do
  [ -d "$folder" ] || continue
  organisation=$(basename "$folder")
  if [[ ! $organisation =~ ^[a-z0-9]+(-[a-z0-9]+)*$ ]]; then
    echo "What was handed on has a folder that is no organisation's." >&2
    failed=1
    continue
  fi
  set +e
  (set -e; propose "$organisation")
  [ $? -eq 0 ] || failed=1
  set -e
done
exit "$failed"
