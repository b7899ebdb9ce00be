"""Medicines in free text: names with exact spans, and what the text says of each.

``scanner`` ties the steps together: ``folding`` and ``vocabulary`` find names, ``guesses``
misspelled ones, ``plausible`` leaves out what is no medicine, ``sections``, ``sentences`` and
``context`` read the exposure. ``stream`` scans files of any length.
"""

from medcheck.notes.mention import Mention
from medcheck.notes.scanner import Scanner

__all__ = ["Mention", "Scanner"]
