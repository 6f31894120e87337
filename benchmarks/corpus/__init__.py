"""Synthetic content: as many events as asked for, of every kind, always the same for the same numbers."""
