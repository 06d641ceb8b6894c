"""Answers in the documents' own words: sentences, lists and rows; knows nothing of figures."""
