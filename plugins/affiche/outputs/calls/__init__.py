"""Calls with their deadlines: which are in which list, how they are said, what calendars and feeds have of them."""
