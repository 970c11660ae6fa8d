"""YAML → library; every complaint has a file, a line and advice in plain Dutch."""
