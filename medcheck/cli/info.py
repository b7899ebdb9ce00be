"""``medcheck data info``: which dataset answers, and what it holds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

import click

from medcheck.age import age_remark
from medcheck.cli.options import db_option, format_option
from medcheck.cli.output import write_out

if TYPE_CHECKING:
    from medcheck.store import Store

__all__ = ["info"]

_NO_REGION = "any region"


@click.command(
    help="""Say what the compiled dataset holds: its version, its hash, its numbers.

    Names are counted by kind and by region (one name can be of several), medicines by
    class: those that belong to it directly, and all with the classes below it.

    \b
      medcheck data info
      medcheck data info --format json
    """
)
@format_option("text", "json")
@db_option
def info(form: str, db: str | None) -> None:
    """Print the dataset's version, hash, counts, and what is laid over it."""
    from medcheck.overlay import open_store, wanted
    from medcheck.profiles import members_below

    store = open_store(db, wanted())
    about = store.info()
    own = store.counts_by_class()
    classes = {
        c.class_id: (own.get(c.class_id, 0), len(members_below(store, c.class_id))) for c in store.classes()
    }
    if form == "json":
        from medcheck.render.json import to_json
        from medcheck.render.rows_json import value_to_dict

        found = value_to_dict(about) | {
            "path": str(store.path),
            "overlays": list(store.overlays),
            "counts": store.counts(),
            "names_by_kind": store.counts_by_kind(),
            "names_by_region": store.counts_by_region(),
            "medicines_by_class": {
                c: {"own": few, "with_subclasses": all_} for c, (few, all_) in classes.items()
            },
        }
        write_out(to_json(found) + "\n")
        return
    write_out("".join(f"{line}\n" for line in _lines(store, classes)))


def _lines(store: Store, classes: Mapping[str, tuple[int, int]]) -> Iterator[str]:
    about = store.info()
    yield str(store.path)
    yield f"dataset {about.version}, released {about.released}"
    yield f"sha256 {about.sha256}"
    remark = age_remark(about.released)
    if remark:
        yield remark
    for overlay in store.overlays:
        yield f"laid over it: {overlay}"
    yield from _counts("rows of each table", store.counts())
    yield from _counts("names by kind", store.counts_by_kind())
    regions = store.counts_by_region()
    yield from _counts("names by region", {region or _NO_REGION: count for region, count in regions.items()})
    yield ""
    yield "medicines by class: its own, and with the classes below it"
    width = max(map(len, classes))
    for class_id, (own, every) in classes.items():
        yield f"  {class_id.ljust(width)}  {own:>6,}  {every:>6,}"


def _counts(title: str, counts: Mapping[str, int]) -> Iterator[str]:
    yield ""
    yield title
    width = max(map(len, counts))
    for what, number in counts.items():
        yield f"  {what.ljust(width)}  {number:>9,}"
