/**
 * The lease: permission for one client to read a user's data for a while, and for a limited number of times. A lease token opens the
 * data routes and nothing else.
 */
@NullMarked
package io.omnibridge.domain.lease;

import org.jspecify.annotations.NullMarked;
