"""What Python programs use besides single texts: many texts, cases, frames. ``wederhoor`` itself exports it."""
