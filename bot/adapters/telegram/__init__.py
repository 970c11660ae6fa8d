"""Telegram: the only room where its ids and types exist."""
