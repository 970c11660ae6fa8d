"""Counts that never follow anybody: what may be shown of them, what they add up to, and questions to learn from."""
