"""``python -m gan``: the engine without a window."""

import os

# Before numpy and torch: their waiting threads would otherwise keep a whole core busy.
os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")

from gan.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
