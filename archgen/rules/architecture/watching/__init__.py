"""What fails behind the scenes, where no user is there to complain."""
