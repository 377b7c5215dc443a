"""What runs of models say, for the terminal and as a page; JSON is the records as they are."""
