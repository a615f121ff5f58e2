/** How an account's credentials are kept fresh: the states of a refresh, and what leads from one to another. */
@NullMarked
package io.omnibridge.domain.refresh;

import org.jspecify.annotations.NullMarked;
