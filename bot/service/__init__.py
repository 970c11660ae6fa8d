"""What happens around a turn: the desk, the outbox, timers, retention, and the ports they need."""
