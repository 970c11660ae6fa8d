"""From bot to a human and back: talks with staff, who may do what, and the names people get."""
