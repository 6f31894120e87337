"""The social kit: for events to come and weeks, images, alt texts and captions to post in one's own channels."""
