"""Ingestion: bytes of a file -> Document. Knows nothing of `index` or `service`."""
