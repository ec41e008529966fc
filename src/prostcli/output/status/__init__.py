"""Where the programme stands, as a table, Markdown, JSON or CSV."""
