"""Workbooks of the Open XML format: a bounded package -> sheets of text cells."""
