"""Strangers' files are read by processes of their own, bounded in time and memory."""
