"""Tools of editors: what is wrong with the content, and what they make of it. ``run`` needs none of it."""
