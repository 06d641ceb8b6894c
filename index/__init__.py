"""Encoder, keyword, vector and hybrid search, the figure store, and the generations on disk."""
