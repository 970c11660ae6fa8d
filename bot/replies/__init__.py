"""What a person means who replies to something the bot asked: yes or no, one of a list, an amount, a day.

One reader for all of it, below the dialogue and the flows, so that "ja hoor doe maar" means the same everywhere.
"""
