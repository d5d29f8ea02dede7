"""From a workbook that was read to the orders it asks for, or everything that is wrong with it.

Pure. The way through it:

    check_workbook -> recognised         which sheets and columns mean what, and which designs and logos the rows name
                                         (here the order system is asked about these, by whoever calls)
                   -> rows/              sheet rows of every layout -> roster rows, one per garment
                   -> catalogue_lookup   what cells name, looked up: a design, a size the catalogue does not have, a draft
                   -> validate           rows -> lines, or every problem; pandas and pandera live here alone
                   -> rules/             warnings worth having before shirts are printed
                   -> order_details      reference, address, organization <- detail_columns, countries
                   -> group              lines -> orders
                   -> target_objections  what the order system cannot carry, told at the cells

Beside it: `sheet_problems` looks at sheets as a whole, `placeholders` at what designs have a place for,
`logos_sheet` at loose items; `draft` is a roster with errors as far as it can be drawn.
"""
