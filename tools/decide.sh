#!/usr/bin/env bash
# Answers a pull request whose head is HEAD_SHA: tools/decide.sh NUMBER REPOSITORY FOLDER, into <folder>/<number>.
# Everything is asked of GitHub; of what the check handed on, only the artefact is taken, as hostile.
set -euo pipefail
number=$1 repository=$2 out=$3
asked=$(mktemp -d)
trap 'rm -rf "$asked"' EXIT
here="repos/$GITHUB_REPOSITORY"

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
still=$(affiche answer find pulls --head "$HEAD_SHA" --base "$DEFAULT_BRANCH" <"$asked/pull.json")
if [ -z "$still" ]; then
  echo "Pull request $number has another commit, or another base, by now."
  exit 0
fi
gh api --paginate --slurp "$here/issues/$number/comments?per_page=100" >"$asked/comments.json"
voters=$(affiche answer voters --answers "$asked")
for login in $voters; do
  right=$(gh api "$here/collaborators/$login/permission" --jq .permission) || right=none
  case $right in admin | write) echo "$login" ;; esac
done >"$asked/desk.txt"

others=$(gh api "$here/pulls?state=open&sort=updated&direction=desc&per_page=50" |
  affiche answer find others --head "$HEAD_SHA")
while read -r other commit; do
  [ -n "$commit" ] || continue
  # A fetch that takes long is somebody else's matter.
  if timeout 10 git fetch --quiet --no-tags --depth=1 origin "$commit"; then echo "$other $commit"; fi
done <<<"$others" >"$asked/others.txt"

check=$(gh api "$here/actions/workflows/proposal.yml/runs?event=pull_request&head_sha=$HEAD_SHA&per_page=50" |
  affiche answer find run --repository "$repository" --head "$HEAD_SHA")
run=${check% *} ended=${check#* } details='' artefact=''
if [ -n "$run" ]; then
  details="https://github.com/$GITHUB_REPOSITORY/actions/runs/$run"
  artefact=$(gh api "$here/actions/runs/$run/artifacts?per_page=100" | affiche answer find artefact)
fi
if [ -n "$artefact" ]; then
  gh api "$here/actions/artifacts/$artefact/zip" >"$asked/proposal.zip"
fi

git fetch --quiet --no-tags --depth=1 origin "$HEAD_SHA"
affiche answer write --answers "$asked" --details "$details" --ended "$ended" \
  --preview "${artefact:+$details/artifacts/$artefact}" --out "$out/$number"
