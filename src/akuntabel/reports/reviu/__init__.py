"""Documents of a review, from its findings: nothing in them decides what is a person's to decide."""
