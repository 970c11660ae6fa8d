"""Rules about the law behind the answers: only ``check --sources`` tells them."""
