"""The web application: the year's cycle, many people, one database. It computes no figure; it calls the library."""
