"""Tables recovered, checked by their own arithmetic, and turned into figures."""
