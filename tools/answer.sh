#!/bin/sh
# Answers the pull request whose head is HEAD_SHA, in the branch HEAD_BRANCH of HEAD_REPOSITORY, into <folder>/<number>.
# Everything is asked of GitHub; of what the check handed on, only the artefact is taken, as hostile.
set -eu
export PATH="$PWD/.venv/bin:$PATH"
out=$1
asked=$(mktemp -d)
here="repos/$GITHUB_REPOSITORY"

find_pull() {
  affiche answer find pull --repository "$HEAD_REPOSITORY" --head "$HEAD_SHA" --base "$DEFAULT_BRANCH"
}

number=$(gh api --paginate --slurp --method GET "$here/pulls" --raw-field state=open --raw-field per_page=100 \
  --raw-field "head=${HEAD_REPOSITORY%%/*}:$HEAD_BRANCH" | find_pull)
if [ -z "$number" ]; then
  echo "No open pull request has this commit."
  exit 0
fi
# The files are those of one base: whoever turns the pull request to another branch meanwhile, and back, is not believed.
for attempt in 1 2 3; do
  gh api "$here/pulls/$number" >"$asked/pull.json"
  gh api --paginate --slurp "$here/pulls/$number/files?per_page=100" >"$asked/files.json"
  gh api --paginate --slurp "$here/pulls/$number/reviews?per_page=100" >"$asked/reviews.json"
  gh api "$here/pulls/$number" >"$asked/again.json"
  cmp -s "$asked/pull.json" "$asked/again.json" && break
  if [ "$attempt" -eq 3 ]; then
    echo "The pull request changes while it is read."
    exit 1
  fi
  sleep 3 # GitHub works out whether it can be merged
done
if [ "$(find_pull <"$asked/pull.json")" != "$number" ]; then
  echo "The pull request has another commit, or another base, by now."
  exit 0
fi
gh api --paginate --slurp "$here/issues/$number/comments?per_page=100" >"$asked/comments.json"
for login in $(affiche answer voters --answers "$asked"); do
  right=$(gh api "$here/collaborators/$login/permission" --jq .permission) || right=none
  case $right in admin | write) echo "$login" ;; esac
done >"$asked/desk.txt"

gh api "$here/pulls?state=open&sort=updated&direction=desc&per_page=50" |
  affiche answer find others --head "$HEAD_SHA" |
  while read -r other commit; do
    # A fetch that takes long is somebody else's matter.
    timeout 10 git fetch --quiet --no-tags --depth=1 origin "$commit" && echo "$other $commit" || continue
  done >"$asked/others.txt"

check=$(gh api "$here/actions/workflows/proposal.yml/runs?event=pull_request&head_sha=$HEAD_SHA&per_page=50" |
  affiche answer find run --repository "$HEAD_REPOSITORY" --head "$HEAD_SHA")
run=${check% *} ended=${check#* }
if [ -n "$run" ]; then
  details="https://github.com/$GITHUB_REPOSITORY/actions/runs/$run"
  artefact=$(gh api "$here/actions/runs/$run/artifacts?per_page=100" | affiche answer find artefact)
fi
if [ -n "${artefact:-}" ]; then
  gh api "$here/actions/artifacts/$artefact/zip" >"$asked/proposal.zip"
fi

git fetch --quiet --no-tags --depth=1 origin "$HEAD_SHA"
affiche answer write --answers "$asked" --details "${details:-}" --ended "$ended" \
  --preview "${artefact:+$details/artifacts/$artefact}" --out "$out/$number"
