"""The command ``python -m reports.audit``."""

import sys

from reports.audit.second_reading import main

sys.exit(main(sys.argv[1:]))
