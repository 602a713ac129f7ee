"""Parsing: header, outline, section kinds, sentences and passages of a cleaned `Reading`."""
