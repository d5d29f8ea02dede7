"""What a proof says, one module per language; the words of a roster's problems are the check's own."""

from __future__ import annotations

from importlib import import_module
from typing import cast

from roster_import.write.proof.texts.catalogue import ProofTexts

__all__ = ["LANGUAGES", "ProofTexts", "proof_texts"]

LANGUAGES = ("en", "da", "de")
_MODULES = {"en": "english", "da": "danish", "de": "german"}


def proof_texts(language: str) -> ProofTexts:
    """Everything a proof says in one of `LANGUAGES`."""
    return cast("ProofTexts", import_module(f"{__name__}.{_MODULES[language]}").TEXTS)
