"""Store (system of record), lexical and dense indexes, hybrid search. Knows nothing of `service`."""
