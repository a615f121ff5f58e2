/**
 * Says why a server cannot be used: in words of its own, with the name of the reason, and without texts that may repeat a value
 * or a secret.
 */
@NullMarked
package io.omnibridge.adapters.store.failure;

import org.jspecify.annotations.NullMarked;
