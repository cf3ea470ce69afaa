"""People, what they are entrusted with, invitations."""
