"""What the words of a question are and mean, in three languages; knows nothing of documents.

A message is taken apart into its questions (`message`, with `small_talk`) and gets lost letters back (`diacritics`). A
question is made whole (`history` by `mentions`, `ellipsis`, `anaphora` with `genitive`, `contrasts` and `added_up`;
`parts`, `rewording`, `spelling`), its language told (`language`) and what it wants (`kinds`, `counted_noun`,
`attribute`, `aims`). Words are looked up in two ways: `word`, `vocabulary`, `names`, `phrases`, `opposites` and
`across` give keys that figures' labels share; `matching`, with `beginnings`, `likeness`, `stop_words`, `counted`,
`other_names` and `gloss`, compares beginnings with running text. `months`, `ordinals`, `dates` and `numbers_format`
know times and numbers, `changes` what rises and falls.
"""
