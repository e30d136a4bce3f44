"""The frame around the screens: rail, search box, menu, commands, places, status line. Knows no screen."""
