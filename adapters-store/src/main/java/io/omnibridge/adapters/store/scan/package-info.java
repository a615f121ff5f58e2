/** Scans over all users, as far as several kinds of store have them in common: cursors, pages, and users that are kept as one value. */
@NullMarked
package io.omnibridge.adapters.store.scan;

import org.jspecify.annotations.NullMarked;
