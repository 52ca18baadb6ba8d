#!/bin/sh
# Prints the first Python on the path that is 3.11 or newer and can make a virtual environment; else says what to install.

for python in "${PYTHON:-}" python3.11 python3.12 python3.13 python3 python3.14; do
    [ -n "$python" ] || continue
    if "$python" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
        echo "$python"
        exit 0
    fi
done
echo "Paradero needs Python 3.11 or newer with its venv module, and found none on the path." >&2
echo "On Debian or Ubuntu: apt install python3 python3-venv. Elsewhere name one: make demo PYTHON=/path/to/python3" >&2
exit 1
