"""All reading: which files, their bytes, their values, their shape."""
