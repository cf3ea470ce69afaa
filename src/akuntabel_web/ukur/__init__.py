"""Act and measure: entries by quarter, their approval, evidence, tasks."""
