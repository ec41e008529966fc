"""What differs between two states, in words, as a table and as JSON."""
