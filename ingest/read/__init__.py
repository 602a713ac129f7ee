"""Readers: one file format per module, all giving the same `Reading`."""
