"""Understanding the question: entries, the index over their phrasings, and a verdict with its confidence."""
