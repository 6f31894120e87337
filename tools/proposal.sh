#!/usr/bin/env bash
# Checks the merge commit PROPOSED of a pull request with the tool that is checked out, into a folder: 1 with errors.
# Only content/ is taken from it, into a folder of its own, after the mere list of its files has been judged.
set -euo pipefail
export PATH="$PWD/.venv/bin:$PATH"
out=$1

git fetch --quiet --no-tags origin "$PROPOSED"
base=$(git rev-parse HEAD)
if [ "$(git rev-parse "$PROPOSED^1")" != "$base" ]; then
  echo "proposal.sh: $PROPOSED is not merged on $base, at which the tool is" >&2
  exit 2
fi
place=$(mktemp -d)
ended=0

affiche proposal list --base "$base" --head "$PROPOSED" --out "$out" || ended=$?
if [ "$ended" -eq 0 ]; then
  # Links would become plain files, had any passed.
  git -c core.symlinks=false worktree add --quiet --no-checkout --detach "$place/proposed" "$PROPOSED"
  git -c core.symlinks=false -C "$place/proposed" checkout --quiet "$PROPOSED" -- content
  affiche proposal check --content "$place/proposed/content" --base "$base" --head "$PROPOSED" --out "$out" || ended=$?
  git worktree remove --force "$place/proposed"
fi

cat "$out/annotations.txt"
cat "$out/report.md" >>"${GITHUB_STEP_SUMMARY:-/dev/null}"
exit "$ended"
