"""Findings and figures as text and as data: one module a format."""
