"""The columns of every table under ``data/``, written down once.

Reading, linting, the SQL schema and the data dictionary all follow this one description.
A column is spelled the same in the TSV header, in SQL and in the dataclass of
:mod:`medcheck.model`; where one cell holds a list, the dataclass has the plural
(``attribute``).
"""

from medcheck.tables.column import Column, Table
from medcheck.tables.dictionary import dictionary, with_dictionary
from medcheck.tables.spec import EVIDENCE, REGIONS, TABLES, table

__all__ = ["EVIDENCE", "REGIONS", "TABLES", "Column", "Table", "dictionary", "table", "with_dictionary"]
