"""Workbooks given back: the user's own, with sheets and marks added and nothing lost."""
