"""Serving a page to browsers of this machine, and telling them when there is another one."""
