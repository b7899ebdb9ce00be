"""The options that several subcommands share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

__all__ = ["REGIONS", "db_option", "format_option", "overlay_option", "region_option"]

REGIONS: tuple[str, ...] = ("US", "CA", "UK", "IE", "AU", "NZ", "IN", "EU")
"""The regions a name can be asked for; a test holds them equal to the library's."""

F = TypeVar("F", bound=Callable[..., Any])


def _region(_: click.Context, __: click.Parameter, value: str | None) -> str | None:
    chosen = (value or "").strip().upper()
    if not chosen:
        return None
    chosen = {"GB": "UK", "USA": "US"}.get(chosen, chosen)
    if chosen not in REGIONS:
        raise click.BadParameter(f"'{value}' is not a region; use one of {', '.join(REGIONS)}")
    return chosen


def region_option(function: F) -> F:
    """``--region``, or ``MEDCHECK_REGION``."""
    return click.option(
        "--region",
        callback=_region,
        envvar="MEDCHECK_REGION",
        metavar="REGION",
        help="Where the pack was sold: US, CA, UK, IE, AU, NZ, IN or EU. One brand name can mean "
        "different medicines in different countries; without a region all of them are shown. "
        "[or set MEDCHECK_REGION]",
    )(function)


def db_option(function: F) -> F:
    """``--db``, or ``MEDCHECK_DB``."""
    return click.option(
        "--db",
        type=click.Path(),
        envvar="MEDCHECK_DB",
        metavar="PATH",
        help="Use this compiled dataset instead of the one that comes with medcheck. [or set MEDCHECK_DB]",
    )(function)


def overlay_option(function: F) -> F:
    """``--overlay``, or ``MEDCHECK_OVERLAY``."""
    return click.option(
        "--overlay",
        "overlays",
        type=click.Path(),
        multiple=True,
        envvar="MEDCHECK_OVERLAY",
        metavar="DIR",
        help="Lay the tables in DIR, your own names and notes, over the dataset; they win, and are marked "
        "as local. May be given several times, the first before the second. [or set MEDCHECK_OVERLAY]",
    )(function)


def format_option(*formats: str) -> Callable[[F], F]:
    """``--format`` with the formats that a subcommand knows."""
    return click.option(
        "--format",
        "form",
        type=click.Choice(formats),
        default="text",
        help="How to print the answer; text is the default.",
    )
