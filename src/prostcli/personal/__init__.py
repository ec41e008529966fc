"""What in a text can point at a person: text in, places out."""
