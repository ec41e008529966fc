"""Every plan and report, in what state it is and who decided it, as table, Markdown, JSON, CSV."""
