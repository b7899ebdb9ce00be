"""The version of the code; the dataset has its own (see ``data/dataset.toml``)."""

__version__ = "0.1.0"
