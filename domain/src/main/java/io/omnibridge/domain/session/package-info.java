/**
 * Sessions of browsers: a user who signed in to the pages, the sign-in on its way, and the ticket of a connect attempt that a page
 * began. All of them are sealed into cookies; the store has none of them.
 */
@NullMarked
package io.omnibridge.domain.session;

import org.jspecify.annotations.NullMarked;
