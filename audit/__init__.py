"""What is too slow for every change: Lighthouse, the whole matrix of axe, the finder on a slow machine, bytes."""
