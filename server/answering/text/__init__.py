"""Answers in the documents' own words: sentences, lists, rows and cells; knows nothing of figures.

The way of a question (`plain_question`), `passages` from end to end:

- searched: `searching` asks the `source`, in the language that documents are `written` in;
- read: `found_passages` have their pages, which `units` cuts into pieces, with `sentence_ends`, `slides`, `lists`,
  `timelines`, `label_lines`, `cards`, `flat_cells`, `status_rows`, `column_names`;
- weighed: `evidence` gives each piece its signals, with `causes`, `spans`, `name_spans`, `hours`, `lives` its shortest
  answer; `second_look` gives it a `look`, `own_dates` takes days away, and `fitting_pieces`, `outright`, `labelled`,
  `enumerated`, `restated`, `topics`, `bodies`,
  `sources`, `contacts`, `elsewhere` put first what the question's form asks for;
- judged: `refusal`, `premise`, `near_misses` and `others`, with `named`, `titles`, `counting`, `fragments`, `years`,
  `told_measure`, `told_place`, `doers`, `sizes`, `siblings`, `surveys`, `calendar_words`;
- told: `cells`, `members`, `row_states`, `chosen_list` and `extract` pick, `telling` says it, with `page_breaks`,
  `quoting`, `shortest`, `text_phrases`; `beside_figures` tells what figures gave only a part of.
"""
