"""Assembly: settings, logging, wiring and the command line. The one place where all rooms meet."""
