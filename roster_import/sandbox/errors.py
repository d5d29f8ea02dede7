"""What is wrong with what a sandbox was told: an option, a switch, a fault, a file."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


class SandboxError(Exception):
    """Something a sandbox cannot be started with or told; nothing was done. `message` is the sentence for the user."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


@contextmanager
def reading_catalogue(file: object, named: str, form: str) -> Iterator[None]:
    """Within it, whatever is wrong with a file that should be a catalogue is a SandboxError."""
    try:
        yield
    except OSError as error:
        raise SandboxError(f"{named} catalogue {file} cannot be read: {error.strerror}.") from error
    except (ValueError, TypeError, AttributeError, LookupError, ArithmeticError) as error:
        reason = f"{type(error).__name__}: {error}"
        raise SandboxError(f"{file} is no catalogue of {form}: {reason}. docs/sandbox.md shows the form.") from error
