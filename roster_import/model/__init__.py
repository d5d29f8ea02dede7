"""The immutable types that flow forward through the pipeline; a later stage makes a new type, none is filled in.

workbook -> layout -> order (lines and details) | problem -> order -> exchange (request, reply) -> placement -> report

Nothing is imported here: the process that reads a stranger's file loads `workbook` and `problem` alone.
"""
