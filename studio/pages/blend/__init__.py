"""The Blend room: pictures between pictures."""
