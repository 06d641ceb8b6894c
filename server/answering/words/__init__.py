"""What the words of a question are and mean, in three languages; knows nothing of documents."""
