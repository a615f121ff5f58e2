/** What is common to the stores that outlive the process. */
@NullMarked
package io.omnibridge.adapters.store.vault;

import org.jspecify.annotations.NullMarked;
