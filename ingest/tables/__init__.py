"""Tables recovered, checked by their own arithmetic, and turned into figures.

`recover` from end to end, for each document:

- grids of formats and layouts: `sheets` makes them whole, `sections` cuts them; `headers`, `rows`, `columns`,
  `corners`, `corner_words`, `heads`, `naming`, `insets`, `nesting` say what heads what; `cells`, `numbers`, `commas`,
  `either`, `signs`, `bracketed`, `not_numbers` what a cell holds; `grids` makes figures of them;
- flat text: the package `flat`, `coded` for budgets' lines; `text_grids`, `piped`, `piped_header`, `line_cells`,
  `cell_lines` where lines or signs part cells; `lists`, `list_items`, `paired_lines`, `summed_lists` for sums in lists,
  `year_lists` for one sum over the years;
- running text: `key_figures`, with `clauses`, `phrases`, `enumerations`, `text_periods`;
- units: `units`, `unit_rows`, `unit_notes`, `table_units`, `counted`, `carried`, `elsewhere`;
- arithmetic: `lattice`, `identities`, `sums`, `differences`, `shares`, `hierarchy`, `patterns` find what holds,
  `splits` and `solve` choose among readings, `arithmetic`, `stated_totals` and `findings` judge each figure; `audit`
  prints the findings;
- what is said around: `context`, `surroundings`, `labels`, `measures`, `periods`, `programmes`, put on by `finish`.
"""
