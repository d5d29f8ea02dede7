"""What is wrong with what a sandbox was told: an option, a switch, a fault, a file."""

from __future__ import annotations


class SandboxError(Exception):
    """Something a sandbox cannot be started with or told; nothing was done. `message` is the sentence for the user."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message
