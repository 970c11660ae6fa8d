"""A steunpunt at work on a clock that runs ahead: everything real but Telegram and the time of day."""
