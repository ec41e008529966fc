"""The only writer: scaffolds, and files that are there whole or not at all."""
