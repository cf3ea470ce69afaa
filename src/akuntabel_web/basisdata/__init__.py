"""The database server and its roles: started, saved and restored without Django."""
