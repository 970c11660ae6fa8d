"""Rules about questions and answers, and what stands beside them."""
