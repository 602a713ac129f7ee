"""Labels, metrics, benchmarks, and results with the command that made them."""
