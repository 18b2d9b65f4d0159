"""The way of an update to the server that holds the client's connection.

With one connection server there is nothing to find. With two, half of all updates arise on the wrong one.
"""
