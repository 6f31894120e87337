#!/bin/sh
# What the tests need beside Python's libraries: a browser, fonts, Java, a second calendar reader, and package.json.
set -eu
cd "$(dirname "$0")/.."

missing() {
  command -v chromium >/dev/null || echo chromium
  command -v java >/dev/null || echo default-jre-headless
  .venv/bin/python -c 'from ctypes.util import find_library as find; exit(not find("ical"))' || echo libical3
  test -d /usr/share/fonts/truetype/dejavu || echo fonts-dejavu-core
}

packages=$(missing)
# shellcheck disable=SC2086  # one word a package
test -z "$packages" || tools/debian.sh $packages

echo "Installing the npm tools into node_modules"
tools/npm.sh ci --silent
