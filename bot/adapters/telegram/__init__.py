"""Telegram: the only room where its ids and types exist."""

import os

# The library's next version gives waiting times as ``timedelta``; we take them so already.
os.environ.setdefault("PTB_TIMEDELTA", "1")
