"""The conversation itself: pure. Inbound, state and library in; next state and effects out."""
