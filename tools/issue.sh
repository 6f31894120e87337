#!/usr/bin/env bash
# From what `affiche read-issue` wrote into a folder to the pull request of the issue ISSUE: tools/issue.sh FOLDER
# Works in a clone whose HEAD is the main branch. What the issue says is only ever in files, never in a command. As it
# has rights, it looks again at what it is handed: one new Markdown file of content, on a branch that it names itself.
set -euo pipefail
export LC_ALL=C
texts=$1
branch=issue-$ISSUE

# Git with the token of the workflow, which no file holds.
remote() { git -c credential.helper='!gh auth git-credential' "$@"; }

# Whether a person has added something to the branch, which an edit of the issue must not undo.
taken_over() {
  remote fetch --quiet origin "$branch" 2>/dev/null || return 1
  theirs=$(git rev-parse FETCH_HEAD)
  [ "$(git rev-list --count "HEAD..$theirs")" -gt 1 ]
}

if [ ! -e "$texts/path" ]; then
  echo "There is nothing to propose yet: the answer says why."
  exit 0
fi
path=$(<"$texts/path")
IFS= read -r title <"$texts/title"
if [[ ! $path =~ ^content/[a-z]+(/[a-z0-9-]+){1,5}\.md$ || $path =~ ^content/(pages|snapshots)/ ]] ||
  [ -e "$path" ] || [ ! -f "$texts/file.md" ] ||
  [ "$(wc -c <"$texts/file.md")" -gt 500000 ]; then
  echo "What was handed on is not one new file of content." >&2
  exit 1
fi

theirs=
if taken_over; then
  echo "answer=taken-over.md" >>"$GITHUB_OUTPUT"
  exit 0
fi
git switch --quiet --create "$branch"
mkdir -p "$(dirname "$path")"
cp "$texts/file.md" "$path"
git add -- "$path"
git -c user.name="github-actions[bot]" -c user.email="41898282+github-actions[bot]@users.noreply.github.com" \
  commit --quiet --message "What issue $ISSUE proposes"
remote push --quiet --force-with-lease="$branch:$theirs" origin "HEAD:refs/heads/$branch"
# A fork may have a branch of the same name: its pull request is somebody else's.
open=$(gh pr list --head "$branch" --state open --json number,isCrossRepository \
  --jq 'map(select(.isCrossRepository | not))[0].number // empty')
if [ -n "$open" ]; then
  # `gh pr edit` also reads projects, to which the token has no right.
  gh api --silent --method PATCH "repos/$GITHUB_REPOSITORY/pulls/$open" \
    --raw-field="title=$title" --field="body=@$texts/pull-request.md"
else
  gh pr create --base main --head "$branch" --title="$title" --body-file="$texts/pull-request.md"
fi
