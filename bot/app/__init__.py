"""Assembly: settings, logging, wiring and the command line. The one place where all rooms meet."""

import bot.adapters.telegram  # noqa: F401 - decides what the library brings along, so before anything imports that
