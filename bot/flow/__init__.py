"""Conversation flows: what an editor wrote as steps, run by a pure engine."""
