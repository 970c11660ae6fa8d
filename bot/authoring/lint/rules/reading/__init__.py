"""What is found while files are read: explained here, and found in ``adapters/content``."""
