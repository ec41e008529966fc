"""What git knows: the versions that were, what has changed, what is to be committed."""
