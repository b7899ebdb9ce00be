"""The dataset as a product: what changed between two versions, and how to cite it and its sources."""

from medcheck.publish.bibliography import dataset_source, to_bibtex, to_citation_text, to_csl_json
from medcheck.publish.diff import Difference, difference, difference_lines, difference_to_dict
from medcheck.publish.snapshot import Snapshot, snapshot

__all__ = [
    "Difference",
    "Snapshot",
    "dataset_source",
    "difference",
    "difference_lines",
    "difference_to_dict",
    "snapshot",
    "to_bibtex",
    "to_citation_text",
    "to_csl_json",
]
