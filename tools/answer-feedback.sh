#!/usr/bin/env bash
# Tells the maintainers of what somebody has to say, from what `affiche read-feedback` wrote into a folder:
# tools/answer-feedback.sh FOLDER. Answers the issue ISSUE, or, without one, makes the issue of what a form sent.
# As it has rights, it looks again at what it is handed: labels are those of a closed list, texts are only in files.
set -euo pipefail
export LC_ALL=C
texts=$1

if [ -z "${ISSUE:-}" ]; then
  IFS= read -r title <"$texts/title"
  address=$(gh issue create --title="${title:0:200}" --body-file="$texts/issue.md")
  ISSUE=${address##*/}
else
  gh issue comment "$ISSUE" --edit-last --create-if-none --body-file="$texts/answer.md"
fi
while IFS= read -r label; do
  case $label in
    feedback | correction | idea | praise | accessibility)
      gh issue edit "$ISSUE" --add-label "$label" || echo "There is no label $label: docs/maintaining.md has them all."
      ;;
    *)
      echo "A label that is none of feedback's." >&2
      exit 1
      ;;
  esac
done <"$texts/labels"
