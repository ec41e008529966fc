"""Documents: what they say as typed values (`views`), and the templates that word it (`engine`)."""
