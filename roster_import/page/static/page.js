/* Everything works without this file; with it a page that waits for something looks again by itself. */
"use strict";
