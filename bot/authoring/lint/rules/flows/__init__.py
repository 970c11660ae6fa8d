"""Rules about flows."""
