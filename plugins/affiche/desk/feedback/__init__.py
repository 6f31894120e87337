"""What anybody has to say about a page: it reaches, as an issue, those who look after what the page shows."""
