"""Tables in flat text, whose columns are lost: the numbers alone say how they are to be parted and placed.

`tables` from end to end: `pages` reads pages as one where a table goes on, `collapsed` parts rows that stand on one
line, `glued` cells that ran together, `lines` and `rows` find what may be a table, `minuses` and `notes` what is
no cell of theirs, `breaks` and `outline` what stands
between its rows. `header`, `cuts`, `names`, `over` and `units` say what its columns are. `readings` lists
what each row may be, which `relations`, `groups`, `totals`, `grand`, `even` and `scales` narrow; `places` decides each
cell, `build` makes the table.
"""
