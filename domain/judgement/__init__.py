"""What a missed deadline or interview costs: obstacles first, then the interval, day by day."""
