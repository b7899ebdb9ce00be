"""The compiled store: one read-only SQLite file, its rows handed out as values.

``reader`` opens the file, ``sql`` holds the statements, ``rows`` turns what they give into
the values of :mod:`medcheck.model`, ``content`` reads a file as a whole. Only the standard
library is imported: opening the store is on the path of every ``medcheck check``.
"""

from medcheck.fragments import IndexedKey
from medcheck.store.reader import APPLICATION_ID, FORMAT
from medcheck.store.rows import SHIPPED, Store
from medcheck.store.values import SourceUse

__all__ = ["APPLICATION_ID", "FORMAT", "SHIPPED", "IndexedKey", "SourceUse", "Store"]
