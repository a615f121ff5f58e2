/** What the sweeps of several stores have in common. */
@NullMarked
package io.omnibridge.adapters.store.scan;

import org.jspecify.annotations.NullMarked;
