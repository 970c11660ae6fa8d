"""The HTTP side for operators: health."""
