"""The proof: one page on which every garment is drawn as it will be printed, to be looked over and signed. No I/O.

checked file -> `proof_page` -> Page -> `proof_html` -> the text of one self-contained HTML file
"""

from __future__ import annotations

from roster_import.write.proof.document import is_ours, proof_html, sealed_html, sealed_pdf
from roster_import.write.proof.page import proof_page
from roster_import.write.proof.parts import Page

__all__ = ["Page", "is_ours", "proof_html", "proof_page", "sealed_html", "sealed_pdf"]
