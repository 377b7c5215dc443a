"""The version of the program: what a reading says it was made with."""

VERSION = "0.3.0"
