"""Cleaning: a `Reading` as extracted -> a `Reading` as a person would type it."""
