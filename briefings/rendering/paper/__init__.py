"""What the principal's page will take on paper, reckoned from the widths of its letters, without laying it out."""
