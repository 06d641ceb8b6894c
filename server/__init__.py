"""The HTTP interface over answering."""
