/** How calls over connections end in time, whatever the other end does. */
@NullMarked
package io.omnibridge.adapters.store.deadline;

import org.jspecify.annotations.NullMarked;
