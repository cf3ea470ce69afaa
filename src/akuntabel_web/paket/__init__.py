"""The data package in the database."""
