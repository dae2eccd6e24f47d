"""Fine-tunes, quantises and exports the network that Sayso runs."""
