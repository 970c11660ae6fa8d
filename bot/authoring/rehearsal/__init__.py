"""Flows, played and walked before a person walks them."""
