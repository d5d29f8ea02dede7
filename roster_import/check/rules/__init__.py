"""Rules of rosters: what a coach is glad to hear before shirts are printed. Warnings only, nothing is ever changed."""

from __future__ import annotations

from roster_import.check.rules.safe_fixes import SAFE_CODES, is_safe, safe_fix
from roster_import.check.rules.sports import PROFILES, Profile, Sport
from roster_import.check.rules.warnings import roster_warnings

__all__ = ["PROFILES", "SAFE_CODES", "Profile", "Sport", "is_safe", "roster_warnings", "safe_fix"]
