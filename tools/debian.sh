#!/bin/sh
# Installs the named packages as root on Debian; elsewhere says what is missing, and fails.
set -eu

if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null; then
  echo "Missing here: $*" >&2
  echo "On Debian or Ubuntu: sudo apt-get install $*" >&2
  exit 1
fi

echo "Installing with apt-get: $*"
export DEBIAN_FRONTEND=noninteractive
options="-qq -o Acquire::Retries=3 -o DPkg::Lock::Timeout=120 -o Dpkg::Use-Pty=0"
# shellcheck disable=SC2086  # the options are words
apt-get $options update
# shellcheck disable=SC2086
apt-get $options install --yes --no-install-recommends "$@" >/dev/null
