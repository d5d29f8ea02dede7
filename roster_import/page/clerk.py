"""Who orders what the office wants: one roster after another, in a thread."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from roster_import.page.site import Site


class Clerk:
    """The clerk of a site."""

    def __init__(self, site: Site) -> None:
        self._site = site

    def begin(self) -> None:
        """Begin with what was left over."""

    def stop(self) -> None:
        """Take up nothing new."""
