"""steunpuntbot: the Telegram help desk of a Dutch ouder- en jeugdsteunpunt."""
