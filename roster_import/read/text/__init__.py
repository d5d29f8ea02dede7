"""Text files: bytes -> letters -> delimited records."""
