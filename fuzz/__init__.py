"""`make fuzz`: bytes that nobody would type, led by what they reach in our code, find what no test thought of."""
