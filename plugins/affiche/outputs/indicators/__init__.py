"""The council's indicators: figures of each year and season, computed from the files alone, shown and kept."""
