/**
 * What ends the sessions of users, and everything else that was issued to them. {@code SignOutUser} records a sign-out
 * everywhere; {@code RecentSignOuts} tells each request of it.
 */
@NullMarked
package io.omnibridge.application.session;

import org.jspecify.annotations.NullMarked;
