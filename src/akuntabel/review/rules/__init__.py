"""One file for each rule, by group; named for what must hold."""
