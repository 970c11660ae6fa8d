"""The shared words of the house: values that every room may use; standard library only."""
