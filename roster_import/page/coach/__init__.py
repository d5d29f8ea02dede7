"""The coach's half of the page: `page/__init__.py` says what each file does."""
