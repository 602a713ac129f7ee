"""Extraction of facts from a parsed document: citations, targets, tasks. One fact kind per module."""
