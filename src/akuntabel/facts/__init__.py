"""Read document -> typed statements with their places: numbers, headings, captions, tables, sentences, identity."""
