"""The pages: both are the browser's application, which decides by its address what to show."""
