"""Every message between the server and a browser, and its publishing."""
