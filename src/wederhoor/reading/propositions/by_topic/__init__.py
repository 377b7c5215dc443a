"""What is told in so many ways that its sentences have no form in common: how many died or came, how much, who has one.

Found by the words of ``topics.toml`` wherever a statement has them, and by what the whole text is about.
"""
