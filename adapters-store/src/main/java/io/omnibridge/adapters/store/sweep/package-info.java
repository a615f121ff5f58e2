/** What the sweeps of several stores have in common. */
@NullMarked
package io.omnibridge.adapters.store.sweep;

import org.jspecify.annotations.NullMarked;
