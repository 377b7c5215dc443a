"""Where things are: what country a word stands for, and the places that a document names."""
