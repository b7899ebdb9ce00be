"""A group of subcommands, each imported only when it is called."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import click

__all__ = ["LazyGroup"]


class LazyGroup(click.Group):
    """A group that imports the module of a subcommand only when it is needed."""

    def __init__(self, *args: Any, commands_in: dict[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._home = commands_in

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The subcommands, in the order in which a newcomer needs them."""
        return list(self._home)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the module of one subcommand: its home is written ``module:function``."""
        home = self._home.get(cmd_name)
        if home is None:
            return None
        module, _, function = home.partition(":")
        command: click.Command = getattr(import_module(module), function)
        return command
