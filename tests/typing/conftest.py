"""What of this folder is no test: a file that is wrong on purpose."""

collect_ignore = ["mistakes.py"]
