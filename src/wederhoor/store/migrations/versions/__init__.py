"""One module a revision. Each stands by itself: a revision that was released is never changed."""
