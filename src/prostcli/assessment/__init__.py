"""Who owes what at a date, what has been handed in, and what came of it."""
