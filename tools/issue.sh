#!/usr/bin/env bash
# From an issue made with the form to a pull request and an answer: tools/issue.sh EVENT.json
# Works in a clone whose HEAD is the main branch. What the issue says is only ever in files, never in a command.
set -euo pipefail

texts=$(mktemp -d)
trap 'rm -rf "$texts"' EXIT

affiche read-issue "$1" --out "$texts"
number=$(<"$texts/number")
branch=$(<"$texts/branch")
answer=$texts/answer.md

# Git with the token of the workflow, which no file holds.
remote() { git -c credential.helper='!gh auth git-credential' "$@"; }

# Whether a person has added something to the branch, which an edit of the issue must not undo.
taken_over() {
  remote fetch --quiet origin "$branch" 2>/dev/null || return 1
  theirs=$(git rev-parse FETCH_HEAD)
  [ "$(git rev-list --count "HEAD..$theirs")" -gt 1 ]
}

theirs= failed=0
if [ -f "$texts/path" ]; then
  if taken_over; then
    answer=$texts/taken-over.md
  else
    git switch --quiet --create "$branch"
    git add -- "$(<"$texts/path")"
    git -c user.name="github-actions[bot]" -c user.email="41898282+github-actions[bot]@users.noreply.github.com" \
      commit --quiet --message "What issue $number proposes"
    remote push --quiet --force-with-lease="$branch:$theirs" origin "HEAD:refs/heads/$branch"
    # A fork may have a branch of the same name: its pull request is somebody else's.
    open=$(gh pr list --head "$branch" --state open --json number,isCrossRepository \
      --jq 'map(select(.isCrossRepository | not))[0].number // empty')
    if [ -n "$open" ]; then
      gh pr edit "$open" --title="$(<"$texts/title")" --body-file="$texts/pull-request.md" || failed=$?
    else
      gh pr create --base main --head "$branch" --title="$(<"$texts/title")" --body-file="$texts/pull-request.md" || failed=$?
    fi
  fi
fi
gh issue comment "$number" --edit-last --create-if-none --body-file="$answer"
# Whoever wrote is answered all the same; the failure is for the team to see.
exit "$failed"
