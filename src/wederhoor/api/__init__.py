"""What Python programs use beside single texts: many texts, cases, frames. ``wederhoor`` itself exports it."""
