/**
 * Search over the sources of a user's accounts, the list of those sources, and the reading of what was found. Every call to a
 * provider passes the door in {@code application.use}.
 */
@NullMarked
package io.omnibridge.application.search;

import org.jspecify.annotations.NullMarked;
