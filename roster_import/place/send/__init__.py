"""The ways out to an order system: the one door to the network, and files in a folder."""
