"""The blank roster workbook."""
