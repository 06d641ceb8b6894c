"""Answers from figures: which ones are meant, what they come to, how it is said."""
