"""Text as people type it, folded once into a form that safety and matching can compare; no I/O."""
