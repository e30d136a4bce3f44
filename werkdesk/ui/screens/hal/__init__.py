"""The reception: the queue, the desks, who comes back, new numbers, calling."""
