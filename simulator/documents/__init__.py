"""The PDF documents that the simulator hands to a person."""
