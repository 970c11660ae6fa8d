"""What editors print: flows, posters, review sheets."""
