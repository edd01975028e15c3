"""The built site, read from its files and over HTTP."""
