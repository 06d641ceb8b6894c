"""Answers from figures: which ones are meant, what they come to, how it is said.

The way of a question, `figures_answer` from end to end:

- understood: `understanding` makes it `asked`, with `wanted`, `bounds`, `word_kinds`, `row_kinds`, `apposition`,
  `several_places` and `framed`;
- looked for: `labels` indexes what figures are `called` and how `dated`, with `abbreviations`; `needs`, `ordinals`,
  `alternatives`, `part_of_year` find what accounts for each word, `selection` with `label_slots` makes `constraints`
  of them; `narrowing`, `measured`, `nearness` read them closer;
- chosen: `choice` takes rows and columns, with `overview`, `wholes`, `halves`, `counting`;
- `worked_out`: `operations`, `ranking` and `groups` of `compared_rows`; of columns `columns`, `column_shares`,
  `portions`; of rows `adding`, `levels`, `parts_of_row`, `untotalled`, `shares`, `share_extremes`, `growth`,
  `leaving_out`, `left`, `exceeded`, `in_full`, `rates`, `across_programmes`, `checking`, `claims`; of running text
  `said_parts`, `said_sides`, `said_lines`, `programme_amounts`; of two questions in one `apart`, `sides`, `looked_up`;
- told: `lookup`, `told`, `wording`, `sentences`, `ledger`, `doubts`, put together by `composing`; `missing` says what
  there is not, and `verify` stops every number that nothing backs.

`beside`, `told_numbers`, `told_of`, `told_otherwise`, `told_in_full`, `said_sentences` and `said_words` serve answers
from running text.
"""
