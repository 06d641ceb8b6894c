"""Files into documents, pages, chunks, tables and figures; knows nothing of search."""
