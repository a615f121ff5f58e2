/** What is common to the stores that outlive the process. */
@NullMarked
package io.omnibridge.adapters.store.durable;

import org.jspecify.annotations.NullMarked;
