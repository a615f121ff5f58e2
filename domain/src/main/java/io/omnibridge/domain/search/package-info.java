/**
 * Search over the sources of a user's accounts: what is looked for, what each source finds, and how an item is read as text.
 * {@code Fusion} puts the results of all sources in one order.
 */
@NullMarked
package io.omnibridge.domain.search;

import org.jspecify.annotations.NullMarked;
