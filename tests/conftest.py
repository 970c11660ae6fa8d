"""For all tests."""

import os

# As the bot itself does: waiting times of the library come as what they are.
os.environ.setdefault("PTB_TIMEDELTA", "1")
