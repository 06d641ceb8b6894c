"""From a question to an answer with citations; knows nothing of HTTP."""
