#!/usr/bin/env bash
# Answers every open pull request whose head is HEAD_SHA, each into <folder>/<number>; 1 if none of them could be.
# A status belongs to a commit, so all that propose it are decided together: see tools/status.sh.
set -euo pipefail
export PATH="$PWD/.venv/bin:$PATH"
out=$1

found=$(gh api --paginate --slurp --method GET "repos/$GITHUB_REPOSITORY/pulls" --raw-field state=open \
  --raw-field "base=$DEFAULT_BRANCH" --raw-field per_page=100 |
  affiche answer find pulls --head "$HEAD_SHA" --base "$DEFAULT_BRANCH")
if [ -z "$found" ]; then
  echo "No open pull request has this commit."
  exit 0
fi
ended=1
while read -r number repository; do
  # One that changes while it is read, or fails, keeps no other back.
  if "$(dirname "$0")/decide.sh" "$number" "$repository" "$out" </dev/null; then
    ended=0
  else
    echo "Pull request $number could not be answered."
  fi
done <<<"$found"
exit "$ended"
