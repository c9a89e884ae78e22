"""Two sites walked alike, compared screen by screen, and the page that shows them side by side."""
