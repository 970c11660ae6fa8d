"""The chat on a web page: intake, translator, composer, sender, and the page itself."""
