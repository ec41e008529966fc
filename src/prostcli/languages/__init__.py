"""One file a language: its words for every key, status, diagnostic and error."""
