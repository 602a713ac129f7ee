"""Command line, HTTP API and web pages."""
