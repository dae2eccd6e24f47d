"""The parts of `Benchmarks/run`: texts, processes, peers, measurements, tables and charts."""
