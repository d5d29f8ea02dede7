"""The tests. Of the objects that they make by the million next to nothing lies in circles: garbage is looked for seldom.

Said before anything of the program is loaded, which takes this for the usual.
"""

import gc

gc.set_threshold(50_000, 20, 20)
