"""What happened when, in a lane for each teller: counted, and drawn as a picture."""
