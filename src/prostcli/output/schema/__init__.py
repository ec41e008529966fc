"""JSON Schemas for editors: what may stand in a file, what it means, and what to say of a fault."""
