/** Whether what goes to a store and back can be read on the way. */
@NullMarked
package io.omnibridge.adapters.store.transport;

import org.jspecify.annotations.NullMarked;
