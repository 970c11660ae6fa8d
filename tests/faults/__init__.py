"""Each fault that was found with public reports, as a test that failed before it was mended."""
