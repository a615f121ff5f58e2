/** HTTP as it may be spoken with somebody who is not trusted: bounded in time and size, and nothing happens by itself. */
@NullMarked
package io.omnibridge.adapters.providers.transport;

import org.jspecify.annotations.NullMarked;
