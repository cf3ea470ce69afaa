"""The data package: its schema and version, and its two equal forms, a folder and a workbook."""
