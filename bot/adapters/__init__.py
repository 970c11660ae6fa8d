"""The outside world, one room per kind of neighbour; adapters do not know each other."""
