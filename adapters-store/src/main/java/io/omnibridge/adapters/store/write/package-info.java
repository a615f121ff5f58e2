/**
 * Decides what every write does, once for all kinds of store. Each decision is a function of a snapshot; {@code UserWrites} is
 * the loop that reads the snapshot and applies the decision.
 */
@NullMarked
package io.omnibridge.adapters.store.write;

import org.jspecify.annotations.NullMarked;
