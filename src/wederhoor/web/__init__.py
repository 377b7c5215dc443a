"""A case as pages in the browser, on the user's own machine: read, judge, correct, search, run."""
