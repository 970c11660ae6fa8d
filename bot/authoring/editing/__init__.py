"""Files of editors, changed without laying them out anew."""
