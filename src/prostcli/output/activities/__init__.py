"""The ledger of planned activities as a table, Markdown, JSON and CSV."""
