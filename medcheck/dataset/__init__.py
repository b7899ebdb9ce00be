"""Reading the text tables under ``data/``, and writing them in their one canonical form.

Reading never stops at the first fault: everything that is wrong with a file is kept in
:attr:`Dataset.faults`, and :func:`medcheck.lint.run` reports it with the faults its rules
find. Lines may end in CRLF and a file may begin with a byte order mark; what is written
has neither.
"""

from medcheck.dataset.reading import format_dataset, read_dataset, read_part
from medcheck.dataset.values import Dataset, DatasetMeta, Fault, Row, TableRows, canonical_text

__all__ = [
    "Dataset",
    "DatasetMeta",
    "Fault",
    "Row",
    "TableRows",
    "canonical_text",
    "format_dataset",
    "read_dataset",
    "read_part",
]
