"""The Models room: generators and what can be done with them."""
