"""The results and problems workbooks: the user's own workbook, with what became of it."""
