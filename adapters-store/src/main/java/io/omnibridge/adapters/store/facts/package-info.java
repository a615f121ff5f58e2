/** What a store remembers about the whole vault, and the checks of it that every start makes. */
@NullMarked
package io.omnibridge.adapters.store.facts;

import org.jspecify.annotations.NullMarked;
